/// One document: its text as it was published, and what is known of where it came from.
public struct Report: Sendable {
  /// The front matter's or the record's id, else the file's stem.
  public var id: String
  public var title: String?
  /// The outlet, as the report names it.
  public var source: String?
  /// The day of publication; relative days count from it.
  public var published: CalendarDay?
  public var url: String?
  /// The report's text as UTF-8: what stands behind the front matter, or a record's `text`.
  ///
  /// Every range that is read from a report counts bytes of this array.
  public var text: [UInt8]

  public init(
    id: String, title: String? = nil, source: String? = nil, published: CalendarDay? = nil,
    url: String? = nil, text: [UInt8]
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.published = published
    self.url = url
    self.text = text
  }

  public init(id: String, published: CalendarDay? = nil, text: String) {
    self.init(id: id, published: published, text: Array(text.utf8))
  }
}

extension Report {
  /// The words that stand in a range of the text.
  public subscript(range: TextRange) -> String {
    String(decoding: text[range.start..<range.end], as: UTF8.self)
  }

  /// A hash of the text alone, the same wherever the report was found.
  public var contentHash: StableHash {
    var hash = StableHash()
    hash.combine(text)
    return hash
  }
}

/// A stretch of a report's text: UTF-8 byte offsets, half open.
@frozen
public struct TextRange: Hashable, BitwiseCopyable, Sendable {
  public var start: Int
  public var end: Int

  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }
}
