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
  private var numbers: [String: Int32] = [:]

  /// The number of a text.
  mutating func number(of text: String) -> Int32 {
    let next = Int32(numbers.count)
    return numbers[text, default: next].also { numbers[text] = $0 }
  }

  /// The numbers of some texts, sorted, each once.
  mutating func numbers(of texts: some Sequence<String>) -> [Int32] {
    var all = texts.map { number(of: $0) }
    all.sort()
    return all.enumerated().filter { $0 == 0 || all[$0 - 1] != $1 }.map(\.element)
  }
}

extension Int32 {
  /// Hands itself to a piece of work, and gives itself back.
  fileprivate func also(_ work: (Int32) -> Void) -> Int32 {
    work(self)
    return self
  }
}

extension Profile {
  /// Makes a claim ready for comparison.
  init(of located: LocatedClaim, numbering: inout Numbering) {
    let claim = located.claim
    type = claim.type
    status = claim.status
    time = EventTime(of: claim, published: located.report.published)
    place = located.location.map { EventPlace(of: $0, numbering: &numbering) }
    actors = EventActors(of: claim, numbering: &numbering)
    figures = EventFigures(of: claim)
    means = numbering.numbers(of: claim.means.lazy.map { "means:" + $0 })
    wording =
      located.evidence.isEmpty
      ? nil : numbering.number(of: located.evidence.map(\.text).joined(separator: "\n"))
  }
}

extension EventPlace {
  init(of location: Location, numbering: inout Numbering) {
    ids = numbering.numbers(of: location.places.lazy.map(\.id))
    relation = location.relation
    direction = location.direction
    distanceKm = location.distanceKm
    point = location.point
    radius = location.radius ?? 0
    precision = location.precision
    governorates = numbering.numbers(
      of: location.governorates.isEmpty
        ? [location.governorate].compactMap { $0 } : location.governorates)
    units = numbering.numbers(
      of: [location.governorate, location.district, location.subdistrict].compactMap { $0 }
        + location.governorates)
  }
}

extension EventActors {
  init(of claim: Claim, numbering: inout Numbering) {
    func numbers(_ role: ClaimActor.Role) -> [Int32] {
      numbering.numbers(
        of: claim.actors.lazy.filter { $0.role == role && !Camps.isNobody($0.id) }.map(\.key))
    }
    initiators = numbers(.initiator)
    partners = numbers(.partner)
    targets = numbers(.target)
    sides = Camps.joined(claim.actors.lazy.filter { $0.role != .target }.map(\.id))
    targetSides = Camps.joined(claim.actors.lazy.filter { $0.role == .target }.map(\.id))
  }
}

extension ClaimActor {
  /// What two mentions of the same actor have in common: the id of the table, else the name.
  var key: String { id.map { "actor:" + $0 } ?? "name:" + name }
}
