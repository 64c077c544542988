extension Page {
  /// The page as an HTML document that needs no other file.
  public var html: String { Page.html([self]) }

  /// Several pages as one HTML document.
  public static func html(_ pages: [Page]) -> String {
    let language = pages.first?.language ?? .english
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)" dir="\(language.direction)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="makan">
      <title>\((pages.first?.title ?? "").xml)</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 16px/1.65 "Noto Naskh Arabic", "Amiri", Georgia, "Times New Roman", serif; \
      max-width: 46rem; margin: 2.5rem auto; padding: 0 1.25rem; color: #23303b; \
      background: #fbfaf7; }
      h1 { font-size: 1.8rem; line-height: 1.25; margin: 2.5rem 0 1rem; }
      h2 { font-size: 1.25rem; margin: 2.25rem 0 .75rem; padding-bottom: .3rem; \
      border-bottom: 1px solid #d8d3c7; }
      h3 { font-size: 1.05rem; margin: 1.75rem 0 .4rem; }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0; }
      dt { color: #6b7680; } dd { margin: 0; }
      blockquote { margin: .75rem 0; padding-inline-start: 1rem; \
      border-inline-start: 3px solid #c9b98f; }
      blockquote p { margin: 0; } cite { color: #6b7680; font-style: normal; font-size: .9rem; }
      table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
      th, td { text-align: start; padding: .3rem .6rem; border-bottom: 1px solid #e4dfd3; }
      a { color: #205d86; }
      @media (prefers-color-scheme: dark) { body { color: #dfe4e8; background: #181c20; } \
      h2, th, td { border-color: #3a4148; } a { color: #8fc1e6; } }
      @media print { body { margin: 0; max-width: none; background: none; } \
      h3, dl, blockquote { break-inside: avoid; } }
      </style>
      </head>
      <body>
      \(pages.map { $0.blocks.map(\.html).joined(separator: "\n") }.joined(separator: "\n<hr>\n"))
      </body>
      </html>

      """
  }
}

extension Page.Block {
  fileprivate var html: String {
    switch self {
    case .heading(let level, let text): return "<h\(level)>\(text.xml)</h\(level)>"
    case .paragraph(let text): return "<p>\(text.xml)</p>"
    case .fields(let fields):
      let rows = fields.map { "<dt>\($0.label.xml)</dt><dd dir=\"auto\">\($0.value.xml)</dd>" }
      return "<dl>\n\(rows.joined(separator: "\n"))\n</dl>"
    case .quote(let text, let cite):
      return "<blockquote lang=\"ar\" dir=\"rtl\"><p>«\(text.xml)»</p>"
        + "<cite dir=\"auto\">\(cite.html)</cite></blockquote>"
    case .table(let header, let rows):
      let head = header.map { "<th>\($0.xml)</th>" }.joined()
      let body = rows.map { row in
        "<tr>" + row.cells.map { "<td>\($0.xml)</td>" }.joined() + "</tr>"
      }
      return "<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n"
        + body.joined(separator: "\n") + "\n</tbody>\n</table>"
    case .links, .picture: return ""
    }
  }
}

extension Page.Cite {
  fileprivate var html: String {
    guard let url = url.flatMap(webAddress) else { return text.xml }
    return "<a href=\"\(url.xml)\" rel=\"noreferrer\">\(text.xml)</a>"
  }
}

extension String {
  /// The text with everything escaped that HTML and SVG would read as more than text.
  var xml: String {
    if !utf8.contains(where: \.isMarkup) { return self }
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      // What XML 1.0 has no way to write.
      case _ where scalar.value < 32 || (0xFFFE...0xFFFF).contains(scalar.value): break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
