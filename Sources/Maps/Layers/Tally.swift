import Claims
import JSONText
import Mentions
import Reports

/// What several operations come to: how many, of which kinds, when, and with which losses.
///
/// Only what took place counts: what was foiled, announced, or denied has numbers of its own.
public struct Tally: Hashable, Sendable {
  /// Reported and historical operations.
  public var count = 0
  public var byStatus: [ClaimStatus: Int] = [:]
  /// Reported and historical operations of each kind.
  public var byType: [OperationType: Int] = [:]
  /// The sum of all that is said: lower bounds, and upper bounds unless one is open.
  public var killed: CountRange?
  public var wounded: CountRange?
  public var detained: CountRange?
  public var freed: CountRange?
  /// The first day that an operation may have happened on, of those whose day is known.
  public var firstDay: CalendarDay?
  /// The last such day.
  public var lastDay: CalendarDay?
  /// Outlets, each once, in the order of the operations.
  public var sources: [String] = []

  /// Sums up some operations.
  public init(of operations: some Sequence<OperationFeature>) {
    var seen: Set<String> = []
    for operation in operations {
      byStatus[operation.status, default: 0] += 1
      guard operation.tookPlace else { continue }
      count += 1
      byType[operation.type, default: 0] += 1
      killed = killed.plus(operation.killed)
      wounded = wounded.plus(operation.wounded)
      detained = detained.plus(operation.detained)
      freed = freed.plus(operation.freed)
      for source in operation.sources where seen.insert(source).inserted { sources.append(source) }
      guard let days = operation.knownDays else { continue }
      firstDay = firstDay.map { min($0, days.lowerBound) } ?? days.lowerBound
      lastDay = lastDay.map { max($0, days.upperBound) } ?? days.upperBound
    }
  }

  /// The kinds that occur, the most frequent first.
  public var kinds: [(type: OperationType, count: Int)] {
    OperationType.allCases.enumerated()
      .compactMap { order, type in byType[type].map { (order, type, $0) } }
      .sorted { ($1.2, $0.0) < ($0.2, $1.0) }
      .map { ($0.1, $0.2) }
  }

  /// Writes the tally as flat properties.
  func write(to json: inout JSONWriter) {
    func range(_ low: StaticString, _ high: StaticString, _ count: CountRange?) {
      json.member(low, count?.min)
      json.member(high, count?.max)
    }
    json.member("operations", count)
    for status in ClaimStatus.allCases {
      json.key(text: status.rawValue)
      json.int(byStatus[status, default: 0])
    }
    range("killed_min", "killed_max", killed)
    range("wounded_min", "wounded_max", wounded)
    range("detained_min", "detained_max", detained)
    range("freed_min", "freed_max", freed)
    json.member("first_day", firstDay?.iso)
    json.member("last_day", lastDay?.iso)
    for type in OperationType.allCases {
      json.key(text: type.rawValue)
      json.int(byType[type, default: 0])
    }
    json.member("source_count", sources.count)
  }
}

extension OperationFeature {
  /// The days that the operation may have happened on, unless they span more than ten.
  fileprivate var knownDays: ClosedRange<CalendarDay>? {
    guard let bounds = date?.bounds, bounds.upperBound.number - bounds.lowerBound.number < 10
    else { return nil }
    return bounds
  }
}

extension CountRange? {
  /// The sum of two counts; silence adds nothing, and an open count leaves the sum open.
  fileprivate func plus(_ other: CountRange?) -> CountRange? {
    guard let a = self, let b = other else { return self ?? other }
    return CountRange(a.min + b.min, a.max.flatMap { high in b.max.map { high + $0 } })
  }
}
