import Claims

extension OperationType {
  /// Kinds that two reports may give to the same event, the telling one first.
  ///
  /// A raid by helicopter is also told as a raid or as an arrest; a drone's strike as an air
  /// strike; a killing by bomb as a bomb.
  static let families: [[OperationType]] = [
    [.airborneRaid, .groundRaid, .arrest, .weaponsCache],
    [.droneStrike, .airStrike, .shelling],
    [.assassination, .ied, .ambush, .clash],
  ]

  /// The number of the family, or nil for a kind that stands alone.
  var family: Int? { Self.families.firstIndex { $0.contains(self) } }

  /// How telling the kind is within its family: 0 is the most.
  var rank: Int {
    Self.families.lazy.compactMap { $0.firstIndex(of: self) }.first ?? Self.families.count
  }

  /// True for what happens day after day at one place, so that kind and place alone tell little.
  var recurs: Bool {
    switch self {
    case .shelling, .airStrike, .droneStrike, .clash: true
    default: false
    }
  }

  /// True for what is seldom done, so that kind and place alone tell much.
  var isRare: Bool { self == .airborneRaid }

  /// How well two kinds go together in half points, or nil when one event cannot be both.
  func agreement(with other: OperationType) -> Int? {
    if self == other { return isRare ? 4 : 2 }
    guard let family, family == other.family else { return nil }
    // Neighbours in a family are easily told for each other; its two ends are not.
    return abs(rank - other.rank) == 1 ? 0 : -1
  }
}
