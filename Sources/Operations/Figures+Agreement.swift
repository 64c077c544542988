import Claims
import Geocoding

/// What a claim counts, made ready for comparison.
struct EventFigures: Equatable {
  var killed: CountRange?
  var wounded: CountRange?
  var detained: CountRange?
  var freed: CountRange?

  init(of located: UnsafePointer<LocatedClaim>) {
    killed = located.pointee.claim.killed
    wounded = located.pointee.claim.wounded
    detained = located.pointee.claim.detained
    freed = located.pointee.claim.freed
  }

  /// How the figures agree, in half points; below zero they contradict each other.
  ///
  /// Equal figures tell the more the larger they are: many events kill one, few kill seventeen.
  func agreement(with other: EventFigures) -> Int {
    var support = 0
    var doubt = 0
    for (a, b) in [
      (killed, other.killed), (wounded, other.wounded), (detained, other.detained),
      (freed, other.freed),
    ] {
      guard let a, let b else { continue }
      let weight = a.agreement(with: b)
      if weight < 0 { doubt += weight } else { support += weight }
    }
    return max(-8, doubt) + min(6, support)
  }
}

extension CountRange {
  /// How two counts of the same thing agree, in half points.
  fileprivate func agreement(with other: CountRange) -> Int {
    let low = Swift.max(min, other.min)
    let high = Swift.min(max ?? .max, other.max ?? .max)
    if self == other { return low == 0 ? 1 : low == 1 ? 1 : low <= 3 ? 2 : 4 }
    if low <= high { return low >= 2 ? 1 : 0 }
    // First figures are corrected later; they seldom double.
    let gap = low - high
    return gap <= Swift.max(1, low / 2) ? -1 : -6
  }

  /// The range that holds both.
  func united(with other: CountRange) -> CountRange {
    CountRange(
      Swift.min(min, other.min), max.flatMap { high in other.max.map { Swift.max(high, $0) } })
  }
}
