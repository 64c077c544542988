import JSONText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a piece of work took: seconds on the clock, and seconds of all cores together.
struct Span {
  var wall: Double
  var cpu: Double

  static let zero = Span(wall: 0, cpu: 0)

  static func + (a: Span, b: Span) -> Span { Span(wall: a.wall + b.wall, cpu: a.cpu + b.cpu) }
  static func - (a: Span, b: Span) -> Span { Span(wall: a.wall - b.wall, cpu: a.cpu - b.cpu) }
}

extension Span {
  /// The clocks as they stand now.
  static var now: Span {
    Span(wall: seconds(of: CLOCK_MONOTONIC), cpu: seconds(of: CLOCK_PROCESS_CPUTIME_ID))
  }

  private static func seconds(of clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Does some work and gives what it made and what it took.
  static func of<Result>(_ work: () throws -> Result) rethrows -> (Result, Span) {
    let start = now
    let result = try work()
    return (result, now - start)
  }

  /// Does the same work several times, and gives the last result with the shortest span.
  static func best<Result>(
    of times: Int, _ work: () throws -> Result
  ) rethrows -> (Result, Span) {
    var (result, best) = try of(work)
    for _ in 1..<max(1, times) {
      let (again, span) = try of(work)
      result = again
      if span.wall < best.wall { best = span }
    }
    return (result, best)
  }

  /// Does the same work several times with something that it uses up and whose making is not clocked,
  /// and gives the last result with the shortest span.
  static func best<Means, Result>(
    of times: Int, with make: () -> Means, _ work: (consuming Means) -> Result
  ) -> (Result, Span) {
    func once() -> (Result, Span) {
      let means = make()
      let start = now
      let result = work(consume means)
      return (result, now - start)
    }
    var (result, best) = once()
    for _ in 1..<max(1, times) {
      let (again, span) = once()
      result = again
      if span.wall < best.wall { best = span }
    }
    return (result, best)
  }
}

/// The most memory that the process has held so far, in megabytes of 10^6 bytes.
var peakMegabytes: Double {
  var usage = rusage()
  // The process itself; the name of this constant has another type on each system.
  getrusage(0, &usage)
  return Double(usage.ru_maxrss) * 1024 / 1e6
}

/// Prints one result as a line of JSON: the span, the peak memory, and counters.
func tell(
  _ job: String, _ span: Span, _ counters: [(String, Double)] = [], text: [(String, String)] = []
) {
  var json = JSONWriter()
  json.object { json in
    json.member("job", job)
    json.member("seconds", span.wall, decimals: 6)
    json.member("cpu", span.cpu, decimals: 6)
    json.member("peak_mb", peakMegabytes, decimals: 1)
    for (name, value) in counters {
      json.key(text: name)
      json.double(value, decimals: 6)
    }
    for (name, value) in text {
      json.key(text: name)
      json.string(value)
    }
  }
  print(json.string)
}
