import Claims
import Gazetteer
import Lexicon
import Mentions
import Reports
import TestSupport

/// Short reports of our own with the claims that they make, and the reader they are given to.
enum Samples {
  static let reader = try! ClaimReader(
    words: WordReader(lexicon: .bundled(), gazetteer: .bundled()))

  static let operations = examples("operations")
  static let silence = examples("silence")
  static let furniture = examples("furniture")
  static let actors = examples("actors")
  static let triggers = examples("triggers")

  private static func examples(_ name: String) -> [Corpus.Example] {
    Corpus("Tests/ClaimsTests/Corpora/\(name).corpus").examples
  }

  static func claims(_ text: String, _ reference: String?) -> [Claim] {
    let report = Report(
      id: "sample", published: reference.flatMap { CalendarDay(iso: $0) }, text: text)
    return reader.claims(in: report)
  }
}

extension Claim {
  /// `status / type / place relation / date / losses`, a dash for what is not said.
  var line: String {
    [
      status.rawValue, type.rawValue, place.map { "\($0.text) \($0.relation.rawValue)" } ?? "-",
      date?.edtf ?? "-", losses,
    ].joined(separator: " / ")
  }

  /// `K4 W7.. D1..2 F0`, a dash for nothing said.
  var losses: String {
    let counts = [("K", killed), ("W", wounded), ("D", detained), ("F", freed)]
      .compactMap { letter, count in
        count.map {
          "\(letter)\($0.min)" + ($0.max == $0.min ? "" : "..\($0.max.map(String.init) ?? "")")
        }
      }
    return counts.isEmpty ? "-" : counts.joined(separator: " ")
  }
}
