import Claims

extension Evaluation {
  /// The figures as tables for people, then every miss, grouped into classes, the largest first.
  /// - Parameter fields: Lists the misses of these fields only; all when nil.
  public func text(missesOf fields: Set<Miss.Field>? = nil) -> String {
    var text = summaryText + detectionText + fieldText + countText + trapText
    text += missText(of: fields)
    return text
  }

  /// How far confidence is kept, as a table: of the claims in each band, how many are in the right
  /// place.
  public var calibrationText: String {
    let bands = matched.calibration.bands
    var rows = [["confidence", "mean", "right place", "claims"]]
    for (i, band) in bands.enumerated() {
      let end = i + 1 < bands.count ? bands[i + 1].from : 1
      rows.append([
        "\(decimal(band.from, 2))–\(decimal(end, 2))", ratio(band.confidence),
        ratio(band.share.value), "\(band.share.right)/\(band.share.of)",
      ])
    }
    return table(rows) + "calibration error: "
      + (matched.calibration.error.map { decimal($0, 3) } ?? "–") + "\n"
  }

  private var summaryText: String {
    var text =
      "\(reports) reports (\(negativeReports) negative) · \(goldOperations) gold operations · "
      + "\(claims) claims"
    if uncountedClaims > 0 { text += " (\(uncountedClaims) neither right nor wrong)" }
    text += "\n"
    if !unannotatedReports.isEmpty {
      text +=
        "not scored, because the gold has no such report: "
        + unannotatedReports.joined(separator: ", ") + "\n"
    }
    return text + "\n"
      + table([headline.map(\.name), headline.map { ratio($0.value) }]) + "\n"
  }

  private var detectionText: String {
    func row(_ name: String, _ detection: Detection) -> [String] {
      [
        name, ratio(detection.precision), ratio(detection.recall), ratio(detection.f1),
        "\(detection.given.right)/\(detection.given.of)",
        "\(detection.wanted.right)/\(detection.wanted.of)",
      ]
    }
    var rows = [["detection", "precision", "recall", "F1", "claims", "gold"]]
    rows.append(row("all", detection))
    rows += detectionByStatus.map { row("  " + $0.status.rawValue, $0.detection) }
    rows += detectionByType.map { row("  " + $0.type.rawValue, $0.detection) }
    return table(rows)
      + "false alarms per negative report: "
      + (falseAlarmsPerNegativeReport.map { decimal($0, 3) } ?? "–")
      + " (\(negativeReportClaims) in \(negativeReports))\n\n"
  }

  private var fieldText: String {
    func row(_ name: String, _ share: Share) -> [String] {
      [name, ratio(share.value), "\(share.right)/\(share.of)"]
    }
    let rows = [
      ["matched pairs", "share", "right"],
      row("status", matched.status),
      row("type", matched.type),
      row("relation", matched.relation),
      row("precision class", matched.precisionClass),
      row("precision exactly", matched.precision),
      row("governorates", matched.governorate),
      row("  none but the gold's", matched.governorateWithin),
      row("place code", matched.code),
      row("within tolerance", matched.distance.withinTolerance),
      row("  within 1 km", matched.distance.within1Km),
      row("  within 5 km", matched.distance.within5Km),
      row("  within 25 km", matched.distance.within25Km),
      row("inside radius_m", matched.distance.insideRadius),
      row("date", matched.date),
      row("  overlapping", matched.dateOverlapping),
    ]
    return table(rows) + "median distance: "
      + (matched.distance.medianKm.map { "\(decimal($0, 2)) km" } ?? "–") + "\n\n"
  }

  private var countText: String {
    func row(_ name: String, _ figures: CountFigures) -> [String] {
      [
        name, ratio(figures.exact.value), ratio(figures.overlapping.value),
        "\(figures.exact.right)/\(figures.exact.of)", ratio(figures.exactOrSilent.value),
      ]
    }
    return table([
      ["counts", "exact", "overlapping", "right", "or silent in both"],
      row("killed", matched.killed), row("wounded", matched.wounded),
      row("detained", matched.detained), row("freed", matched.freed),
    ])
      + "\n"
      + table([
        ["actors", "precision", "recall", "F1", "claimed", "gold"],
        [
          "all", ratio(matched.actors.precision), ratio(matched.actors.recall),
          ratio(matched.actors.f1), "\(matched.actors.given.right)/\(matched.actors.given.of)",
          "\(matched.actors.wanted.right)/\(matched.actors.wanted.of)",
        ],
      ]) + "\n"
  }

  private var trapText: String {
    var rows = [["traps", "claims"]]
    rows.append(["all", "\(traps.claims)"])
    rows += traps.byReason.map { ["  " + $0.reason, "\($0.claims)"] }
    rows.append([
      "in \(traps.reportsOutsideSyria) reports outside Syria", "\(traps.claimsOutsideSyria)",
    ])
    return table(rows) + "\n"
  }

  private func missText(of fields: Set<Miss.Field>?) -> String {
    let shown = misses.filter { fields?.contains($0.field) ?? true }
    let categories = shown.categories
    guard !categories.isEmpty else { return "no misses\n" }
    let largest = categories.prefix(10)
    var text = table(
      [[categories.count > 10 ? "the ten largest classes of misses" : "misses", "count"]]
        + largest.map { [$0.name, "\($0.misses.count)"] })
    for category in categories {
      text += "\n\(category.name) (\(category.misses.count))\n"
      for miss in category.misses { text += miss.lines }
    }
    return text
  }
}

extension Miss {
  /// The report with what gold and claim have, and the words that they stand on.
  var lines: String {
    var text = "  \(report)"
    if let gold { text += "  gold: \(gold)" }
    if let claimed { text += "  claim: \(claimed)" }
    text += "\n"
    if !excerpt.isEmpty { text += "    \(excerpt)\n" }
    return text
  }
}

/// A share with three decimals, a dash for none.
func ratio(_ value: Double?) -> String { value.map { decimal($0, 3) } ?? "–" }

/// Rows in aligned columns: the first to the left, the others to the right.
func table(_ rows: [[String]]) -> String {
  let columns = rows.map(\.count).max() ?? 0
  let widths = (0..<columns).map { column in
    rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0
  }
  return rows.map { row in
    row.enumerated().map { column, cell in
      let blanks = String(repeating: " ", count: widths[column] - cell.count)
      return column == 0 ? cell + blanks : "  " + blanks + cell
    }.joined() + "\n"
  }.joined()
}
