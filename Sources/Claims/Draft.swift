import Lexicon
import Mentions
import Reports

/// A claim in the making: what the sentences read so far say of one operation.
struct Draft {
  var type: OperationType
  /// True when only "عملية" says what was done: a later sentence may name the kind.
  var isGeneric = false
  var status: ClaimStatus
  /// The places meant: the group's heads, or what its anaphor refers to.
  var anchors: [PlaceMention] = []
  var relation: PlaceGroup.Relation = .in
  var direction: Direction?
  var distanceKm: Double?
  /// "البلدة": the words when the place is named by a word that refers back.
  var anaphorText: String?
  var contexts: [ContextMention] = []
  var date: EventDate?
  var dateText: String?
  var hasOwnDate = false
  var time: String?
  var actors: [ClaimActor] = []
  var means: [Means] = []
  var tally = Tally()
  /// Sentence indexes that the claim is read from.
  var sentences: [Int] = []
  /// The words that tell what was done, when, by whom and with which losses.
  var words: [ReadWords] = []
  /// The first strong trigger, to tell retellings.
  var trigger: Trigger?

  struct ContextMention {
    var place: PlaceMention
    var direction: Direction?
  }

}
