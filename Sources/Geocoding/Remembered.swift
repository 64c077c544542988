import Synchronization

/// Values that are dear to make and asked for again and again, by key; shared between tasks.
///
/// When the shelf is full it is emptied: a stream of new keys must not pile up.
final class Remembered<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let made = Mutex<[Key: Value]>([:])
  private let limit: Int

  init(atMost limit: Int) { self.limit = limit }

  /// Gives the value for a key, making it where it is not known.
  ///
  /// Two tasks may make the same value at once; either is good.
  func value(for key: Key, make: () -> Value) -> Value {
    if let known = made.withLock({ $0[key] }) { return known }
    let value = make()
    made.withLock {
      if $0.count >= limit { $0.removeAll(keepingCapacity: true) }
      $0[key] = value
    }
    return value
  }
}
