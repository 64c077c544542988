import Lexicon
import Mentions
import Reports

/// A claim in the making: what the sentences read so far say of one operation.
///
/// A class, for it is asked about again and again while it grows. It belongs to one walk through a
/// report, and no look at a variable lasts while another is changed.
final class Draft {
  var type: OperationType
  /// True when only "عملية" says what was done: a later sentence may name the kind.
  var isGeneric = false
  var status: ClaimStatus
  /// The places meant, as indexes into `ReportReading.places`: the group's heads, or what its
  /// anaphor refers to.
  @exclusivity(unchecked) var anchors: [Int] = []
  var relation: PlaceGroup.Relation = .in
  var direction: Direction?
  var distanceKm: Double?
  /// The mention of "البلدة" when the place is named by a word that refers back.
  var anaphor: Int?
  @exclusivity(unchecked) var contexts: [ContextMention] = []
  var date: EventDate?
  /// The mention that the date was read from.
  var dateMention: Int?
  var hasOwnDate = false
  /// The first and the last day of a campaign, where they are told.
  var began: CalendarDay?
  var ended: CalendarDay?
  var time: String?
  @exclusivity(unchecked) var actors: [DraftActor] = []
  @exclusivity(unchecked) var means = MeansInOrder()
  @exclusivity(unchecked) var tally = Tally()
  /// Sentence indexes that the claim is read from.
  @exclusivity(unchecked) var sentences: [Int] = []
  /// The events that it is read from.
  @exclusivity(unchecked) var events: [Event] = []

  init(type: OperationType, status: ClaimStatus) {
    self.type = type
    self.status = status
  }

  /// A place that tells where another lies, as an index into `ReportReading.places`.
  struct ContextMention {
    var place: Int
    var direction: Direction?
  }
}

/// Somebody who takes part, by the mention that named them first.
struct DraftActor {
  /// Index into `Lexicon.actors`; nil for somebody whom the table does not have.
  var actor: Int?
  var range: TextRange
  var role: ClaimActor.Role
}
