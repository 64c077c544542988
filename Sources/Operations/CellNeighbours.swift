import Claims
import Geometry
import Reports

/// Finds the pairs of profiles that lie near each other and of which one, or both, let no day be known.
///
/// Such a profile meets, in its own cell, a tenth of a degree wide, and the eight around it, those that
/// share a month with it, and of the others those that have in common what such claims need to be one
/// event: the words, or figures.
///
/// The cells are gone through one after the other, so that all that is looked at lies close together.
struct CellNeighbours {
  private struct Placed {
    var cell: Cell
    var profile: Int32
  }

  /// Profiles with a spot, by cell.
  private var placed: [Placed] = []
  /// Those of them without a day, by cell.
  private var undated: [Placed] = []
  /// The numbers in `undated` of those in the cells around the one that is looked at.
  private var near = Buckets()
  /// For each of `undated`: the query that met it last.
  private var lastQuery: [Int32] = []
  private var query: Int32 = 0

  /// Puts profiles into their cells.
  init(of profiles: [Profile]) {
    for i in profiles.indices {
      guard let cell = Cell(of: profiles[i]) else { continue }
      let one = Placed(cell: cell, profile: Int32(i))
      placed.append(one)
      if profiles[i].time.bucketDays == nil { undated.append(one) }
    }
    if undated.isEmpty { placed = [] }
    placed.sort { ($0.cell.number, $0.profile) < ($1.cell.number, $1.profile) }
    undated.sort { ($0.cell.number, $0.profile) < ($1.cell.number, $1.profile) }
    lastQuery = Array(repeating: 0, count: undated.count)
  }

  /// The profiles that let no day be known.
  var undatedProfiles: [Int32] { undated.map(\.profile) }

  /// Calls a closure with each pair once: a profile, and the number in `undatedProfiles` of one that
  /// it meets.
  @inline(__always)
  mutating func forEachPair(among profiles: [Profile], _ body: (Int32, Int) -> Void) {
    var start = 0
    while start < placed.count {
      let cell = placed[start].cell
      var end = start + 1
      while end < placed.count, placed[end].cell.number == cell.number { end += 1 }
      gather(around: cell, profiles)
      if !near.isEmpty {
        for i in start..<end {
          if (i - start) % 8 == 0 { look(from: i + 8, to: min(end, i + 16), profiles) }
          meet(placed[i].profile, profiles, body)
        }
      }
      start = end
    }
  }

  /// Looks at profiles before their turn.
  private func look(from start: Int, to end: Int, _ profiles: [Profile]) {
    var seen = 0
    for i in min(start, end)..<end { seen |= profiles[Int(placed[i].profile)].look() }
    precondition(seen >= 0)
  }

  /// Puts the profiles without a day of a cell and those around it where they can be found.
  private mutating func gather(around cell: Cell, _ profiles: [Profile]) {
    near.removeAll()
    for column in -1...1 {
      let last = cell.moved(column, 1).number
      var i = firstUndated(from: cell.moved(column, -1))
      while i < undated.count, undated[i].cell.number <= last {
        profiles[Int(undated[i].profile)].forEachName { near.add(Int32(i), at: $0) }
        i += 1
      }
    }
  }

