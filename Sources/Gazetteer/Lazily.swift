import Synchronization

/// A value that is made once, by whoever asks first.
package final class Lazily<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)

  package init() {}

  /// Returns the value, making it when nobody has yet; a failure is not kept.
  package func value(_ make: () throws -> Value) rethrows -> Value {
    try made.withLock { stored in
      if let stored { return stored }
      let value = try make()
      stored = value
      return value
    }
  }
}
