/// A governorate, district, or subdistrict as features cite it.
public struct AdminUnit: Hashable, Sendable {
  /// The p-code: `SY09`, `SY0902`, `SY090203`.
  public var code: String
  public var nameArabic: String
  public var nameEnglish: String

  public init(code: String, nameArabic: String, nameEnglish: String) {
    self.code = code
    self.nameArabic = nameArabic
    self.nameEnglish = nameEnglish
  }

  /// The name in a language, or the other one, or the code, whichever there is.
  public func name(_ language: Language) -> String {
    let names = language == .arabic ? [nameArabic, nameEnglish] : [nameEnglish, nameArabic]
    return names.first { !$0.isEmpty } ?? code
  }
}
