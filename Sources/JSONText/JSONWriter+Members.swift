extension JSONWriter {
  /// Writes a key and a string, or `null` for nil.
  @inlinable @inline(__always)
  public mutating func member(_ name: StaticString, _ text: String?) {
    key(name)
    string(text)
  }

  /// Writes a key and a string whose UTF-8 bytes are given; they must be well-formed.
  @inlinable @inline(__always)
  public mutating func member(_ name: StaticString, utf8: ArraySlice<UInt8>) {
    key(name)
    string(utf8)
  }

  /// Writes a key and a whole number, or `null` for nil.
  @inlinable @inline(__always)
  public mutating func member(_ name: StaticString, _ value: Int?) {
    key(name)
    int(value)
  }

  /// Writes a key and a number rounded to some decimals, or `null` for nil.
  @inlinable @inline(__always)
  public mutating func member(_ name: StaticString, _ value: Double?, decimals: Int) {
    key(name)
    double(value, decimals: decimals)
  }

  /// Writes a key and a truth value.
  @inlinable @inline(__always)
  public mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// Writes a key and an array of strings.
  public mutating func member(_ name: StaticString, _ texts: [String]) {
    key(name)
    beginArray()
    for text in texts { string(text) }
    endArray()
  }

  /// Writes a key and `null`.
  @inlinable @inline(__always)
  public mutating func memberNull(_ name: StaticString) {
    key(name)
    null()
  }

  /// Writes a key and any JSON value.
  public mutating func member(_ name: StaticString, _ value: JSONValue) {
    key(name)
    self.value(value)
  }
}
