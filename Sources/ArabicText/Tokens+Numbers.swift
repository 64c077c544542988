extension Tokens {
  /// Reads digits with their separators; gives the offset behind them.
  static func readNumber(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, into token: inout Token
  ) -> Int {
    token.kind = .number
    var i = start
    var end = start
    var value = 0
    var isFraction = false
    var isGroupedByPoints = false
    while i < text.count {
      let scalar = Scalar.next(in: text, at: i)
      let letter = Folding.fold(scalar.value)
      if letter.isDigit {
        if !isFraction { value = min(value * 10 + Int(letter) - 48, Int(Int32.max)) }
        i += scalar.length
        end = i
        continue
      }
      // A separator counts when digits follow: three behind a comma, any behind a point. Two
      // points make no number: "3.4.2021".
      let isComma = scalar.value == 0x2C || scalar.value == 0x66C || scalar.value == 0x60C
      let isPoint = scalar.value == 0x2E || scalar.value == 0x66B
      guard isComma || isPoint, !isFraction else { break }
      let digits = digitCount(text, from: i + scalar.length)
      if isComma && scalar.value != 0x60C && digits == 3 {
        i += scalar.length
      } else if isPoint && digits == 3 && (value < 1000 || isGroupedByPoints) {
        isGroupedByPoints = true
        i += scalar.length
      } else if isPoint && digits > 0 && !isBetweenPoints(text, start, i) {
        isFraction = true
        i += scalar.length
      } else {
        break
      }
    }
    token.value = Int32(value)
    return end
  }

  /// Whether the point at an offset has another one of its kind next to it, with digits between.
  static func isBetweenPoints(
    _ text: UnsafeBufferPointer<UInt8>, _ number: Int, _ point: Int
  ) -> Bool {
    guard text[point] == 0x2E else { return false }
    if number > 1, text[number - 1] == 0x2E, isDigit(text, before: number - 1) { return true }
    var i = point + 1
    while i < text.count {
      let scalar = Scalar.next(in: text, at: i)
      guard Folding.fold(scalar.value).isDigit else {
        return scalar.value == 0x2E && digitCount(text, from: i + 1) > 0
      }
      i += scalar.length
    }
    return false
  }

  /// Whether a digit of any script ends right before an offset.
  static func isDigit(_ text: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
    var i = end - 1
    while i > 0, text[i] & 0xC0 == 0x80 { i -= 1 }
    return i >= 0 && Folding.fold(Scalar.next(in: text, at: i).value).isDigit
  }

  static func digitCount(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var i = start
    var count = 0
    while i < text.count, count < 4 {
      let scalar = Scalar.next(in: text, at: i)
      guard Folding.fold(scalar.value).isDigit else { break }
      count += 1
      i += scalar.length
    }
    return count
  }
}
