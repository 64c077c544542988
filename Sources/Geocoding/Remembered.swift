import Synchronization

/// Values that are dear to make and asked for again and again, by key; shared between threads.
///
/// A key's hash chooses one of several shelves, so that threads seldom wait for each other. When a
/// shelf is full it is emptied: a stream of new keys must not pile up.
final class Remembered<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let shelves: [Shelf<Key, Value>]

  /// Makes room for some values.
  init(atMost limit: Int) {
    shelves = (0..<Self.shelfCount).map { _ in Shelf(atMost: limit / Self.shelfCount) }
  }

  private static var shelfCount: Int { 16 }

  /// Gives the value for a key, making it where it is not known.
  ///
  /// Two threads may make the same value at once; either is good.
  ///
  /// - Parameter isMeant: Whether what is known under the key is what was asked for.
  @inline(__always)
  func value(
    for key: Key, isMeant: (Value) -> Bool = { _ in true }, make: () -> Value
  ) -> Value {
    let shelf = shelves[key.hashValue >> 7 & (Self.shelfCount - 1)]
    if let known = shelf[key], isMeant(known) { return known }
    let value = make()
    shelf.put(value, for: key)
    return value
  }
}

/// A part of what is remembered, behind a lock of its own.
private final class Shelf<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let made = Mutex<[Key: Value]>([:])
  private let limit: Int

  init(atMost limit: Int) { self.limit = limit }

  subscript(key: Key) -> Value? { made.withLock { $0[key] } }

  func put(_ value: Value, for key: Key) {
    made.withLock {
      if $0.count >= limit { $0.removeAll(keepingCapacity: true) }
      $0[key] = value
    }
  }
}
