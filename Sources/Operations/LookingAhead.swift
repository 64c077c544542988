import Claims
import Geocoding

/// Where the parts of a claim lie, which is held by somebody else in the meantime.
typealias ClaimPointer = UnsafePointer<LocatedClaim.Parts>

/// Claims are large, and their parts lie all over the memory: who waits for one part after the other
/// does little else. Parts of several claims that are looked at together come together.
///
/// Each gives a number that is not below zero, so that there is something to be asked for.
extension ClaimPointer {
  /// Looks at the claim itself, which goes over several lines of memory.
  func lookAtItself() -> Int {
    (pointee.report.published == nil ? 1 : 0) | (pointee.claim.time == nil ? 1 : 0)
      | (pointee.claim.killed == nil ? 1 : 0) | (pointee.location == nil ? 1 : 0)
      | (pointee.location?.radius == nil ? 1 : 0)
  }

  /// Looks at the claim, and at what parts it has elsewhere.
  func look() -> Int {
    var seen = pointee.evidence.count | pointee.claim.actors.count | pointee.claim.casualties.count
    if pointee.location != nil {
      seen |= pointee.location!.places.count | pointee.location!.alternatives.count
    }
    return seen
  }

  /// Looks at the parts that an operation is known by.
  func lookAtWhatHeads() -> Int { pointee.location != nil ? pointee.location!.places.count : 0 }

  /// Looks at the parts that linking compares.
  func lookAtWhatIsCompared() -> Int {
    var seen = pointee.claim.actors.count | pointee.claim.means.count | pointee.evidence.count
    if pointee.location != nil {
      seen |= pointee.location!.places.count | pointee.location!.governorates.count
    }
    return seen
  }

  /// Looks at the parts that an operation takes over.
  func lookAtWhatIsMerged() -> Int {
    var seen = pointee.claim.actors.count | pointee.claim.means.count
    seen |= pointee.claim.targets.count | pointee.claim.casualties.count
    if pointee.location != nil {
      seen |= pointee.location!.places.count | pointee.location!.governorates.count
      seen |= pointee.location!.reasons.count | pointee.location!.alternatives.count
    }
    return seen
  }
}

extension [ClaimPointer] {
  /// Looks at the claims of events before their turn: at each itself, and later at its parts.
  ///
  /// - Parameter atLeast: How many claims an event has that is looked at.
  @inline(__always)
  func look(
    ahead event: Int, in events: Bundles, atLeast: Int = 1, parts: (ClaimPointer) -> Int
  ) -> Int {
    var seen = 0
    if event + 8 < events.count, events[event + 8].count >= atLeast {
      for next in events[event + 8] { seen |= self[Int(next)].lookAtItself() }
    }
    if event + 4 < events.count, events[event + 4].count >= atLeast {
      for next in events[event + 4] { seen |= parts(self[Int(next)]) }
    }
    return seen
  }
}

/// Looks at claims before their turn, some at a time.
struct Preview {
  private let claims: [ClaimPointer]
  /// What the claims quote from this turn on.
  private var words: [Fingerprint?]
  private var seen = 0

  /// How many claims are looked at together.
  private static let turn = 8

  init(of claims: [ClaimPointer]) {
    self.claims = claims
    words = Array(repeating: nil, count: 2 * Self.turn)
    for claim in claims.prefix(Self.turn).indices { words[claim] = Fingerprint(of: claims[claim]) }
  }

  /// What a claim quotes; the claims are asked for one after the other.
  mutating func words(of claim: Int, _ wordings: Wordings) -> Fingerprint? {
    if claim % Self.turn == 0 { look(from: claim + Self.turn, wordings) }
    return words[claim % (2 * Self.turn)]
  }

  /// Looks at the parts of the claims of a turn, and at the claims of the one after it.
  private mutating func look(from start: Int, _ wordings: Wordings) {
    let ends = (min(claims.count, start + Self.turn), min(claims.count, start + 2 * Self.turn))
    for next in min(start, ends.0)..<ends.0 { seen |= claims[next].lookAtWhatIsCompared() }
    for next in ends.0..<ends.1 { seen |= claims[next].look() }
    for next in min(start, ends.0)..<ends.0 {
      let quoted = Fingerprint(of: claims[next])
      if let quoted { seen |= wordings.look(at: quoted) }
      words[next % (2 * Self.turn)] = quoted
    }
    precondition(seen >= 0)
  }
}
