import Claims
import Geocoding

/// Claims are large, and their parts lie all over the memory: who waits for one part after the other
/// does little else. Parts of several claims that are looked at together come together.
///
/// Each gives a number that is not below zero, so that there is something to be asked for.
extension UnsafePointer<LocatedClaim> {
  /// Looks at the parts that linking compares.
  func lookAtWhatIsCompared() -> Int {
    var seen = pointee.claim.actors.count | pointee.claim.means.count | pointee.evidence.count
    if !pointee.evidence.isEmpty { seen |= pointee.evidence[0].utf8.count }
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
