import ArabicText
import Geocoding
import JSONText
import Reports

/// How well spoiled reports are read, beside the same reports as they were written.
public struct NoiseFigures: Sendable {
  /// The figures of one way of spoiling.
  public struct Row: Sendable {
    /// The only kind of noise; nil for all kinds together.
    public var noise: Noise?
    public var evaluation: Evaluation
  }

  public let seed: Int
  /// The reports as they were written.
  public let clean: Evaluation
  /// All kinds together, then each alone.
  public let spoiled: [Row]

  /// Spoils reports and their gold, reads them, and scores what was read.
  ///
  /// - Parameters:
  ///   - seed: Any number; another one spoils other words.
  ///   - clitics: The clitics that a word, as written, begins with.
  ///   - read: Reads what a report claims.
  public init(
    of reports: [Report], against gold: [GoldReport], knowing facts: PlaceFacts, seed: Int,
    clitics: @escaping @Sendable ([UInt8]) -> Clitics, read: (Report) -> [LocatedClaim]
  ) {
    self.seed = seed
    clean = Evaluation(of: reports.flatMap(read), against: gold, knowing: facts)
    spoiled = ([nil] + Noise.allCases).map { noise in
      let spoiler = Spoiler(noise.map { [$0] } ?? Noise.allCases, seed: seed, clitics: clitics)
      return Row(
        noise: noise,
        evaluation: Evaluation(
          of: reports.flatMap { read(spoiler.spoiled($0)) }, against: gold.map(spoiler.spoiled),
          knowing: facts))
    }
  }

  /// How far claims F1 falls when all kinds of noise come together; below zero when it rises.
  public var fall: Double { fall(of: spoiled[0]) }

  private func fall(of row: Row) -> Double {
    (clean.detection.f1 ?? 0) - (row.evaluation.detection.f1 ?? 0)
  }

  /// The misses of all kinds together that the clean reports do not have, the largest class first.
  public var newMisses: [MissCategory] {
    var known: [[String]: Int] = [:]
    for miss in clean.misses { known[[miss.report, miss.category], default: 0] += 1 }
    return spoiled[0].evaluation.misses.filter { miss in
      let key = [miss.report, miss.category]
      guard let count = known[key], count > 0 else { return true }
      known[key] = count - 1
      return false
    }.categories
  }

  // MARK: As text

  /// The figures as a table, and what went wrong only because of the noise.
  public var text: String {
    func row(_ name: String, _ evaluation: Evaluation, fall: String) -> [String] {
      let figures = evaluation.headline
      return [name, ratio(figures[0].value), fall] + figures.dropFirst().map { ratio($0.value) }
    }
    let head = clean.headline.map(\.name)
    var text =
      "\(clean.reports) reports, \(clean.goldOperations) gold operations, seed \(seed)\n\n"
      + table(
        [
          ["spelling", head[0], "fall"] + head.dropFirst(),
          row("as written", clean, fall: "–"),
        ]
          + spoiled.map {
            row(
              $0.noise.map { "  " + $0.rawValue } ?? "spoiled", $0.evaluation,
              fall: decimal(fall(of: $0), 3))
          })
    for category in newMisses {
      text += "\n\(category.name) (\(category.misses.count))\n"
      for miss in category.misses { text += miss.lines }
    }
    return text
  }

  /// The same figures as one line of JSON, the same bytes for the same reports and seed.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("seed", seed)
      json.member("fall", fall, decimals: 4)
      json.array("spellings") { json in
        json.write("as written", clean)
        for row in spoiled { json.write(row.noise?.rawValue ?? "spoiled", row.evaluation) }
      }
    }
    json.newline()
    return json.take()
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ spelling: String, _ evaluation: Evaluation) {
    object { json in
      json.member("spelling", spelling)
      json.object("figures") { json in
        for figure in evaluation.headline {
          json.key(text: figure.name)
          json.double(figure.value, decimals: 4)
        }
      }
    }
  }
}
