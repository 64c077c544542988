extension Page {
  /// The page as Markdown; an Arabic page is wrapped so that it reads from right to left.
  public var markdown: String {
    var text = language == .arabic ? "<div dir=\"rtl\" lang=\"ar\">\n\n" : ""
    for block in blocks { text += block.markdown + "\n" }
    if language == .arabic { text += "</div>\n" }
    return text
  }
}

extension Page.Block {
  fileprivate var markdown: String {
    switch self {
    case .heading(let level, let text):
      return String(repeating: "#", count: level) + " " + text.markdown + "\n"
    case .paragraph(let text): return text.markdown + "\n"
    case .fields(let fields):
      return fields.map { "- **\($0.label.markdown):** \($0.value.markdown)\n" }.joined()
    case .quote(let text, let cite):
      return "> «\(text.markdown)»  \n> — \(cite.markdown)\n"
    case .table(let header, let rows):
      let rule = header.indices.map { $0 == 0 ? "---" : "---" }
      let lines =
        [header.map(\.markdown), rule]
        + rows.map { row in
          row.cells.enumerated().map { index, cell in
            guard index == 0, let page = row.page else { return cell.markdown }
            return "[\(cell.markdown)](\(page))"
          }
        }
      return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    case .links(let links):
      return links.map { "[\($0.text.markdown)](\($0.page))" }.joined(separator: " · ") + "\n"
    case .picture(let file, let alt): return "![\(alt.markdown)](\(file))\n"
    }
  }
}

extension Page.Cite {
  fileprivate var markdown: String {
    guard let url = url.flatMap(webAddress) else { return text.markdown }
    return "[\(text.markdown)](<\(url)>)"
  }
}

extension String {
  /// The text with everything escaped that Markdown or HTML would read as more than text.
  var markdown: String {
    if !utf8.contains(where: \.isMarkup) { return self }
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "{", "}": escaped += "\\\(scalar)"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      // A mention of somebody's account would call them.
      case "@": escaped += "&#64;"
      case "\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{2029}": escaped += " "
      case _ where scalar.value < 32: break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension UInt8 {
  /// True for bytes of characters that some markup gives a meaning, and for bytes that may begin
  /// one of the line separators of Unicode.
  var isMarkup: Bool {
    switch self {
    case 0..<32, 0xC2, 0xE2, 0xEF: true
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "#"), UInt8(ascii: "|"),
      UInt8(ascii: "~"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "@"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}

/// A web address with everything percent-encoded that could end it, or nil for other schemes.
func webAddress(_ text: String) -> String? {
  let lowercased = text.prefix(8).lowercased()
  guard lowercased.hasPrefix("https://") || lowercased.hasPrefix("http://") else { return nil }
  var address = ""
  for byte in text.utf8 {
    switch byte {
    case 0...32, 127...255, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "("),
      UInt8(ascii: ")"):
      let digits = String(byte, radix: 16, uppercase: true)
      address += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
    default: address.unicodeScalars.append(Unicode.Scalar(byte))
    }
  }
  return address
}
