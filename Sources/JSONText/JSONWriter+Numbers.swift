extension JSONWriter {
  /// Writes a whole number, or `null` for nil.
  public mutating func int(_ value: Int?) {
    guard let value else { return null() }
    separate()
    appendDecimal(value.magnitude, isNegative: value < 0, decimals: 0)
  }

  /// Writes a number rounded to some decimals, or `null` for nil and for what is not finite.
  ///
  /// Trailing zeros are left out, an exponent never appears, and zero has no sign: `36.68985`,
  /// `36.7`, `37`, `0`. Halves round away from zero.
  public mutating func double(_ value: Double?, decimals: Int) {
    guard let value, value.isFinite else { return null() }
    if decimals == 5, value.magnitude < 1000 {
      separate()
      return write(atMost: Self.longestPair) { Self.append(value, to: $0) - $0 }
    }
    let scaled = value.magnitude * (decimals == 5 ? 1e5 : powersOfTen[decimals])
    guard scaled < 9e18 else { return shortest(value) }
    let whole = UInt(scaled)
    let rounded = scaled - Double(whole) < 0.5 ? whole : whole + 1
    separate()
    appendDecimal(rounded, isNegative: value < 0, decimals: decimals)
  }

  /// Writes an array of pairs of numbers, each with five decimals as `double` writes it: the
  /// coordinates of a line.
  ///
  /// - Parameter numbers: The first and the second number of each pair.
  public mutating func pairs(_ numbers: [Double]) {
    guard numbers.allSatisfy({ $0.magnitude < 1000 }) else {
      return array { json in
        for i in stride(from: 0, to: numbers.count - 1, by: 2) {
          json.array {
            $0.double(numbers[i], decimals: 5)
            $0.double(numbers[i + 1], decimals: 5)
          }
        }
      }
    }
    separate()
    write(atMost: 2 + numbers.count / 2 * Self.longestPair) { start in
      var out = start
      out.pointee = UInt8(ascii: "[")
      out += 1
      for i in stride(from: 0, to: numbers.count - 1, by: 2) {
        if i > 0 {
          out.pointee = UInt8(ascii: ",")
          out += 1
        }
        out.pointee = UInt8(ascii: "[")
        out = Self.append(numbers[i], to: out + 1)
        out.pointee = UInt8(ascii: ",")
        out = Self.append(numbers[i + 1], to: out + 1)
        out.pointee = UInt8(ascii: "]")
        out += 1
      }
      out.pointee = UInt8(ascii: "]")
      return out + 1 - start
    }
  }

  /// Bytes of a pair of numbers with a sign, four digits before the point and five behind it, and of
  /// what stands between pairs.
  private static var longestPair: Int { 2 * 11 + 4 }

  /// Writes a number below a thousand with five decimals, and gives where it ends.
  @inline(__always)
  private static func append(
    _ number: Double, to start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let scaled = number.magnitude * 1e5
    let floor = UInt32(scaled)
    let rounded = scaled - Double(floor) < 0.5 ? floor : floor + 1
    var out = start
    if number < 0, rounded != 0 {
      out.pointee = UInt8(ascii: "-")
      out += 1
    }
    let whole = rounded / 100_000
    func digit(_ value: UInt32) {
      out.pointee = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value)
      out += 1
    }
    if whole >= 1000 { digit(whole / 1000) }
    if whole >= 100 { digit(whole / 100 % 10) }
    if whole >= 10 { digit(whole / 10 % 10) }
    digit(whole % 10)
    let rest = rounded - whole * 100_000
    if rest == 0 { return out }
    out.pointee = UInt8(ascii: ".")
    // A digit before the binary point of 32 bits, the others behind it: each times ten shows the next.
    var digits = UInt64(rest) * ((1 << 32) / 10_000 + 1)
    for place in 1...5 {
      out[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digits >> 32)
      digits = (digits & 0xFFFF_FFFF) * 10
    }
    out += 6
    while out[-1] == UInt8(ascii: "0") { out -= 1 }
    return out
  }

  /// Writes the shortest decimals that read back as the same number, without an exponent.
  ///
  /// What is not finite becomes `null`.
  public mutating func double(_ value: Double?) {
    guard let value, value.isFinite else { return null() }
    shortest(value)
  }

  /// Writes the digits of a number that stands for `value / 10^decimals`.
  private mutating func appendDecimal(_ value: UInt, isNegative: Bool, decimals: Int) {
    var value = value
    var decimals = decimals
    while decimals > 0 {
      let (quotient, remainder) = value.quotientAndRemainder(dividingBy: 10)
      if remainder != 0 { break }
      value = quotient
      decimals -= 1
    }
    let isNegative = isNegative && value != 0
    var length = 1
    var limit: UInt = 10
    while value >= limit {
      length += 1
      let (next, isOver) = limit.multipliedReportingOverflow(by: 10)
      if isOver { break }
      limit = next
    }
    // A number that is less than one has a zero before its point.
    length = max(length, decimals + 1)
    write(atMost: length + 2) { start in
      let out = isNegative ? start + 1 : start
      if isNegative { start.pointee = UInt8(ascii: "-") }
      let size = decimals > 0 ? length + 1 : length
      var rest = value
      var i = size
      while i > 0 {
        i -= 1
        if decimals > 0, size - i == decimals + 1 {
          out[i] = UInt8(ascii: ".")
          continue
        }
        let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
        out[i] = UInt8(truncatingIfNeeded: remainder) + UInt8(ascii: "0")
        rest = quotient
      }
      return size + (isNegative ? 1 : 0)
    }
  }

  /// Writes the shortest description of a finite number with its exponent spelled out in zeros.
  private mutating func shortest(_ value: Double) {
    separate()
    guard value != 0 else { return append(UInt8(ascii: "0")) }
    if value < 0 { append(UInt8(ascii: "-")) }
    var digits: [UInt8] = []
    var exponent = 0
    var text = value.magnitude.description[...]
    if let e = text.firstIndex(of: "e") {
      exponent = Int(text[text.index(after: e)...]) ?? 0
      text = text[..<e]
    }
    // Where the point stands among the digits.
    var point = text.utf8.count
    for (i, byte) in text.utf8.enumerated() {
      if byte == UInt8(ascii: ".") { point = i } else { digits.append(byte) }
    }
    point += exponent
    while digits.count > max(point, 1), digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if point <= 0 {
      append(UInt8(ascii: "0"))
      append(UInt8(ascii: "."))
      for _ in point..<0 { append(UInt8(ascii: "0")) }
      for digit in digits { append(digit) }
    } else {
      for (i, digit) in digits.enumerated() {
        if i == point { append(UInt8(ascii: ".")) }
        append(digit)
      }
      for _ in min(digits.count, point)..<point { append(UInt8(ascii: "0")) }
    }
  }
}

/// Ten to the power of the index, each of them exact.
private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]
