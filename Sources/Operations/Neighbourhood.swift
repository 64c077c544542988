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
struct Neighbourhood {
  private var byDay = Buckets()
  private var datedByYearDay = Buckets()
  private var yearlessByYearDay = Buckets()
  /// By cell and month of a year.
  private var datedByMonth = Buckets()
  private var vagueByMonth = Buckets()
  /// By cell and month of any year.
  private var datedByCalendarMonth = Buckets()
  private var yearlessByCalendarMonth = Buckets()
  /// By cell alone: spans of years, and for these all that is dated.
  private var longByCell = Buckets()
  private var datedByCell = Buckets()
  /// By cell and what may join two claims whose days are not known.
  private var bySupport = Buckets()
  private var undatedBySupport = Buckets()
  /// The governorates met so far; `nowhere` stands for claims without one.
  private var governorates: [Int] = [nowhere]
  /// For each profile added: the query that met it last.
  private var lastQuery: [Int32] = []
  private var query: Int32 = 0

  private static let nowhere = -1

  /// Adds a profile, which gets the next number, and calls a closure with the number of each profile
  /// near it that was added before, once, in no useful order.
  @inline(__always)
  mutating func add(_ profile: Profile, meeting body: (Int) -> Void) {
    let reach = Reach(of: profile)
    meet(reach, body)
    insert(reach)
  }

  private mutating func insert(_ reach: Reach) {
    let number = Int32(lastQuery.count)
    lastQuery.append(0)
    let family = reach.family
    for unit in reach.units {
      if !governorates.contains(unit) { governorates.append(unit) }
      for day in reach.days { byDay.add(number, at: Key(family, day, unit)) }
      for day in reach.yearDays {
        if reach.isYearless {
          yearlessByYearDay.add(number, at: Key(family, day, unit))
        } else {
          datedByYearDay.add(number, at: Key(family, day, unit))
        }
      }
    }
    guard let cell = reach.cell?.number else { return }
    if reach.isDated {
      datedByCell.add(number, at: Key(family, cell, 0))
      if let months = reach.months {
        for month in months {
          datedByMonth.add(number, at: Key(family, cell, month))
          if reach.days.isEmpty { vagueByMonth.add(number, at: Key(family, cell, month)) }
        }
      } else {
        longByCell.add(number, at: Key(family, cell, 0))
      }
    }
    for month in reach.calendarMonths {
      if reach.isYearless {
        yearlessByCalendarMonth.add(number, at: Key(family, cell, month))
      } else {
        datedByCalendarMonth.add(number, at: Key(family, cell, month))
      }
    }
    for support in reach.supports {
      bySupport.add(number, at: Key(family, cell, support.first, support.second))
      if reach.days.isEmpty {
        undatedBySupport.add(number, at: Key(family, cell, support.first, support.second))
      }
    }
  }

  @inline(__always)
  private mutating func meet(_ reach: Reach, _ body: (Int) -> Void) {
    query += 1
    let family = reach.family
    @inline(__always)
    func meet(_ buckets: Buckets, _ key: @autoclosure () -> Key, _ lastQuery: inout [Int32]) {
      if buckets.isEmpty { return }
      for number in buckets[key()] where lastQuery[Int(number)] != query {
        lastQuery[Int(number)] = query
        body(Int(number))
      }
    }
    let isAnywhere = reach.units == [Self.nowhere]
    for unit in isAnywhere ? governorates : reach.units + [Self.nowhere] {
      if !reach.days.isEmpty {
        for day in reach.days.lowerBound - 1..<reach.days.upperBound + 1 {
          meet(byDay, Key(family, day, unit), &lastQuery)
        }
      }
      for day in reach.yearDays {
        meet(yearlessByYearDay, Key(family, day, unit), &lastQuery)
        if reach.isYearless { meet(datedByYearDay, Key(family, day, unit), &lastQuery) }
      }
    }
    guard let cell = reach.cell else { return }
    let isVague = reach.days.isEmpty
    for column in cell.column - 1...cell.column + 1 {
      for row in cell.row - 1...cell.row + 1 {
        let near = Cell(column: column, row: row).number
        if reach.isDated {
          meet(longByCell, Key(family, near, 0), &lastQuery)
          if let months = reach.months {
            for month in months {
              meet(isVague ? datedByMonth : vagueByMonth, Key(family, near, month), &lastQuery)
            }
          } else {
            meet(datedByCell, Key(family, near, 0), &lastQuery)
          }
        }
        for month in reach.calendarMonths {
          meet(yearlessByCalendarMonth, Key(family, near, month), &lastQuery)
          if reach.isYearless { meet(datedByCalendarMonth, Key(family, near, month), &lastQuery) }
        }
        for support in reach.supports {
          meet(
            isVague ? bySupport : undatedBySupport,
            Key(family, near, support.first, support.second),
            &lastQuery)
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
  var months: Range<Int>?
  var calendarMonths: [Int]
  var supports: [Support]
  var cell: Cell?
  var isDated: Bool
  var isYearless: Bool

  init(of profile: Profile) {
    family = profile.type.family ?? 3 + (OperationType.allCases.firstIndex(of: profile.type) ?? 0)
    units = Neighbourhood.units(of: profile)
    days = profile.bucketDays
    yearDays = profile.yearDays
    months = profile.time.months
    calendarMonths = profile.time.calendarMonths(in: months)
    supports = profile.supports
    cell = Cell(of: profile)
    isDated = profile.time.days != nil
    isYearless = profile.time.yearless != nil
  }
}

/// Numbers that name a bucket: a day and a governorate, a cell and a month, a cell and a support; each
/// for one family of kinds, since others cannot be one event.
private struct Key: Hashable {
  var first: Int
  var second: Int
  var third: Int

  init(_ family: Int, _ first: Int, _ second: Int, _ third: Int = 0) {
    self.first = first << 6 | family
    self.second = second
    self.third = third
  }
}

/// Profiles by key.
private struct Buckets {
  private var numbers: [Key: [Int32]] = [:]

  mutating func add(_ number: Int32, at key: Key) { numbers[key, default: []].append(number) }

  var isEmpty: Bool { numbers.isEmpty }

  @inline(__always)
  subscript(key: Key) -> [Int32] { numbers[key] ?? [] }
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
  /// The days under which the claim is looked for; empty when there are none or too many.
  fileprivate var bucketDays: Range<Int> { time.bucketDays.map(Range.init) ?? 0..<0 }

  /// The same as `month * 32 + day`, for dates with and without a year.
  fileprivate var yearDays: [Int] {
    if let yearless = time.yearless { return yearless.count <= 8 ? Array(yearless) : [] }
    guard time.days != nil else { return [] }
    return bucketDays.map { number in
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
  /// The months of the days, counted from the year 0; nil for none and for spans of more than a year.
  fileprivate var months: Range<Int>? {
    guard let days, days.count <= 400 else { return nil }
    func month(_ number: Int) -> Int {
      let parts = CalendarDay(number: number).parts
      return parts.year * 12 + parts.month
    }
    return month(days.lowerBound)..<month(days.upperBound) + 1
  }

  /// The months 1...12 that a date with or without a year may be in; none for spans of more than a
  /// year, which are compared with every date without a year by other ways.
  fileprivate func calendarMonths(in months: Range<Int>?) -> [Int] {
    if let yearless {
      return Array(max(1, yearless.lowerBound / 32)...min(12, yearless.upperBound / 32))
    }
    guard let months else { return [] }
    return months.count >= 12 ? Array(1...12) : months.map { ($0 - 1) % 12 + 1 }
  }
}
