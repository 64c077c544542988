/// The languages that titles and reports are written in.
public enum Language: String, Sendable, CaseIterable {
  case arabic = "ar"
  case english = "en"

  /// The direction of writing, as HTML names it.
  var direction: String { self == .arabic ? "rtl" : "ltr" }
}
