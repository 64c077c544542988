import Claims

/// The sign of a kind of operation: a form and a colour.
///
/// No two kinds share both, so that they are told apart without colour; the colours are those of
/// Okabe and Ito, "Color Universal Design" (2008), which people tell apart who see red and green
/// alike. Raids are blue, strikes vermilion and orange, attacks purple and black.
struct Mark: Sendable {
  enum Form: Sendable { case up, down, square, circle, diamond, cross, plus, hexagon, star }
  var form: Form
  var colour: String

  init(for type: OperationType) {
    (form, colour) =
      switch type {
      case .airborneRaid: (.up, "#0072B2")
      case .groundRaid: (.square, "#0072B2")
      case .arrest: (.circle, "#56B4E9")
      case .weaponsCache: (.diamond, "#56B4E9")
      case .airStrike: (.down, "#D55E00")
      case .droneStrike: (.plus, "#D55E00")
      case .shelling: (.hexagon, "#E69F00")
      case .clash: (.cross, "#7A2E68")
      case .ied: (.star, "#CC79A7")
      case .assassination: (.circle, "#CC79A7")
      case .ambush: (.diamond, "#009E73")
      case .other: (.square, "#6B6B6B")
      }
  }

  /// The data of the form's path around a spot.
  func path(at spot: Spot, size r: Double) -> String {
    func closed(_ corners: [(Double, Double)]) -> String {
      corners.enumerated().map { index, corner in
        (index == 0 ? "M" : "L") + (spot.x + corner.0 * r).pixels + " "
          + (spot.y + corner.1 * r).pixels
      }.joined() + "Z"
    }
    switch form {
    case .up: return closed([(0, -1.15), (1.1, 0.8), (-1.1, 0.8)])
    case .down: return closed([(0, 1.15), (1.1, -0.8), (-1.1, -0.8)])
    case .square: return closed([(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)])
    case .diamond: return closed([(0, -1.2), (1, 0), (0, 1.2), (-1, 0)])
    case .hexagon:
      return closed([(-0.5, -0.95), (0.5, -0.95), (1.05, 0), (0.5, 0.95), (-0.5, 0.95), (-1.05, 0)])
    case .plus:
      let a = 0.38
      return closed([
        (-a, -1.1), (a, -1.1), (a, -a), (1.1, -a), (1.1, a), (a, a), (a, 1.1), (-a, 1.1), (-a, a),
        (-1.1, a), (-1.1, -a), (-a, -a),
      ])
    case .cross:
      return closed([
        (0, -0.48), (0.58, -1.06), (1.06, -0.58), (0.48, 0), (1.06, 0.58), (0.58, 1.06), (0, 0.48),
        (-0.58, 1.06), (-1.06, 0.58), (-0.48, 0), (-1.06, -0.58), (-0.58, -1.06),
      ])
    case .star:
      return closed([
        (0, -1.25), (0.31, -0.43), (1.19, -0.39), (0.5, 0.16), (0.73, 1.01), (0, 0.53),
        (-0.73, 1.01), (-0.5, 0.16), (-1.19, -0.39), (-0.31, -0.43),
      ])
    case .circle:
      let (left, right) = ((spot.x - r).pixels, (spot.x + r).pixels)
      let arc = "A\(r.pixels) \(r.pixels) 0 1 1 "
      return "M\(left) \(spot.y.pixels)\(arc)\(right) \(spot.y.pixels)"
        + "\(arc)\(left) \(spot.y.pixels)Z"
    }
  }
}
