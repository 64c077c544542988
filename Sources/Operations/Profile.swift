import Claims
import Geocoding
import Reports

/// A claim made ready for comparison: everything that linking looks at, texts as numbers.
struct Profile: Hashable {
  var type: OperationType
  var status: ClaimStatus
  var time: EventTime
  var place: EventPlace?
  var actors: EventActors
  var figures: EventFigures
  var means: [Int32]
  /// A number that stands for the quoted text; nil when there is none.
  var wording: Int32?
}

/// Texts as numbers, in the order in which they are first met.
struct Numbering {
  private var numbers: [Spelling: Int32] = [:]

  /// What a text stands for; texts of two kinds have two numbers.
  enum Kind: UInt8 { case report, unit, means, actor, name }

  /// A text as it is written, byte for byte.
  private struct Spelling: Hashable {
    var kind: Kind
    var text: String

    static func == (a: Spelling, b: Spelling) -> Bool {
      a.kind == b.kind && a.text.utf8.elementsEqual(b.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(kind)
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  /// The number of a text.
  mutating func number(of text: String, _ kind: Kind) -> Int32 {
    let spelling = Spelling(kind: kind, text: text)
    if let known = numbers[spelling] { return known }
    let next = Int32(numbers.count)
    numbers[spelling] = next
    return next
  }

  /// The numbers of some texts, ascending, each once.
  mutating func numbers(of texts: some Sequence<String>, _ kind: Kind) -> [Int32] {
    texts.map { number(of: $0, kind) }.ascending
  }
}

extension [Int32] {
  /// The numbers in order, each once.
  fileprivate var ascending: [Int32] {
    if count < 2 { return self }
    let sorted = sorted()
    return sorted.indices.filter { $0 == 0 || sorted[$0 - 1] != sorted[$0] }.map { sorted[$0] }
  }
}

extension Profile {
  /// Makes a claim ready for comparison.
  ///
  /// - Parameter claims: Where it lies: a claim has many parts, and to copy it is to touch them all.
  init(
    of number: Int, in claims: UnsafeBufferPointer<LocatedClaim>, numbering: inout Numbering,
    wordings: inout Wordings
  ) {
    let located = claims.baseAddress! + number
    type = located.pointee.claim.type
    status = located.pointee.claim.status
    time = EventTime(of: located.pointee.claim, published: located.pointee.report.published)
    place = located.pointee.location.map { EventPlace(of: $0, numbering: &numbering) }
    actors = EventActors(of: located.pointee.claim.actors, numbering: &numbering)
    figures = EventFigures(of: located.pointee.claim)
    means = numbering.numbers(of: located.pointee.claim.means, .means)
    wording = wordings.number(of: number, in: claims)
  }
}

extension Profile {
  /// True for what is told as past, in words that are enough to know it again in another report.
  ///
  /// Reports repeat their background word for word, day after day.
  var isBackground: Bool {
    time != time.undated && agreement(with: self)?.isSameEvent == true
  }

  /// The profile without the day of publication.
  var undated: Profile {
    var profile = self
    profile.time = time.undated
    return profile
  }
}

extension EventPlace {
  init(of location: Location, numbering: inout Numbering) {
    ids = numbering.numbers(of: location.places.lazy.map(\.id), .unit)
    relation = location.relation
    direction = location.direction
    distanceKm = location.distanceKm
    point = location.point
    radius = location.radius ?? 0
    precision = location.precision
    governorates = numbering.numbers(
      of: location.governorates.isEmpty
        ? [location.governorate].compactMap { $0 } : location.governorates, .unit)
    units = numbering.numbers(
      of: [location.governorate, location.district, location.subdistrict].compactMap { $0 }
        + location.governorates, .unit)
  }
}

extension EventActors {
  init(of all: [ClaimActor], numbering: inout Numbering) {
    func numbers(_ role: ClaimActor.Role) -> [Int32] {
      var numbers: [Int32] = []
      for actor in all where actor.role == role && !Camps.isNobody(actor.id) {
        numbers.append(
          actor.id.map { numbering.number(of: $0, .actor) }
            ?? numbering.number(of: actor.name, .name))
      }
      return numbers.ascending
    }
    initiators = numbers(.initiator)
    partners = numbers(.partner)
    targets = numbers(.target)
    sides = Camps.joined(all.lazy.filter { $0.role != .target }.map(\.id))
    targetSides = Camps.joined(all.lazy.filter { $0.role == .target }.map(\.id))
  }
}

extension ClaimActor {
  /// What two mentions of the same actor have in common: the id of the table, else the name.
  var key: String { id.map { "actor:" + $0 } ?? "name:" + name }
}
