import Claims

/// Who takes part, made ready for comparison: numbers that stand for actors, sorted.
struct EventActors: Hashable {
  var initiators: [Int32] = []
  var partners: [Int32] = []
  var targets: [Int32] = []
  /// True when every initiator, or every target, has an entry in the actor table; only such
  /// actors can contradict others, since a name of one's own may be another name of anybody.
  var knowsInitiators = false
  var knowsTargets = false
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
      return knowsInitiators && other.knowsInitiators ? -6 : 0
    }
    var weight = 0
    if !initiators.isEmpty, !other.initiators.isEmpty {
      if meets(initiators, other.initiators) {
        weight += 2
      } else if meets(initiators + partners, other.initiators + other.partners) {
        weight += 1
      } else if knowsInitiators, other.knowsInitiators {
        weight -= 6
      }
    }
    if !targets.isEmpty, !other.targets.isEmpty {
      if meets(targets, other.targets) {
        weight += 2
      } else if knowsTargets, other.knowsTargets {
        weight -= 3
      }
    }
    return weight
  }
}

/// True when two lists have a member in common.
private func meets(_ a: [Int32], _ b: [Int32]) -> Bool { a.contains { b.contains($0) } }
