/// One folded letter in one byte.
///
/// Latin letters are their lower-case ASCII, digits are ASCII digits, and the Arabic letters
/// U+0621...U+064A are 0x80...0xA9. Names and words are compared as arrays of these.
public typealias Letter = UInt8

extension Letter {
  package static let hamza: Letter = 0x80
  package static let alef: Letter = 0x86
  package static let beh: Letter = 0x87
  package static let tehMarbuta: Letter = 0x88
  package static let teh: Letter = 0x89
  package static let seen: Letter = 0x92
  package static let tehWide: Letter = 0x96
  package static let feh: Letter = 0xA0
  package static let qaf: Letter = 0xA1
  package static let kaf: Letter = 0xA2
  package static let lam: Letter = 0xA3
  package static let meem: Letter = 0xA4
  package static let noon: Letter = 0xA5
  package static let heh: Letter = 0xA6
  package static let waw: Letter = 0xA7
  package static let alefMaksura: Letter = 0xA8
  package static let yeh: Letter = 0xA9

  /// Tells whether the byte stands for an Arabic letter.
  public var isArabicLetter: Bool { self >= 0x80 }
  /// Tells whether the byte stands for an ASCII digit.
  public var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}

/// What one scalar folds to.
enum FoldedScalar {
  /// Ends a word.
  static let none: UInt8 = 0
  /// Belongs to a word and leaves nothing behind: vowel marks, tatweel, joiners, bidi marks.
  static let mark: UInt8 = 1
}
