/// A figure with the name that it is printed under.
public struct NamedFigure: Hashable, Sendable {
  public var name: String
  /// 0...1, nil when there was nothing to judge.
  public var value: Double?
}

extension Evaluation {
  /// The figures by which one version is held against another.
  public var headline: [NamedFigure] {
    let distance = matched.distance
    return [NamedFigure(name: "claims F1", value: detection.f1)]
      + [
        ("type", matched.type), ("status", matched.status), ("governorate", matched.governorate),
        ("date", matched.date), ("killed", matched.killed.exact),
        ("within 1 km", distance.within1Km), ("5 km", distance.within5Km),
        ("25 km", distance.within25Km), ("inside radius", distance.insideRadius),
      ].map { NamedFigure(name: $0.0, value: $0.1.value) }
  }
}
