extension String {
  /// The text with every run of Arabic between U+2068 and U+2069, so that a terminal shows it in its
  /// own direction and leaves the order of everything around it.
  ///
  /// Blanks and marks between two Arabic words belong to the run.
  var isolatingArabic: String {
    var result = String.UnicodeScalarView()
    var run = String.UnicodeScalarView()
    /// What stands behind the last Arabic letter and may belong to the run.
    var waiting = String.UnicodeScalarView()
    func close() {
      if !run.isEmpty {
        result.append("\u{2068}")
        result.append(contentsOf: run)
        result.append("\u{2069}")
      }
      result.append(contentsOf: waiting)
      run.removeAll()
      waiting.removeAll()
    }
    for scalar in unicodeScalars {
      if Self.isArabic(scalar) {
        run.append(contentsOf: waiting)
        waiting.removeAll()
        run.append(scalar)
      } else if !run.isEmpty, Self.joinsArabic(scalar) {
        waiting.append(scalar)
      } else {
        close()
        result.append(scalar)
      }
    }
    close()
    return String(result)
  }

  /// The text with a blank for every line break and every run of blanks.
  var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: true
    default: false
    }
  }

  /// Blanks, quotation marks, dashes, bars: what may stand between two Arabic words.
  private static func joinsArabic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\"", "|", "-", "–", "«", "»", "“", "”", "'", "_", "#": true
    default: false
    }
  }
}
