import Claims

/// Kinds that two reports may give to the same event.
enum Family: UInt8 {
  /// A raid by helicopter is also told as a raid or as an arrest.
  case raids
  /// A drone's strike is also told as an air strike.
  case strikes
  /// A killing by bomb is also told as a bomb.
  case attacks
}

extension OperationType {
  /// The family of the kind and its rank in it, where 0 is the most telling; nil for a kind that
  /// stands alone.
  private var kinship: (family: Family, rank: Int)? {
    switch self {
    case .airborneRaid: (.raids, 0)
    case .groundRaid: (.raids, 1)
    case .arrest: (.raids, 2)
    case .weaponsCache: (.raids, 3)
    case .droneStrike: (.strikes, 0)
    case .airStrike: (.strikes, 1)
    case .shelling: (.strikes, 2)
    case .assassination: (.attacks, 0)
    case .ied: (.attacks, 1)
    case .ambush: (.attacks, 2)
    case .clash: (.attacks, 3)
    case .other: nil
    }
  }

  /// A number that kinds share which one event may be.
  var kin: UInt8 { kinship?.family.rawValue ?? 3 }

  /// How telling the kind is within its family: 0 is the most.
  var rank: Int { kinship?.rank ?? 3 }

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
    guard let kin = kinship, let otherKin = other.kinship, kin.family == otherKin.family else {
      return nil
    }
    // Neighbours in a family are easily told for each other; its two ends are not.
    return abs(kin.rank - otherKin.rank) == 1 ? 0 : -1
  }
}
