import Reports

/// Finds, among the profiles added so far, those of the same governorate and about the same day.
///
/// A profile with a day meets those of its governorate within a day of its own, and of those whose year
/// is not known the ones that have its day of the year. What a claim meets hangs on how much happens
/// at one time, not on how far back the archive reaches.
///
/// Profiles without a day are added first, those with one in the order of their days: then those that
/// meet lie side by side in memory, and days that nobody asks for any more are forgotten.
struct DayNeighbours {
  private var byDay = LatestDays()
  /// Those whose year is not known, by the day of the year.
  private var yearlessByDay = Buckets()
  /// The governorates met so far; `nowhere` stands for claims without one.
  private var governorates: [Int32] = [nowhere]
  /// For each profile added: the query that met it last.
  private var lastQuery: [Int32] = []
  private var query: Int32 = 0

  private static let nowhere: Int32 = -1

  /// The profiles that have a day, in the order in which they are to be added.
  static func order(of profiles: [Profile]) -> [Int32] {
    struct Dated {
      var day: Int
      var profile: Int32
    }
    var dated: [Dated] = []
    dated.reserveCapacity(profiles.count)
    for i in profiles.indices {
      if let days = profiles[i].time.bucketDays {
        dated.append(Dated(day: days.lowerBound, profile: Int32(i)))
      } else if profiles[i].time.yearless != nil {
        dated.append(Dated(day: .min, profile: Int32(i)))
      }
    }
    dated.sort { ($0.day, $0.profile) < ($1.day, $1.profile) }
    return dated.map(\.profile)
  }

  /// Adds a profile, which gets the next number, and calls a closure with the number of each profile
  /// near it that was added before, once, in no useful order.
  @inline(__always)
  mutating func add(_ profile: Profile, meeting body: (Int) -> Void) {
    let kin = Int(profile.type.kin)
    let units = profile.place?.governorates ?? .none
    for unit in units where !governorates.contains(unit) { governorates.append(unit) }
    query += 1
    if units.isEmpty {
      for unit in governorates { meet(profile, kin, unit, body) }
    } else {
      for unit in units { meet(profile, kin, unit, body) }
      meet(profile, kin, Self.nowhere, body)
    }

    let number = Int32(lastQuery.count)
    lastQuery.append(0)
    for unit in units { insert(number, profile, kin, unit) }
    if units.isEmpty { insert(number, profile, kin, Self.nowhere) }
  }

  @inline(__always)
  private mutating func meet(_ profile: Profile, _ kin: Int, _ unit: Int32, _ body: (Int) -> Void) {
    @inline(__always)
    func meet(_ number: Int32, _ lastQuery: inout [Int32]) {
      let number = Int(number)
      if lastQuery[number] != query {
        lastQuery[number] = query
        body(number)
      }
    }
    if let days = profile.time.bucketDays {
      for day in days.lowerBound - 1...days.upperBound + 1 {
        byDay.forEach(on: day, at: BucketKey(kin, Int(unit))) { meet($0, &lastQuery) }
      }
    }
    if !yearlessByDay.isEmpty {
      profile.time.forEachYearDay { day in
        yearlessByDay.forEach(at: BucketKey(day << 6 | kin, Int(unit))) { meet($0, &lastQuery) }
      }
    }
  }

  private mutating func insert(_ number: Int32, _ profile: Profile, _ kin: Int, _ unit: Int32) {
    if let days = profile.time.bucketDays {
      for day in days { byDay.add(number, on: day, at: BucketKey(kin, Int(unit))) }
    }
    if profile.time.yearless != nil {
      profile.time.forEachYearDay {
        yearlessByDay.add(number, at: BucketKey($0 << 6 | kin, Int(unit)))
      }
    }
  }
}

/// Numbers by day and key, of the sixteen days last put in.
///
/// What is put in of one profile lies within a week, and so does what is asked for; and days only
/// go on.
private struct LatestDays {
  private var tables = [Buckets](repeating: Buckets(room: 64), count: 16)
  /// The day that each table is of.
  private var days = [Int](repeating: .min, count: 16)

  mutating func add(_ number: Int32, on day: Int, at key: BucketKey) {
    let table = day & 15
    if days[table] != day {
      tables[table].removeAll()
      days[table] = day
    }
    tables[table].add(number, at: key)
  }

  /// Calls a closure with each number of a day and a key, the last one first.
  @inline(__always)
  func forEach(on day: Int, at key: BucketKey, _ body: (Int32) -> Void) {
    if days[day & 15] == day { tables[day & 15].forEach(at: key, body) }
  }
}

extension EventTime {
  /// Calls a closure with each day as `month * 32 + day`, for dates with and without a year.
  @inline(__always)
  fileprivate func forEachYearDay(_ body: (Int) -> Void) {
    if let yearless {
      if yearless.count <= 8 { for day in yearless { body(day) } }
    } else if days != nil, let days = bucketDays {
      for number in days {
        let parts = CalendarDay(number: number).parts
        body(parts.month * 32 + parts.day)
      }
    }
  }
}
