import Claims
import Geocoding

/// How well claims agree with what an annotator says the same reports tell.
///
/// It follows section 7 of the corpus's README: claims and gold operations of one report are
/// paired one to one, detection counts the pairs, and every field is compared on the pairs.
public struct Evaluation: Sendable {
  /// Annotated reports, and those among them that tell no operation.
  public private(set) var reports = 0
  public private(set) var negativeReports = 0
  /// Gold operations, without those that may be given or left out.
  public private(set) var goldOperations = 0
  /// Claims from annotated reports.
  public private(set) var claims = 0
  /// Claims that are neither right nor wrong: further places of an operation that was found, and
  /// operations that may be given or left out.
  public private(set) var uncountedClaims = 0
  /// Ids of reports that have claims but no annotation, in the order of the claims; their claims
  /// are not scored.
  public private(set) var unannotatedReports: [String] = []

  /// Finding operations at all.
  public private(set) var detection = Detection()
  /// The same for each status: claims by their own status, gold operations by the gold's.
  public private(set) var detectionByStatus: [StatusDetection] = []
  /// The same for each type.
  public private(set) var detectionByType: [TypeDetection] = []
  /// Claims from reports that tell no operation.
  public private(set) var negativeReportClaims = 0
  /// The fields of the claims that found an operation.
  public private(set) var matched = MatchedFigures()
  public private(set) var traps = TrapFigures()
  /// Everything that came out wrong, by report in the order of the gold.
  public private(set) var misses: [Miss] = []

  /// A status and how well its operations were found.
  public struct StatusDetection: Sendable {
    public var status: ClaimStatus
    public var detection: Detection
  }

  /// A type and how well its operations were found.
  public struct TypeDetection: Sendable {
    public var type: OperationType
    public var detection: Detection
  }

  /// Claims from reports without an operation, for each such report; nil when there are none.
  public var falseAlarmsPerNegativeReport: Double? {
    negativeReports == 0 ? nil : Double(negativeReportClaims) / Double(negativeReports)
  }

  /// Scores claims against the gold of the reports that they were read from.
  ///
  /// A report belongs to the gold of the same id. An annotated report without claims counts as one
  /// in which nothing was found.
  public init(of claims: [LocatedClaim], against gold: [GoldReport], knowing facts: PlaceFacts) {
    var claimsOfReport: [String: [LocatedClaim]] = [:]
    for claim in claims { claimsOfReport[claim.report.id, default: []].append(claim) }
    var goldIDs: Set<String> = []
    var merged: [GoldReport] = []
    for report in gold {
      if goldIDs.insert(report.id).inserted {
        merged.append(report)
      } else if let first = merged.firstIndex(where: { $0.id == report.id }) {
        merged[first].operations += report.operations
        merged[first].notEventPlaces += report.notEventPlaces
        merged[first].tags += report.tags
      }
    }
    var unknown: Set<String> = []
    for claim in claims where !goldIDs.contains(claim.report.id) {
      if unknown.insert(claim.report.id).inserted { unannotatedReports.append(claim.report.id) }
    }

    var statuses: [ClaimStatus: Detection] = [:]
    var types: [OperationType: Detection] = [:]
    var kilometres: [Double] = []
    var trapReasons: [String: Int] = [:]
    for report in merged {
      let claims = claimsOfReport[report.id] ?? []
      let match = ReportMatch(of: claims, with: report.operations, knowing: facts)
      count(report, claims, match)
      for pair in match.pairs {
        let (operation, claim) = (report.operations[pair.gold], claims[pair.claim])
        statuses[claim.claim.status, default: Detection()].given.count(true)
        statuses[operation.status, default: Detection()].wanted.count(true)
        types[claim.claim.type, default: Detection()].given.count(true)
        types[operation.type, default: Detection()].wanted.count(true)
        var comparison = Comparison(
          of: claim, with: operation, score: pair.score, knowing: facts)
        comparison.add(to: &matched)
        if let km = comparison.kilometres { kilometres.append(km) }
        misses += comparison.misses
      }
      for g in match.missed {
        let operation = report.operations[g]
        statuses[operation.status, default: Detection()].wanted.count(false)
        types[operation.type, default: Detection()].wanted.count(false)
        misses.append(Miss(missing: operation, in: report.id))
      }
      for c in match.falseAlarms {
        statuses[claims[c].claim.status, default: Detection()].given.count(false)
        types[claims[c].claim.type, default: Detection()].given.count(false)
        misses.append(Miss(falseAlarm: claims[c]))
      }
      for claim in claims {
        guard let trap = report.trap(for: claim, knowing: facts) else { continue }
        trapReasons[trap.reason, default: 0] += 1
        misses.append(Miss(trapped: claim, at: trap))
      }
    }
    detectionByStatus = ClaimStatus.allCases.compactMap { status in
      statuses[status].map { StatusDetection(status: status, detection: $0) }
    }
    detectionByType = OperationType.allCases.compactMap { type in
      types[type].map { TypeDetection(type: type, detection: $0) }
    }
    traps.byReason = trapReasons.sorted { $0.key < $1.key }
      .map { TrapFigures.ReasonCount(reason: $0.key, claims: $0.value) }
    matched.distance.medianKm = median(kilometres)
  }

  private mutating func count(
    _ report: GoldReport, _ claims: [LocatedClaim], _ match: ReportMatch
  ) {
    reports += 1
    self.claims += claims.count
    uncountedClaims += match.uncounted.count
    goldOperations += match.pairs.count + match.missed.count
    detection.given.right += match.pairs.count
    detection.given.of += match.pairs.count + match.falseAlarms.count
    detection.wanted.right += match.pairs.count
    detection.wanted.of += match.pairs.count + match.missed.count
    if report.isNegative {
      negativeReports += 1
      negativeReportClaims += claims.count
    }
    if report.isOutsideSyria {
      traps.reportsOutsideSyria += 1
      traps.claimsOutsideSyria += claims.count
    }
  }
}

/// The middle value, the mean of the two middle ones for an even number; nil for no values.
private func median(_ values: [Double]) -> Double? {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return nil }
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