  private func firstUndated(from cell: Cell) -> Int {
    var (low, high) = (0, undated.count)
    while low < high {
      let middle = (low + high) / 2
      if undated[middle].cell.number < cell.number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  @inline(__always)
  private mutating func meet(
    _ profile: Int32, _ profiles: [Profile], _ body: (Int32, Int) -> Void
  ) {
    query += 1
    // Two without a day meet once, and nobody meets itself.
    let isDated = profiles[Int(profile)].time.bucketDays != nil
    let (near, query) = (near, query)
    profiles[Int(profile)].forEachQuestion { name in
      near.forEach(at: name) { number in
        let number = Int(number)
        guard lastQuery[number] != query else { return }
        lastQuery[number] = query
        if isDated || undated[number].profile < profile { body(profile, number) }
      }
    }
  }
}

/// A cell of a grid, a tenth of a degree wide, for kinds that one event may be.
private struct Cell {
  /// The kin, the column and the row.
  var number: Int

  /// The cell of a profile's point; nil when only a unit is known.
  init?(of profile: Profile) {
    guard let place = profile.place, !place.isCoarse, let point = place.point else { return nil }
    let column = Int((point.longitude * 10).rounded(.down)) + 1 << 15
    let row = Int((point.latitude * 10).rounded(.down)) + 1 << 15
    number = (Int(profile.type.kin) << 20 + column) << 20 + row
  }

  private init(number: Int) { self.number = number }

  func moved(_ columns: Int, _ rows: Int) -> Cell { Cell(number: number + columns << 20 + rows) }
}

/// Under what a profile without a day is found, in and around its cell.
private enum Name: Int {
  case month, calendarMonth, calendarMonthOfNoYear
  /// Spans of more than a year.
  case long
  case words, figure, twoFigures, undatedNews

  func of(_ first: Int = 0, _ second: Int = 0) -> BucketKey { BucketKey(rawValue, first, second) }
}

extension Profile {
  /// Calls a closure with all names under which a profile without a day is to be found.
  fileprivate func forEachName(_ body: (BucketKey) -> Void) {
    let months = time.months
    if months.count > 14 {
      body(Name.long.of())
    } else {
      for month in months { body(Name.month.of(month)) }
    }
    let name = time.yearless == nil ? Name.calendarMonth : .calendarMonthOfNoYear
    time.forEachCalendarMonth(in: months) { body(name.of($0)) }
    forEachSupport(body)
  }

  /// Calls a closure with all names under which to look for those that the profile may meet.
  @inline(__always)
  fileprivate func forEachQuestion(_ body: (BucketKey) -> Void) {
    let months = time.months
    for month in months { body(Name.month.of(month)) }
    if time.days != nil { body(Name.long.of()) }
    time.forEachCalendarMonth(in: months) { month in
      body(Name.calendarMonthOfNoYear.of(month))
      if time.yearless != nil { body(Name.calendarMonth.of(month)) }
    }
    forEachSupport(body)
  }

  /// What another claim must share for the two to be one event though their days are not known: the
  /// words, an equal figure above one, figures of the same two kinds, or undated news of a rare type.
  @inline(__always)
  private func forEachSupport(_ body: (BucketKey) -> Void) {
    if let wording { body(Name.words.of(Int(wording))) }
    for kind in 0..<4 {
      guard let count = figures[kind] else { continue }
      if count.min >= 2 { body(Name.figure.of(kind, count.min * 65_537 + (count.max ?? -1))) }
      for other in kind + 1..<4 where figures[other] != nil {
        body(Name.twoFigures.of(kind, other))
      }
    }
    if type.isRare, time.isUndatedNews { body(Name.undatedNews.of()) }
  }
}

extension EventFigures {
  /// The figure of a kind from 0 to 3.
  fileprivate subscript(kind: Int) -> CountRange? {
    switch kind {
    case 0: killed
    case 1: wounded
    case 2: detained
    default: freed
    }
  }
}

extension EventTime {
  /// The months of the days, counted from the year 0; none without days.
  fileprivate var months: Range<Int> {
    guard let days else { return 0..<0 }
    func month(_ number: Int) -> Int {
      let parts = CalendarDay(number: number).parts
      return parts.year * 12 + parts.month
    }
    return month(days.lowerBound)..<month(days.upperBound) + 1
  }

  /// Calls a closure with each month 1...12 that a date with or without a year may be in.
  @inline(__always)
  fileprivate func forEachCalendarMonth(in months: Range<Int>, _ body: (Int) -> Void) {
    if let yearless {
      for month in max(1, yearless.lowerBound / 32)...min(12, yearless.upperBound / 32) {
        body(month)
      }
    } else if months.count >= 12 {
      for month in 1...12 { body(month) }
    } else {
      for month in months { body((month - 1) % 12 + 1) }
    }
  }
}
