/// One folded letter in one byte.
///
/// Latin letters are their lower-case ASCII, digits are ASCII digits, and the Arabic letters
/// U+0621...U+064A are 0x80...0xA9. Names and words are compared as arrays of these.
public typealias Letter = UInt8

extension Letter {
  @inlinable public static var hamza: Letter { 0x80 }
  @inlinable public static var alef: Letter { 0x86 }
  @inlinable public static var beh: Letter { 0x87 }
  @inlinable public static var tehMarbuta: Letter { 0x88 }
  @inlinable public static var teh: Letter { 0x89 }
  @inlinable public static var thal: Letter { 0x8F }
  @inlinable public static var seen: Letter { 0x92 }
  @inlinable public static var tehWide: Letter { 0x96 }
  @inlinable public static var feh: Letter { 0xA0 }
  @inlinable public static var qaf: Letter { 0xA1 }
  @inlinable public static var kaf: Letter { 0xA2 }
  @inlinable public static var lam: Letter { 0xA3 }
  @inlinable public static var meem: Letter { 0xA4 }
  @inlinable public static var noon: Letter { 0xA5 }
  @inlinable public static var heh: Letter { 0xA6 }
  @inlinable public static var waw: Letter { 0xA7 }
  @inlinable public static var alefMaksura: Letter { 0xA8 }
  @inlinable public static var yeh: Letter { 0xA9 }

  /// Tells whether the byte stands for an Arabic letter.
  @inlinable public var isArabicLetter: Bool { self >= 0x80 }
  /// Tells whether the byte stands for an ASCII digit.
  @inlinable public var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}

/// What one scalar folds to.
enum FoldedScalar {
  /// Ends a word.
  static let none: UInt8 = 0
  /// Belongs to a word and leaves nothing behind: vowel marks, tatweel, joiners, bidi marks.
  static let mark: UInt8 = 1
}
