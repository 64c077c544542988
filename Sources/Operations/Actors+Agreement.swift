import Claims

/// Who takes part, made ready for comparison: numbers that stand for actors, sorted.
struct EventActors: Equatable {
  var initiators = Numbers.none
  var partners = Numbers.none
  var targets = Numbers.none
  /// The camps of the initiators and their partners.
  var sides = Camps.any
  /// The camps of the targets.
  var targetSides = Camps.any
}

extension EventActors {
  /// How the actors agree, in half points; below zero they contradict each other.
  func agreement(with other: EventActors, type: OperationType) -> Int {
    if type == .clash || type == .other {
      // Either side of a fight may be told first.
      if isEmpty || other.isEmpty { return 0 }
      let common = countInCommon(with: other)
      if common > 0 { return min(4, 2 * common) }
      return sides.union(targetSides).isDisjoint(with: other.sides.union(other.targetSides))
        ? -6 : 0
    }
    var weight = 0
    if !initiators.isEmpty, !other.initiators.isEmpty {
      if initiators.meets(other.initiators) {
        weight += 2
      } else if initiators.meets(other.partners) || partners.meets(other.initiators)
        || partners.meets(other.partners)
      {
        weight += 1
      } else if sides.isDisjoint(with: other.sides) {
        weight -= 6
      }
    }
    if !targets.isEmpty, !other.targets.isEmpty {
      if targets.meets(other.targets) {
        weight += 2
      } else if targetSides.isDisjoint(with: other.targetSides) {
        weight -= 3
      }
    }
    return weight
  }

  private var isEmpty: Bool { initiators.isEmpty && partners.isEmpty && targets.isEmpty }

  private func contains(_ actor: Int32) -> Bool {
    initiators.contains(actor) || partners.contains(actor) || targets.contains(actor)
  }

  /// How many actors both have, each counted once whatever its roles.
  private func countInCommon(with other: EventActors) -> Int {
    initiators.count { other.contains($0) }
      + partners.count { !initiators.contains($0) && other.contains($0) }
      + targets.count {
        !initiators.contains($0) && !partners.contains($0) && other.contains($0)
      }
  }
}
