import Claims
import Geometry
import Reports

/// Finds, among the profiles added so far, those that lie near another in time and space.
///
/// A profile with a day meets those of its governorate within a day of its own. One that lets no day
/// be known meets, in its own cell, a tenth of a degree wide, and the eight around it, those that share
/// a month with it, and of the others those that have in common what such claims need to be one event:
/// the words, or figures. What a claim meets therefore hangs on how much happens at one place and time,
/// not on how far back the archive reaches.
///
/// Profiles without a day are added first, those with one in the order of their days: then the many
/// need to be kept by their day alone, and those that meet lie side by side in memory.
struct Neighbourhood {
  private var byDay = Buckets()
  // Profiles without a day: by day of the year and governorate, by cell and month, by cell and month
  // of any year, by cell and what may join claims whose days are not known.
  private var yearlessByDay = Buckets()
  private var vagueByMonth = Buckets()
  private var vagueByCalendarMonth = Buckets()
  private var yearlessByCalendarMonth = Buckets()
  private var undatedBySupport = Buckets()
  /// Spans of more than a year, by cell.
  private var longByCell = Buckets()
  /// The cells that hold a profile without a day.
  private var undatedByCell = Buckets()
  /// The governorates met so far; `nowhere` stands for claims without one.
  private var governorates: [Int] = [nowhere]
  /// For each profile added: the query that met it last.
  private var lastQuery: [Int32] = []
  private var query: Int32 = 0

  private static let nowhere = -1

  /// The order in which profiles are to be added, by their times.
  static func order(of times: [EventTime]) -> [Int] {
    let days = times.map { $0.bucketDays?.lowerBound ?? .min }
    return times.indices.sorted { (days[$0], $0) < (days[$1], $1) }
  }

  /// Adds a profile, which gets the next number, and calls a closure with the number of each profile
  /// near it that was added before, once, in no useful order.
  @inline(__always)
  mutating func add(_ profile: Profile, meeting body: (Int) -> Void) {
    let reach = Reach(of: profile)
    for unit in reach.units where !governorates.contains(unit) { governorates.append(unit) }
    meet(reach, body)
    insert(reach)
  }

  private mutating func insert(_ reach: Reach) {
    let number = Int32(lastQuery.count)
    lastQuery.append(0)
    let family = reach.family
    for unit in reach.units {
      for day in reach.days { byDay.add(number, at: Key(family, day, unit)) }
      if reach.isYearless {
        for day in reach.yearDays { yearlessByDay.add(number, at: Key(family, day, unit)) }
      }
    }
    guard reach.days.isEmpty, let cell = reach.cell?.number else { return }
    undatedByCell.add(number, at: Key(family, cell, 0))
    if reach.isLong {
      longByCell.add(number, at: Key(family, cell, 0))
    } else {
      for month in reach.months { vagueByMonth.add(number, at: Key(family, cell, month)) }
    }
    for month in reach.calendarMonths {
      if reach.isYearless {
        yearlessByCalendarMonth.add(number, at: Key(family, cell, month))
      } else {
        vagueByCalendarMonth.add(number, at: Key(family, cell, month))
      }
    }
    for support in reach.supports {
      undatedBySupport.add(number, at: Key(family, cell, support.first, support.second))
    }
  }

  @inline(__always)
  private mutating func meet(_ reach: Reach, _ body: (Int) -> Void) {
    query += 1
    let family = reach.family
    @inline(__always)
    func meet(_ buckets: Buckets, _ key: Key, _ lastQuery: inout [Int32]) {
      var entry = buckets.first(at: key)
      while entry >= 0 {
        let number = Int(buckets.number(of: entry))
        if lastQuery[number] != query {
          lastQuery[number] = query
          body(number)
        }
        entry = buckets.next(after: entry)
      }
    }
    let isAnywhere = reach.units == [Self.nowhere]
    for unit in isAnywhere ? governorates : reach.units + [Self.nowhere] {
      if !reach.days.isEmpty {
        for day in reach.days.lowerBound - 1..<reach.days.upperBound + 1 {
          meet(byDay, Key(family, day, unit), &lastQuery)
        }
      }
      if !yearlessByDay.isEmpty {
        for day in reach.yearDays { meet(yearlessByDay, Key(family, day, unit), &lastQuery) }
      }
    }
    guard let cell = reach.cell else { return }
    for column in cell.column - 1...cell.column + 1 {
      for row in cell.row - 1...cell.row + 1 {
        let near = Cell(column: column, row: row).number
        guard undatedByCell.first(at: Key(family, near, 0)) >= 0 else { continue }
        for month in reach.months { meet(vagueByMonth, Key(family, near, month), &lastQuery) }
        if reach.isDated { meet(longByCell, Key(family, near, 0), &lastQuery) }
        for month in reach.calendarMonths {
          meet(yearlessByCalendarMonth, Key(family, near, month), &lastQuery)
          if reach.isYearless {
            meet(vagueByCalendarMonth, Key(family, near, month), &lastQuery)
          }
        }
        for support in reach.supports {
          meet(
            undatedBySupport, Key(family, near, support.first, support.second), &lastQuery)
        }
      }
    }
  }

  fileprivate static func units(of profile: Profile) -> [Int] {
    guard let units = profile.place?.governorates, !units.isEmpty else { return [nowhere] }
    return units.map(Int.init)
  }
}

