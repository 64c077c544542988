/// A report as a list of blocks, before it becomes text, Markdown, or HTML.
///
/// All texts are plain: each rendering escapes them in its own way.
public struct Page: Sendable {
  public enum Block: Sendable {
    /// A heading; level 1 is the page's title.
    case heading(Int, String)
    case paragraph(String)
    /// Labels with what they stand for.
    case fields([Field])
    /// A report's own words, and who says them.
    case quote(String, cite: Cite)
    /// A header and rows; the first cell of a row may lead to another page.
    case table(header: [String], rows: [Row])
    case links([Link])
    /// A picture beside the page, and what it shows.
    case picture(file: String, alt: String)
  }

  /// A label and its value: `Where: …`.
  public struct Field: Sendable {
    public var label: String
    public var value: String
  }

  /// A report that is quoted.
  public struct Cite: Sendable {
    public var text: String
    /// An `http` or `https` address.
    public var url: String?
  }

  /// A row of a table.
  public struct Row: Sendable {
    public var cells: [String]
    /// The page that the first cell leads to.
    public var page: String?
  }

  /// A link to another page of the folder.
  public struct Link: Sendable {
    public var text: String
    public var page: String
  }

  public var language: Language
  public var blocks: [Block]

  /// The first heading.
  public var title: String {
    for case .heading(1, let text) in blocks { return text }
    return ""
  }
}
