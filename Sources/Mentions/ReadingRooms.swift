import ArabicText
import Synchronization

/// The memory of readings that are done, to be used again by those that come.
///
/// A reading takes its lists from here and gives them back: what a text needs was there for the text
/// before it. Few are kept, and none that a very long text has made large.
final class ReadingRooms: Sendable {
  /// A room on its way from one thread to another.
  private struct Idle: @unchecked Sendable {
    var stages: UnsafeMutablePointer<ReportReading.Stages>
  }
  private let idle = Mutex<[Idle]>([])
  private static let mostIdle = 16
  private static let mostTokens = 1 << 14

  deinit { idle.withLock { for room in $0 { Self.tearDown(room.stages) } } }

  /// A room that nobody else has, with or without what was read in it before.
  func take() -> UnsafeMutablePointer<ReportReading.Stages> {
    if let room = idle.withLock({ $0.popLast() }) { return room.stages }
    let stages = UnsafeMutablePointer<ReportReading.Stages>.allocate(capacity: 1)
    stages.initialize(to: ReportReading.Stages())
    return stages
  }

  func giveBack(_ stages: UnsafeMutablePointer<ReportReading.Stages>) {
    let room = Idle(stages: stages)
    let isKept =
      stages.pointee.tokens.list.count <= Self.mostTokens
      && idle.withLock { idle in
        guard idle.count < Self.mostIdle else { return false }
        idle.append(room)
        return true
      }
    if !isKept { Self.tearDown(stages) }
  }

  private static func tearDown(_ stages: UnsafeMutablePointer<ReportReading.Stages>) {
    stages.deinitialize(count: 1)
    stages.deallocate()
  }
}
