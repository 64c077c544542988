/// Sets of areas, each kept once; set 0 is empty.
struct AreaSets: Sendable {
  /// Where each set's members begin; one more at the end.
  var starts: [Int32] = [0, 0]
  /// The numbers of the areas, ascending in each set.
  var members: [Int32] = []

  func content(of set: Int32) -> ArraySlice<Int32> {
    members[Int(starts[Int(set)])..<Int(starts[Int(set) + 1])]
  }
}

/// Collects sets while an index is built.
struct AreaSetCollector {
  private(set) var sets = AreaSets()
  /// Every set that was made from another by one area, found by its step.
  private var steps: [Step]
  /// Every set, found by its members.
  private var known: [[Int32]: Int32] = [[]: 0]

  private struct Step {
    var from: Int32
    var area: Int32
    var to: Int32
  }

  init() { steps = Array(repeating: Step(from: -1, area: -1, to: -1), count: 1 << 12) }

  /// Gives the set that has the area if the given one has it not, and the other way round.
  @inline(__always)
  mutating func toggled(_ set: Int32, area: Int32) -> Int32 {
    // The last step that fell on this slot; the same few steps come again and again.
    let slot = Int(
      truncatingIfNeeded: (UInt32(set) &* 0x9e37_79b1 ^ UInt32(area) &* 0x85eb_ca6b) >> 20)
    let step = steps[slot]
    if step.from == set && step.area == area { return step.to }
    let to = made(from: set, area: area)
    steps[slot] = Step(from: set, area: area, to: to)
    return to
  }

  private mutating func made(from set: Int32, area: Int32) -> Int32 {
    var content = Array(sets.content(of: set))
    let position = content.firstIndex { $0 >= area } ?? content.count
    if position < content.count && content[position] == area {
      content.remove(at: position)
    } else {
      content.insert(area, at: position)
    }
    if let same = known[content] { return same }
    let new = Int32(sets.starts.count - 1)
    sets.members += content
    sets.starts.append(Int32(sets.members.count))
    known[content] = new
    return new
  }
}
