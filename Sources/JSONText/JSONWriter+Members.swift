extension JSONWriter {
  /// Writes a key and a string, or `null` for nil.
  public mutating func member(_ name: StaticString, _ text: String?) {
    guard let text else { return memberNull(name) }
    if text.utf8.withContiguousStorageIfAvailable({ member(name, utf8: $0) }) == nil {
      key(name)
      string(Array(text.utf8))
    }
  }

  /// Writes a key and a string, at once where nothing in it needs an escape.
  private mutating func member(_ name: StaticString, utf8: UnsafeBufferPointer<UInt8>) {
    let hasComma = needsComma
    let isPlain = writePlain(utf8, behind: name.utf8CodeUnitCount + 4) { out in
      Self.write(name, hasComma, to: out)
    }
    if isPlain {
      needsComma = true
    } else {
      key(name)
      string(utf8)
    }
  }

  /// Writes a key and a string whose UTF-8 bytes are given; they must be well-formed.
  public mutating func member(_ name: StaticString, utf8: ArraySlice<UInt8>) {
    utf8.withUnsafeBufferPointer { member(name, utf8: $0) }
  }

  /// Writes a key and a whole number, or `null` for nil.
  public mutating func member(_ name: StaticString, _ value: Int?) {
    key(name)
    int(value)
  }

  /// Writes a key and a number rounded to some decimals, or `null` for nil.
  public mutating func member(_ name: StaticString, _ value: Double?, decimals: Int) {
    key(name)
    double(value, decimals: decimals)
  }

  /// Writes a key and a truth value.
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
  public mutating func memberNull(_ name: StaticString) {
    let hasComma = needsComma
    write(atMost: name.utf8CodeUnitCount + 8) { out in
      let length = Self.write(name, hasComma, to: out)
      let null: StaticString = "null"
      (out + length).update(from: null.utf8Start, count: 4)
      return length + 4
    }
    needsComma = true
  }

  /// Writes a key and any JSON value.
  public mutating func member(_ name: StaticString, _ value: JSONValue) {
    key(name)
    self.value(value)
  }
}
