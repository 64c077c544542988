import Claims
import Geocoding

/// What a claim counts, made ready for comparison.
struct EventFigures: Equatable {
  private var killedFigure: Figure
  private var woundedFigure: Figure
  private var detainedFigure: Figure
  private var freedFigure: Figure

  var killed: CountRange? { killedFigure.range }
  var wounded: CountRange? { woundedFigure.range }
  var detained: CountRange? { detainedFigure.range }
  var freed: CountRange? { freedFigure.range }

  init(of located: ClaimPointer) {
    killedFigure = Figure(located.pointee.claim.killed)
    woundedFigure = Figure(located.pointee.claim.wounded)
    detainedFigure = Figure(located.pointee.claim.detained)
    freedFigure = Figure(located.pointee.claim.freed)
  }

  /// How the figures agree, in half points; below zero they contradict each other.
  ///
  /// Equal figures tell the more the larger they are: many events kill one, few kill seventeen.
  func agreement(with other: EventFigures) -> Int {
    var support = 0
    var doubt = 0
    func compare(_ one: Figure, _ other: Figure) {
      guard let a = one.range, let b = other.range else { return }
      let weight = a.agreement(with: b)
      if weight < 0 { doubt += weight } else { support += weight }
    }
    compare(killedFigure, other.killedFigure)
    compare(woundedFigure, other.woundedFigure)
    compare(detainedFigure, other.detainedFigure)
    compare(freedFigure, other.freedFigure)
    return max(-8, doubt) + min(6, support)
  }
}

/// A count, or none, in eight bytes.
private struct Figure: Equatable {
  private var min: Int32
  private var max: Int32

  private static let none = Int32.min

  /// Takes a count; of more people than there are as many as four bytes hold.
  init(_ count: CountRange?) {
    min = count.map { Int32(clamping: Swift.max(0, $0.min)) } ?? Self.none
    max = count?.max.map { Int32(clamping: Swift.max(0, $0)) } ?? Self.none
  }

  var range: CountRange? {
    min == Self.none ? nil : CountRange(Int(min), max == Self.none ? nil : Int(max))
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
