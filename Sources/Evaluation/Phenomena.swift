import Claims
import Geocoding
import Mentions

/// How well each phenomenon is read: reports by their tags, operations by what they are like.
public struct Phenomena: Sendable {
  /// What operations are sorted by.
  public enum Aspect: String, Sendable, CaseIterable {
    /// A tag of the report; a report counts under each of its tags.
    case tag
    case type, status, relation, precision, governorate
    /// What the date is: a day, an interval, unknown.
    case date
    /// The rule that reads the words of the date.
    case dateWords = "date words"
    /// How many operations the report tells.
    case operations = "operations told"
  }

  /// The operations of one class, and how well they were read.
  public struct Class: Sendable {
    public var aspect: Aspect
    public var name: String
    /// The gold operations of the class, and those that a claim was found for.
    public var found = Share()
    /// Those that were found with status, type, place, governorate, date and counts all right.
    public var whole = Share()
    /// Claims of the class without a gold operation; nil where a claim alone has no class.
    public var falseAlarms: Int?
    /// The fields of what was found.
    public var matched = MatchedFigures()

    /// Counts of people that gold or claim states, and how many of them are equal.
    public var counts: Share {
      [matched.killed, matched.wounded, matched.detained, matched.freed].reduce(into: Share()) {
        $0.right += $1.exact.right
        $0.of += $1.exact.of
      }
    }
  }

  /// The classes by aspect, and under each the weakest first.
  public private(set) var classes: [Class] = []
  /// Everything that came out wrong, by class, the largest class first.
  public private(set) var misses: [MissCategory] = []

  /// The classes of all aspects with several operations, the weakest first.
  public var weakest: [Class] {
    classes.filter { $0.whole.of >= Self.several }.sorted(by: Self.isWeaker)
  }

  /// Fewer operations than these say nothing of a class.
  public static let several = 5

  /// Sorts the operations of annotated reports, and compares them with the claims.
  ///
  /// - Parameter dateRule: Names the rule that reads the words of a date.
  public init(
    of claims: [LocatedClaim], against gold: [GoldReport], knowing facts: PlaceFacts,
    dateRule: (String) -> String?
  ) {
    let claimsOfReport = Dictionary(grouping: claims, by: \.report.id)
    var found = Found()
    for report in gold {
      let claims = claimsOfReport[report.id] ?? []
      let match = ReportMatch(of: claims, with: report.operations, knowing: facts)
      let ofReport =
        report.tags.map { (Aspect.tag, $0) }
        + [(.operations, Self.size(report.operations.count))]
      for pair in match.pairs {
        let operation = report.operations[pair.gold]
        var comparison = Comparison(
          of: claims[pair.claim], with: operation, score: pair.score, knowing: facts)
        var figures = MatchedFigures()
        comparison.add(to: &figures)
        let isWhole = !comparison.misses.contains { Self.whole.contains($0.field) }
        for (aspect, name) in ofReport + operation.classes(dateRule) {
          found.with(aspect, name) {
            $0.found.count(true)
            $0.whole.count(isWhole)
            comparison.add(to: &$0.matched)
          }
        }
      }
      for g in match.missed {
        for (aspect, name) in ofReport + report.operations[g].classes(dateRule) {
          found.with(aspect, name) {
            $0.found.count(false)
            $0.whole.count(false)
          }
        }
      }
      // A report without operations has its classes too.
      for (aspect, name) in ofReport { found.with(aspect, name) { _ in } }
      for c in match.falseAlarms {
        for (aspect, name) in ofReport + claims[c].classes {
          found.with(aspect, name) { $0.falseAlarms = ($0.falseAlarms ?? 0) + 1 }
        }
      }
    }
    classes = found.classes.sorted {
      $0.aspect == $1.aspect ? Self.isWeaker($0, $1) : Self.rank($0.aspect) < Self.rank($1.aspect)
    }
    misses = Evaluation(of: claims, against: gold, knowing: facts).misses.categories
  }

  /// What must be right for an operation to be read wholly.
  private static let whole: Set<Miss.Field> = [
    .status, .type, .governorate, .place, .date, .killed, .wounded, .detained, .freed,
  ]

  private static func size(_ count: Int) -> String {
    count < 4 ? "\(count)" : count < 6 ? "4 or 5" : "6 or more"
  }

  private static func rank(_ aspect: Aspect) -> Int {
    Aspect.allCases.firstIndex(of: aspect) ?? Aspect.allCases.count
  }

  /// Few operations say little of a class: such classes come last.
  private static func isWeaker(_ a: Class, _ b: Class) -> Bool {
    func key(_ c: Class) -> (Int, Double, Int, String) {
      (c.whole.of < several ? 1 : 0, c.whole.value ?? 1, -c.whole.of, c.name)
    }
    return key(a) < key(b)
  }

  /// The classes that were met.
  private struct Found {
    private struct Key: Hashable {
      var aspect: Aspect
      var name: String
    }
    private var index: [Key: Int] = [:]
    var classes: [Class] = []

    mutating func with(_ aspect: Aspect, _ name: String, _ change: (inout Class) -> Void) {
      let key = Key(aspect: aspect, name: name)
      if index[key] == nil {
        index[key] = classes.count
        classes.append(Class(aspect: aspect, name: name))
        // A date alone does not say which class of words it was read from.
        if aspect != .date, aspect != .dateWords { classes[classes.count - 1].falseAlarms = 0 }
      }
      change(&classes[index[key]!])
    }
  }
}

extension GoldOperation {
  /// What the operation is like.
  fileprivate func classes(_ dateRule: (String) -> String?) -> [(Phenomena.Aspect, String)] {
    [
      (.type, type.rawValue), (.status, status.rawValue), (.relation, relation.rawValue),
      (.precision, precision.rawValue), (.date, dateForm),
      (.dateWords, dateText.map { dateRule($0) ?? "read by no rule" } ?? "none"),
    ] + governorates.map { (.governorate, $0) }
  }

  private var dateForm: String {
    guard let date else { return "unknown" }
    let form =
      date.hasPrefix("XXXX")
      ? "a day without a year"
      : date.contains("/")
        ? "an interval" : date.count == 10 ? "a day" : date.count == 7 ? "a month" : "a year"
    return dateText == nil ? form + ", taken from elsewhere" : form
  }
}

extension LocatedClaim {
  /// What the claim is like, as far as a claim without a gold operation can be sorted.
  fileprivate var classes: [(Phenomena.Aspect, String)] {
    [(.type, claim.type.rawValue), (.status, claim.status.rawValue)]
      + [
        (location?.relation ?? claim.place?.relation).map { (.relation, $0.rawValue) },
        (location?.precision).map { (.precision, $0.rawValue) },
      ].compactMap(\.self) + governorates.sorted().map { (.governorate, $0) }
  }
}
