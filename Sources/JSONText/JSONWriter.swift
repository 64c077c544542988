/// Writes compact JSON into a byte buffer, in the order in which it is called.
///
/// Commas come by themselves. The caller opens and closes objects and arrays in pairs, and writes a
/// key before each value of an object:
///
///     var json = JSONWriter()
///     json.object { json in
///       json.member("type", "Feature")
///       json.key("coordinates")
///       json.array { json in
///         json.double(36.68985, decimals: 5)
///         json.double(36.30977, decimals: 5)
///       }
///     }
///     // {"type":"Feature","coordinates":[36.68985,36.30977]}
///
/// Same calls, same bytes: nothing depends on the locale or the platform.
public struct JSONWriter: Sendable {
  /// Room for what is written; only the first `filled` bytes count.
  @usableFromInline var room: [UInt8]
  @usableFromInline var filled = 0
  /// Whether the next key or value stands behind another one.
  @usableFromInline var needsComma = false

  /// How many bytes have been written.
  public var count: Int { filled }

  /// Makes an empty writer with room for some bytes.
  public init(capacity: Int = 0) {
    // Only what is written is ever read, so that the room need not be filled.
    room = [UInt8](unsafeUninitializedCapacity: capacity) { $1 = capacity }
  }

  /// Makes an empty writer that writes over bytes which nobody needs any more.
  public init(over bytes: consuming [UInt8]) { room = bytes }

  /// A copy of what has been written.
  public var bytes: [UInt8] { Array(room[..<count]) }

  /// What has been written, as text.
  public var string: String { String(decoding: room[..<count], as: UTF8.self) }

  /// Gives what has been written, without a copy, and starts anew.
  public mutating func take() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &room)
    taken.removeLast(taken.count - count)
    clear()
    return taken
  }

  /// Forgets what has been written and keeps the room for more, once it has been passed on.
  public mutating func clear() {
    filled = 0
    needsComma = false
  }

  /// Ends a line of JSON lines.
  public mutating func newline() {
    append(UInt8(ascii: "\n"))
    needsComma = false
  }

  // MARK: Objects and arrays

  /// Opens an object.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }

  /// Closes an object.
  public mutating func endObject() { close(UInt8(ascii: "}")) }

  /// Opens an array.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }

  /// Closes an array.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes an object whose members the closure writes.
  @inlinable
  public mutating func object<E: Error>(
    _ members: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    beginObject()
    try members(&self)
    endObject()
  }

  /// Writes an array whose elements the closure writes.
  @inlinable
  public mutating func array<E: Error>(
    _ elements: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    beginArray()
    try elements(&self)
    endArray()
  }

  /// Writes an object as the value of a key.
  @inlinable
  public mutating func object<E: Error>(
    _ name: StaticString, _ members: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    key(name)
    try object(members)
  }

  /// Writes an array as the value of a key.
  @inlinable
  public mutating func array<E: Error>(
    _ name: StaticString, _ elements: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    key(name)
    try array(elements)
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    append(bracket)
    needsComma = true
  }

  // MARK: Keys

  /// Writes a key that needs no escapes: printable ASCII without quotes and backslashes.
  ///
  /// Where it is called the key is known, so that to copy it is a store or two.
  @inlinable @inline(__always)
  public mutating func key(_ name: StaticString) {
    let hasComma = needsComma
    write(atMost: name.utf8CodeUnitCount + 4) { start in
      let length = name.utf8CodeUnitCount
      start.pointee = UInt8(ascii: ",")
      let out = hasComma ? start + 1 : start
      out.pointee = UInt8(ascii: "\"")
      (out + 1).update(from: name.utf8Start, count: length)
      out[length + 1] = UInt8(ascii: "\"")
      out[length + 2] = UInt8(ascii: ":")
      return length + (hasComma ? 4 : 3)
    }
    needsComma = false
  }

  /// Writes a key of any characters.
  public mutating func key(text name: String) {
    string(name)
    append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Puts the next value of an array on a line of its own.
  public mutating func lineBreak() {
    separate()
    append(UInt8(ascii: "\n"))
    needsComma = false
  }

  // MARK: Literals

  /// Writes `null`.
  public mutating func null() {
    separate()
    write(atMost: 4) { out in
      let null: StaticString = "null"
      out.update(from: null.utf8Start, count: 4)
      return 4
    }
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  /// Writes bytes that are JSON already, as one value.
  public mutating func raw(_ json: [UInt8]) {
    separate()
    json.withUnsafeBufferPointer { append($0) }
  }

  private mutating func literal(_ text: StaticString) {
    separate()
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  // MARK: Bytes

  /// Writes the comma before a value, where one is due.
  @inline(__always)
  mutating func separate() {
    if needsComma { append(UInt8(ascii: ",")) }
    needsComma = true
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    write(atMost: 1) { out in
      out.pointee = byte
      return 1
    }
  }

  @inline(__always)
  mutating func append(_ run: UnsafeBufferPointer<UInt8>) {
    guard let start = run.baseAddress else { return }
    write(atMost: run.count) { out in
      out.update(from: start, count: run.count)
      return run.count
    }
  }

  /// Makes room for some bytes, and lets the closure write them and tell how many they are.
  @inlinable @inline(__always)
  mutating func write(atMost length: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    if room.count - filled < length { grow(by: length) }
    let end = filled
    filled += room.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { body($0 + end) } ?? 0
    }
  }

  @usableFromInline @inline(never)
  mutating func grow(by length: Int) {
    if room.capacity - count >= length {
      // What was taken from the writer before was cut to its length.
      let wanted = min(room.capacity, max(count + length, room.count + room.count / 4))
      room.append(contentsOf: repeatElement(0, count: wanted - room.count))
      return
    }
    // Only what is written is ever read, so that the rest need not be filled.
    let larger = max(count + length, 2 * room.count, 256)
    room = [UInt8](unsafeUninitializedCapacity: larger) { new, size in
      room.withUnsafeBufferPointer { old in
        if let to = new.baseAddress, let from = old.baseAddress {
          to.update(from: from, count: count)
        }
      }
      size = larger
    }
  }
}
