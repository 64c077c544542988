/// How far the confidence that claims carry is kept: of the claims given 0.9, nine in ten should be
/// in the right place.
public struct Calibration: Hashable, Sendable {
  /// The claims whose confidence lies from one bound to the next.
  public struct Band: Hashable, Sendable {
    /// The lower bound; the upper is that of the next band, 1 for the last.
    public var from: Double
    /// How many of them are in the right place.
    public var share = Share()
    /// The sum of their confidence.
    fileprivate var sum = 0.0

    /// The mean confidence, nil for an empty band.
    public var confidence: Double? { share.of == 0 ? nil : sum / Double(share.of) }
  }

  /// From the least to the most confident.
  public private(set) var bands = [0, 0.5, 0.7, 0.8, 0.9, 0.95].map { Band(from: $0) }

  /// The mean difference between confidence and truth, band by band, weighed by the claims in them;
  /// nil without claims.
  public var error: Double? {
    let count = bands.reduce(0) { $0 + $1.share.of }
    guard count > 0 else { return nil }
    return bands.reduce(0) { sum, band in
      sum + abs(band.sum - Double(band.share.right))
    } / Double(count)
  }

  mutating func count(_ confidence: Double, _ isRight: Bool) {
    guard let i = bands.lastIndex(where: { confidence >= $0.from }) else { return }
    bands[i].share.count(isRight)
    bands[i].sum += confidence
  }
}