/// Under what a profile is looked for.
private struct Reach {
  /// The family of the kind, or a number of its own for a kind that stands alone.
  var family: Int
  var units: [Int]
  var days: Range<Int>
  var yearDays: [Int]
  var months: Range<Int>
  var calendarMonths: [Int]
  var supports: [Support]
  var cell: Cell?
  var isDated: Bool
  var isYearless: Bool
  /// True for spans of more than a year.
  var isLong: Bool

  init(of profile: Profile) {
    family = profile.type.family ?? 3 + (OperationType.allCases.firstIndex(of: profile.type) ?? 0)
    units = Neighbourhood.units(of: profile)
    days = profile.time.bucketDays.map(Range.init) ?? 0..<0
    yearDays = profile.yearDays
    months = profile.time.months
    isLong = months.count > 14
    calendarMonths = profile.time.calendarMonths(in: months)
    supports = profile.supports
    cell = Cell(of: profile)
    isDated = profile.time.days != nil
    isYearless = profile.time.yearless != nil
  }
}

/// Numbers that name a bucket, mixed into one: a day and a governorate, a cell and a month, a cell and a
/// support; each for one family of kinds, since others cannot be one event.
///
/// Two buckets may get one name; then a profile meets some that are not near, which does no harm.
private struct Key {
  var number: UInt64

  init(_ family: Int, _ first: Int, _ second: Int, _ third: Int = 0) {
    var mixed: UInt64 = 0
    @inline(__always)
    func mix(_ part: Int) {
      mixed = (mixed ^ UInt64(bitPattern: Int64(part))) &* 0x9E37_79B9_7F4A_7C15
      mixed ^= mixed >> 29
    }
    mix(first << 6 | family)
    mix(second)
    mix(third)
    number = mixed | 1
  }
}

/// Profiles by key: a table with open addresses, and in each slot a chain of entries.
private struct Buckets {
  private struct Slot {
    var key: UInt64 = 0
    var first: Int32 = -1
    var last: Int32 = -1
  }

  private struct Entry {
    var number: Int32
    var next: Int32
  }

  private var slots = [Slot](repeating: Slot(), count: 1024)
  private var used = 0
  private var entries: [Entry] = []

  var isEmpty: Bool { used == 0 }

  mutating func add(_ number: Int32, at key: Key) {
    let entry = Int32(entries.count)
    entries.append(Entry(number: number, next: -1))
    let slot = slot(of: key.number)
    if slots[slot].key == 0 {
      slots[slot] = Slot(key: key.number, first: entry, last: entry)
      used += 1
      if used * 2 > slots.count { grow() }
    } else {
      entries[Int(slots[slot].last)].next = entry
      slots[slot].last = entry
    }
  }

  /// The first entry of a bucket, or -1.
  @inline(__always)
  func first(at key: Key) -> Int32 { used == 0 ? -1 : slots[slot(of: key.number)].first }

  @inline(__always)
  func number(of entry: Int32) -> Int32 { entries[Int(entry)].number }

  /// The entry behind another one of the same bucket, or -1.
  @inline(__always)
  func next(after entry: Int32) -> Int32 { entries[Int(entry)].next }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for filled in old where filled.key != 0 { slots[slot(of: filled.key)] = filled }
  }
}

/// A cell of a grid, a tenth of a degree wide.
private struct Cell {
  var column: Int
  var row: Int

  var number: Int { column * 4096 + row }
}

extension Cell {
  /// The cell of a profile's point; nil when only a unit is known.
  init?(of profile: Profile) {
    guard let place = profile.place, !place.isCoarse, let point = place.point else { return nil }
    column = Int((point.longitude * 10).rounded(.down))
    row = Int((point.latitude * 10).rounded(.down))
  }
}

/// What two claims have in common that may make them one event though no day is known.
private struct Support {
  var first: Int
  var second: Int
}

extension Profile {
  /// The days as `month * 32 + day`, for dates with and without a year.
  fileprivate var yearDays: [Int] {
    if let yearless = time.yearless { return yearless.count <= 8 ? Array(yearless) : [] }
    guard time.days != nil, let days = time.bucketDays else { return [] }
    return days.map { number in
      let parts = CalendarDay(number: number).parts
      return parts.month * 32 + parts.day
    }
  }

  /// What another claim must share for the two to be one event though their days are not known: the
  /// words, an equal figure above one, figures of the same two kinds, or undated news of a rare type.
  fileprivate var supports: [Support] {
    var supports: [Support] = []
    supports.reserveCapacity(4)
    if let wording { supports.append(Support(first: 0, second: Int(wording))) }
    let counts = [figures.killed, figures.wounded, figures.detained, figures.freed]
    for (kind, count) in counts.enumerated() {
      guard let count else { continue }
      if count.min >= 2 {
        supports.append(Support(first: 1 + kind, second: count.min * 65_537 + (count.max ?? -1)))
      }
      for other in kind + 1..<counts.count where counts[other] != nil {
        supports.append(Support(first: 5, second: 4 * kind + other))
      }
    }
    if type.isRare, time.isUndatedNews { supports.append(Support(first: 6, second: 0)) }
    return supports
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

  /// The months 1...12 that a date with or without a year may be in.
  fileprivate func calendarMonths(in months: Range<Int>) -> [Int] {
    if let yearless {
      return Array(max(1, yearless.lowerBound / 32)...min(12, yearless.upperBound / 32))
    }
    return months.count >= 12 ? Array(1...12) : months.map { ($0 - 1) % 12 + 1 }
  }
}
