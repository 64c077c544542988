import Foundation

/// What the compiler knows of the spelling of names: cleaning, comparing, and taking apart.
struct Spelling {
  /// Words that come after a name and tell it from its namesakes, as keys without the article.
  private var trailing: Set<String> = []
  /// Words that come before a unit's name.
  private var leading: [String] = []
  /// Nouns that name nothing when they stand alone, as keys without the article.
  private var generic: Set<String> = []
  /// Beginnings of a second word that make it the name of a tribe.
  private var tribes: [String] = []

  /// Reads the word list `qualifiers.tsv`.
  init(qualifiers: Table) throws {
    for row in qualifiers.rows {
      let words = row["words"].components(separatedBy: " | ")
      switch row["class"] {
      case "trailing": for word in words { trailing.insert(Spelling.bareKey(word)) }
      case "leading": leading += words
      case "generic": for word in words { generic.insert(Spelling.bareKey(word)) }
      case "tribe": tribes += words
      default: throw CompilerError("qualifiers.tsv has the class \"\(row["class"])\"")
      }
    }
  }

  // MARK: Cleaning

  /// Returns the name on one line, without repeats, tatweel, and stray blanks.
  static func cleaned(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0xA0: scalars.append(" ")
      case 0x0640, 0x200E, 0x200F, 0xFEFF: continue
      case 0x06A9: scalars.append("\u{0643}")
      case 0x06CC: scalars.append("\u{064A}")
      case 0x7C: scalars.append("/")
      default: scalars.append(scalar)
      }
    }
    return String(scalars).split(separator: " ").joined(separator: " ")
  }

  /// Returns the first line of a name of several lines, cleaned.
  static func firstLine(_ name: String) -> String {
    cleaned(name.split(whereSeparator: \.isNewline).first.map(String.init) ?? name)
  }

  /// Tells whether the text has an Arabic letter and no Latin one.
  static func isArabic(_ name: String) -> Bool {
    var arabic = false
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: return false
      case 0x0621...0x064A, 0x0671...0x06D3: arabic = true
      default: break
      }
    }
    return arabic
  }

  /// Tells whether the text has an Arabic letter.
  static func hasArabic(_ name: String) -> Bool {
    name.unicodeScalars.contains { (0x0621...0x06D3).contains($0.value) }
  }

  // MARK: Comparing

  /// Returns what two spellings of one name share: no hamza seats, no vowel signs, no spaces.
  static func key(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x0622, 0x0623, 0x0625, 0x0671: scalars.append("\u{0627}")
      case 0x0649, 0x0626, 0x06CC: scalars.append("\u{064A}")
      case 0x0629: scalars.append("\u{0647}")
      case 0x0624: scalars.append("\u{0648}")
      case 0x06A9: scalars.append("\u{0643}")
      case 0x0621, 0x0640, 0x064B...0x065F, 0x0670: continue
      case 0x0030...0x0039, 0x0627...0x064A, 0x0660...0x0669: scalars.append(scalar)
      case 0x41...0x5A: scalars.append(Unicode.Scalar(scalar.value + 32)!)
      case 0x61...0x7A: scalars.append(scalar)
      default: continue
      }
    }
    return String(scalars)
  }

  /// Returns the key without the article at its beginning.
  static func bareKey(_ name: String) -> String {
    let whole = key(name)
    return whole.hasPrefix("\u{0627}\u{0644}") && whole.unicodeScalars.count > 4
      ? String(String.UnicodeScalarView(whole.unicodeScalars.dropFirst(2))) : whole
  }

  // MARK: Taking apart

  /// Returns a unit's name without the word for a unit or its centre before it.
  func withoutUnitWord(_ name: String) -> String {
    for word in leading where name.hasPrefix(word) && name.count > word.count + 2 {
      return Spelling.cleaned(String(name.dropFirst(word.count)))
    }
    return name
  }

  /// Returns the parts of a compound name, or nothing when it is simple.
  func parts(of name: String) -> [String] {
    let separators: Set<Character> = ["_", "/", "-", "(", ")", "[", "]", "\u{060C}"]
    let parts = name.split { separators.contains($0) }.map { Spelling.cleaned(String($0)) }
      .filter { Spelling.key($0).unicodeScalars.count >= 2 }
    return parts.count > 1 || (parts.count == 1 && parts[0] != name) ? parts : []
  }

  /// Returns the name without its last word when that only tells it from its namesakes: an upper
  /// or a lower village, a side, a size, a tribe, or one of the given units.
  func withoutQualifier(_ name: String, units: [String]) -> String? {
    let words = name.split(separator: " ").map(String.init)
    guard words.count > 1 else { return nil }
    let last = words[words.count - 1]
    var rest: [String]?
    if trailing.contains(Spelling.bareKey(last))
      || (words.count == 2 && tribes.contains { last.hasPrefix($0) })
    {
      rest = Array(words.dropLast())
    } else {
      for count in 1...2 where words.count > count {
        let tail = Spelling.bareKey(words.suffix(count).joined(separator: " "))
        if units.contains(where: { Spelling.bareKey($0) == tail }) {
          rest = Array(words.dropLast(count))
        }
      }
    }
    guard let rest, !(rest.count == 1 && generic.contains(Spelling.bareKey(rest[0]))) else {
      return nil
    }
    let shorter = rest.joined(separator: " ")
    return Spelling.key(shorter).unicodeScalars.count >= 3 ? shorter : nil
  }

  /// Returns the name with the article where it has none, and without where it has one.
  static func withOtherArticle(_ name: String) -> String {
    let article = "\u{0627}\u{0644}"
    return name.hasPrefix(article) ? String(name.dropFirst(2)) : article + name
  }
}
