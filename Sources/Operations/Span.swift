/// A range of whole numbers, or none, in eight bytes: a million profiles hold several each.
struct Span: Equatable {
  private var low: Int32 = 1
  private var high: Int32 = 0

  /// The range; numbers that four bytes cannot hold are brought to those that they can.
  var range: ClosedRange<Int>? {
    get { low <= high ? Int(low)...Int(high) : nil }
    set {
      low = newValue.map { Int32(clamping: $0.lowerBound) } ?? 1
      high = newValue.map { Int32(clamping: $0.upperBound) } ?? 0
    }
  }
}
