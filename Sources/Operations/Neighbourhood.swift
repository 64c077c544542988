import Geometry
import Reports

/// Finds, among the profiles added so far, those that lie near another in time and space.
///
/// A profile with a day meets those of its governorate within a day of its own; one without meets
/// those of any day in its own cell, a tenth of a degree wide, and the eight around it.
struct Neighbourhood {
  /// Two numbers that name a bucket: a day and a governorate, or a column and a row.
  private struct Key: Hashable {
    var first: Int
    var second: Int
  }

  private var byDay: [Key: [Int]] = [:]
  private var datedByYearDay: [Key: [Int]] = [:]
  private var yearlessByYearDay: [Key: [Int]] = [:]
  private var byCell: [Key: [Int]] = [:]
  private var undatedByCell: [Key: [Int]] = [:]
  /// The governorates met so far; `nowhere` stands for claims without one.
  private var governorates: [Int] = [nowhere]
  /// For each profile added: the query that met it last.
  private var lastQuery: [Int] = []
  private var query = 0

  private static let nowhere = -1

  /// Adds a profile, which gets the next number.
  mutating func add(_ profile: Profile) {
    let number = lastQuery.count
    lastQuery.append(0)
    let units = Self.units(of: profile)
    for unit in units {
      if !governorates.contains(unit) { governorates.append(unit) }
      for day in profile.bucketDays {
        byDay[Key(first: day, second: unit), default: []].append(number)
      }
      for day in profile.yearDays {
        if profile.time.yearless == nil {
          datedByYearDay[Key(first: day, second: unit), default: []].append(number)
        } else {
          yearlessByYearDay[Key(first: day, second: unit), default: []].append(number)
        }
      }
    }
    if let cell = Self.cell(of: profile) {
      byCell[cell, default: []].append(number)
      if profile.bucketDays.isEmpty { undatedByCell[cell, default: []].append(number) }
    }
  }

  /// Calls a closure with the number of each profile near another one, once, in no useful order.
  mutating func forEach(near profile: Profile, _ body: (Int) -> Void) {
    query += 1
    func meet(_ numbers: [Int]?, _ lastQuery: inout [Int]) {
      for number in numbers ?? [] where lastQuery[number] != query {
        lastQuery[number] = query
        body(number)
      }
    }
    let own = Self.units(of: profile)
    let units = own == [Self.nowhere] ? governorates : own + [Self.nowhere]
    let days = profile.bucketDays
    for unit in units {
      if !days.isEmpty {
        for day in days.lowerBound - 1..<days.upperBound + 1 {
          meet(byDay[Key(first: day, second: unit)], &lastQuery)
        }
      }
      for day in profile.yearDays {
        let key = Key(first: day, second: unit)
        meet(yearlessByYearDay[key], &lastQuery)
        if profile.time.yearless != nil { meet(datedByYearDay[key], &lastQuery) }
      }
    }
    guard let cell = Self.cell(of: profile) else { return }
    for column in cell.first - 1...cell.first + 1 {
      for row in cell.second - 1...cell.second + 1 {
        let key = Key(first: column, second: row)
        meet(days.isEmpty ? byCell[key] : undatedByCell[key], &lastQuery)
      }
    }
  }

  private static func units(of profile: Profile) -> [Int] {
    guard let units = profile.place?.governorates, !units.isEmpty else { return [nowhere] }
    return units.map(Int.init)
  }

  private static func cell(of profile: Profile) -> Key? {
    guard let place = profile.place, !place.isCoarse, let point = place.point else { return nil }
    return Key(
      first: Int((point.longitude * 10).rounded(.down)),
      second: Int((point.latitude * 10).rounded(.down)))
  }
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
}
