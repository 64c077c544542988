extension ReportInput {
  /// Works on several blocks at the same time, and hands on the results in the order of the blocks.
  ///
  /// While so many blocks are being worked on, one more is read ahead; and no block is begun that
  /// is further than a window from the oldest that is not done, so that one slow block does not let
  /// the results of the others pile up.
  ///
  /// - Parameters:
  ///   - jobs: How many blocks are worked on at the same time; at least one.
  ///   - work: Makes a result of a block, on any thread.
  ///   - receive: Takes the results one after the other; what it throws ends the work.
  nonisolated(nonsending) func inOrder<Result: Sendable>(
    jobs: Int, work: @escaping @Sendable (ReportBlock) -> Result,
    receive: (Result) throws -> Void
  ) async throws {
    let jobs = Swift.max(1, jobs)
    let window = 4 * jobs
    try await withThrowingTaskGroup(of: (number: Int, result: Result).self) { group in
      var blocks = self
      var ahead = blocks.next()
      var done: [Int: Result] = [:]
      var running = 0
      var awaited = 0
      while true {
        // A core that has become free gets its next block before anything else.
        if let block = ahead, running < jobs, block.number < awaited + window {
          group.addTask { (block.number, work(block)) }
          running += 1
          ahead = nil
        }
        while let result = done.removeValue(forKey: awaited) {
          try receive(result)
          awaited += 1
        }
        if ahead == nil, let block = blocks.next() {
          ahead = block
          if running < jobs { continue }
        }
        guard running > 0, let (number, result) = try await group.next() else { return }
        running -= 1
        done[number] = result
      }
    }
  }
}
