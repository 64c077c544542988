import Dispatch
import Foundation
import Synchronization

extension ReportInput {
  /// Works on several blocks at the same time, and hands on the results in the order of the blocks.
  ///
  /// Each job is a thread of its own: the shared pool of Swift's tasks was seen to run two busy
  /// tasks one after the other on Linux. No block is begun that is further than a window from the
  /// oldest that is not handed on, so that one slow block does not let the results pile up.
  ///
  /// - Parameters:
  ///   - jobs: How many blocks are worked on at the same time; at least one.
  ///   - work: Makes a result of a block, on any thread.
  ///   - receive: Takes the results one after the other, on the calling thread; what it throws ends
  ///     the work.
  func inOrder<Result: Sendable>(
    jobs: Int, work: @escaping @Sendable (ReportBlock) -> Result,
    receive: (Result) throws -> Void
  ) throws {
    let jobs = Swift.max(1, jobs)
    let line = WorkLine(blocks: self, window: 4 * jobs, work: work)
    for _ in 0..<jobs {
      let thread = Thread { line.run() }
      thread.stackSize = 8 << 20
      thread.start()
    }
    try line.receive(from: jobs, receive)
  }
}

/// Blocks that wait, results that are done, and the threads' way to tell each other.
private final class WorkLine<Result: Sendable>: Sendable {
  private struct State {
    var done: [Int: Result] = [:]
    var isStopped = false
    var endedThreads = 0
  }
  private let state = Mutex(State())
  /// The input, which may keep a thread waiting: nobody who has a result should wait with it.
  private let source: Mutex<ReportInput>
  /// Counts the blocks that may still be begun.
  private let room: DispatchSemaphore
  /// Is signalled for each result, and for each thread that ends.
  private let news = DispatchSemaphore(value: 0)
  private let work: @Sendable (ReportBlock) -> Result

  init(blocks: ReportInput, window: Int, work: @escaping @Sendable (ReportBlock) -> Result) {
    source = Mutex(blocks)
    room = DispatchSemaphore(value: window)
    self.work = work
  }

  /// What each thread does until no block is left.
  func run() {
    while true {
      room.wait()
      guard !state.withLock({ $0.isStopped }), let block = source.withLock({ $0.next() }) else {
        break
      }
      let result = work(block)
      state.withLock { $0.done[block.number] = result }
      news.signal()
    }
    // The room that was taken in vain goes to the thread that waits behind.
    room.signal()
    state.withLock { $0.endedThreads += 1 }
    news.signal()
  }

  /// Hands on the results in order until all threads have ended.
  func receive(from threads: Int, _ body: (Result) throws -> Void) throws {
    var awaited = 0
    var failure: (any Error)?
    while true {
      news.wait()
      while let result = state.withLock({ $0.done.removeValue(forKey: awaited) }) {
        awaited += 1
        room.signal()
        guard failure == nil else { continue }
        do { try body(result) } catch {
          failure = error
          state.withLock { $0.isStopped = true }
        }
      }
      if state.withLock({ $0.endedThreads == threads && $0.done.isEmpty }) { break }
    }
    if let failure { throw failure }
  }
}
