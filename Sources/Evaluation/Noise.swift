/// A way in which people spell the same words otherwise.
public enum Noise: String, Sendable, CaseIterable {
  /// أ إ آ and ا for each other, ؤ as و or ئ, no hamza at the end behind an alef.
  case hamza
  /// ة and ه for each other at the end of a word.
  case taMarbuta = "ta marbuta"
  /// ى and ي for each other at the end of a word.
  case alefMaqsura = "alef maqsura"
  /// A word stretched by tatweel.
  case tatweel
  /// Vowel marks and shadda where there were none, and none where there were some.
  case vowelMarks = "vowel marks"
  /// Western, Arabic-Indic and Persian digits for each other.
  case digits
  /// و ف ب ك ل parted from their word, or written together with it.
  case clitics
  /// No blank behind a mark or a short word before ال, or two blanks for one.
  case blanks
}
