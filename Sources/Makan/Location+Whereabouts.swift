extension Location {
  /// The precision and the point in words: `village at 36.30977, 36.68985, give or take 1.5 km, 97 %
  /// sure`, the latitude first, as people say it.
  var whereabouts: String {
    if places.isEmpty, point == nil { return "no known place" }
    var text = places.isEmpty ? "no known place; \(precision)" : "\(precision)"
    if relation != .in { text += ", \(relation)" }
    if let point {
      text += " at \(point.latitude.text(decimals: 5)), \(point.longitude.text(decimals: 5))"
      if let radius { text += ", give or take \(Self.length(radius))" }
    }
    return text + ", \(Int((confidence * 100).rounded())) % sure"
  }

  private static func length(_ metres: Double) -> String {
    metres < 1000
      ? "\(Int(metres.rounded())) m"
      : "\((metres / 1000).text(decimals: metres < 10_000 ? 1 : 0)) km"
  }
}
