import Claims
import Reports
import Synchronization

/// A key that is spread over all of 64 bits.
protocol Spread: Equatable, Sendable {
  /// The same for equal keys, and mostly another for others, in every bit.
  var spread: UInt64 { get }
}

/// Values that are dear to make and asked for again and again, by key; shared between threads.
///
/// A key's bits choose one of several shelves, so that threads seldom wait for each other, and on it a
/// box of a few values. Where a box is full, one of its values gives way: a stream of new keys must not
/// pile up.
final class Remembered<Key: Spread, Value: Sendable>: Sendable {
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
    let spread = key.spread
    let shelf = shelves[Int(spread >> 32) & (Self.shelfCount - 1)]
    if let known = shelf.value(for: key, spread), isMeant(known) { return known }
    let value = make()
    shelf.put(value, for: key, spread)
    return value
  }
}

/// A part of what is remembered, behind a lock of its own.
private final class Shelf<Key: Spread, Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var key: Key
    var value: Value
  }

  /// Boxes, one after the other; both lists are empty before the first value comes.
  private struct Boxes: Sendable {
    /// The spread keys, apart from all else: most looks go no further.
    var spreads: [UInt64] = []
    var entries: [Entry?] = []

    mutating func set(_ i: Int, _ spread: UInt64, _ entry: Entry?) {
      spreads[i] = spread
      entries[i] = entry
    }
  }

  private let boxes = Mutex(Boxes())
  private let boxCount: Int

  private static var boxSize: Int { 4 }

  init(atMost limit: Int) {
    var count = 1
    while 2 * count * Self.boxSize <= limit { count *= 2 }
    boxCount = count
  }

  private func box(_ spread: UInt64) -> Range<Int> {
    let first = Int(spread & UInt64(boxCount - 1)) * Self.boxSize
    return first..<first + Self.boxSize
  }

  func value(for key: Key, _ spread: UInt64) -> Value? {
    boxes.withLock { boxes in
      guard boxes.spreads.count > 0 else { return nil }
      for i in box(spread) where boxes.spreads[i] == spread {
        if let entry = boxes.entries[i], entry.key == key { return entry.value }
      }
      return nil
    }
  }

  func put(_ value: Value, for key: Key, _ spread: UInt64) {
    let new = Entry(key: key, value: value)
    boxes.withLock { boxes in
      if boxes.spreads.count == 0 {
        boxes.spreads = Array(repeating: 0, count: boxCount * Self.boxSize)
        boxes.entries = Array(repeating: nil, count: boxCount * Self.boxSize)
      }
      let box = box(spread)
      let place =
        box.first { boxes.spreads[$0] == spread && boxes.entries[$0]?.key == key }
        ?? box.first { boxes.entries[$0] == nil }
      if let place { return boxes.set(place, spread, new) }
      // The newest comes first, the oldest goes.
      for i in box.dropFirst().reversed() {
        boxes.set(i, boxes.spreads[i - 1], boxes.entries[i - 1])
      }
      boxes.set(box.lowerBound, spread, new)
    }
  }
}

/// One value for each of so many places, made when it is first asked for; shared between threads.
final class RememberedOfPlaces<Value: Sendable>: Sendable {
  private let shelves: [Lines<Value>]

  /// Makes room for the values of so many places.
  init(_ count: Int) {
    let size = count / Self.shelfCount + 1
    shelves = (0..<Self.shelfCount).map { _ in Lines(size) }
  }

  private static var shelfCount: Int { 64 }

  /// Gives the value of a place, making it where it is not known.
  @inline(__always)
  func value(of place: Int32, make: () -> Value) -> Value {
    let (line, shelf) = Int(place).quotientAndRemainder(dividingBy: Self.shelfCount)
    return shelves[shelf].value(line, make)
  }
}

/// Every so manieth value, behind a lock of their own.
private final class Lines<Value: Sendable>: Sendable {
  private let made = Mutex<[Value?]>([])
  private let count: Int

  init(_ count: Int) { self.count = count }

  @inline(__always)
  func value(_ line: Int, _ make: () -> Value) -> Value {
    made.withLock { made in
      if made.isEmpty { made = Array(repeating: nil, count: count) }
      if let known = made[line] { return known }
      let value = make()
      made[line] = value
      return value
    }
  }
}

extension UInt64: Spread {
  /// Hashes are spread as they are.
  var spread: UInt64 { self }
}

extension Int32: Spread {
  var spread: UInt64 {
    let product = UInt64(UInt32(bitPattern: self)) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}

extension [NamedArea]: Spread {
  var spread: UInt64 {
    var hash = StableHash()
    for i in indices {
      hash.combine(self[i].name.text)
      hash.combine(Int(self[i].name.candidates.first ?? -1))
      hash.combine(
        (self[i].name.noun?.mark ?? 0) << 32 | (self[i].direction?.mark ?? 0) << 1
          | (self[i].isCountryside ? 1 : 0))
    }
    return hash.value
  }
}

extension Whereabouts.Key: Spread {
  var spread: UInt64 {
    var hash = StableHash()
    hash.combine(relation.mark << 16 | (direction?.mark ?? 0))
    if let distance { hash.combine(distance) }
    for place in places { hash.combine(Int(place.index) << 16 | (place.noun?.mark ?? 0)) }
    if let clip { hash.combine(Int(clip)) }
    return hash.value
  }
}

extension RawRepresentable<String> {
  /// A number of sixteen bits that few others of the kind have.
  fileprivate var mark: Int {
    let text = rawValue.utf8
    return text.count << 8 | Int(text.first ?? 0)
  }
}
