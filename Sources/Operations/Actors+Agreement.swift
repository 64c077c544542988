import Claims

/// Who takes part, made ready for comparison: numbers that stand for actors, sorted.
struct EventActors: Hashable {
  var initiators: [Int32] = []
  var partners: [Int32] = []
  var targets: [Int32] = []
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
      let all = initiators + partners + targets
      let others = other.initiators + other.partners + other.targets
      if all.isEmpty || others.isEmpty { return 0 }
      let common = Set(all).intersection(others).count
      if common > 0 { return min(4, 2 * common) }
      return sides.union(targetSides).isDisjoint(with: other.sides.union(other.targetSides))
        ? -6 : 0
    }
    var weight = 0
    if !initiators.isEmpty, !other.initiators.isEmpty {
      if meets(initiators, other.initiators) {
        weight += 2
      } else if meets(initiators + partners, other.initiators + other.partners) {
        weight += 1
      } else if sides.isDisjoint(with: other.sides) {
        weight -= 6
      }
    }
    if !targets.isEmpty, !other.targets.isEmpty {
      if meets(targets, other.targets) {
        weight += 2
      } else if targetSides.isDisjoint(with: other.targetSides) {
        weight -= 3
      }
    }
    return weight
  }
}

/// True when two lists have a member in common.
private func meets(_ a: [Int32], _ b: [Int32]) -> Bool { a.contains { b.contains($0) } }
