/// How many of a number of cases came out right.
public struct Share: Hashable, Sendable {
  public var right: Int
  public var of: Int

  public init(right: Int = 0, of: Int = 0) {
    self.right = right
    self.of = of
  }

  /// 0...1, nil when there are no cases.
  public var value: Double? { of == 0 ? nil : Double(right) / Double(of) }

  mutating func count(_ isRight: Bool) {
    of += 1
    if isRight { right += 1 }
  }
}

/// How much of what is to be found was found, and how much of what was given is right.
public struct Detection: Hashable, Sendable {
  /// The given things that are right, of all given.
  public var given: Share
  /// The things to be found that were found, of all to be found.
  public var wanted: Share

  public init(given: Share = Share(), wanted: Share = Share()) {
    self.given = given
    self.wanted = wanted
  }

  /// 0...1, nil when nothing was given.
  public var precision: Double? { given.value }
  /// 0...1, nil when there is nothing to be found.
  public var recall: Double? { wanted.value }
  /// The harmonic mean of precision and recall; 0 when one of them is 0 or unknown, nil when there
  /// is nothing to be found and nothing was given.
  public var f1: Double? {
    guard given.of + wanted.of > 0 else { return nil }
    let (p, r) = (precision ?? 0, recall ?? 0)
    return p + r == 0 ? 0 : 2 * p * r / (p + r)
  }
}

/// How a count of people came out on the matched pairs.
public struct CountFigures: Hashable, Sendable {
  /// Equal, of the pairs in which gold or claim states it.
  public var exact = Share()
  /// With at least one number in common, of the same pairs.
  public var overlapping = Share()
  /// Equal or stated in neither, of all pairs.
  public var exactOrSilent = Share()
}

/// How far the points of the matched pairs lie from the gold points.
public struct DistanceFigures: Hashable, Sendable {
  /// Kilometres, over the pairs in which both have a point; nil when there are none.
  public var medianKm: Double?
  /// The shares within some distance, of the pairs whose gold has a point; a claim without a point
  /// is never within.
  public var withinTolerance = Share()
  public var within1Km = Share()
  public var within5Km = Share()
  public var within25Km = Share()
  /// Gold points inside the claim's own radius, of the pairs in which both have a point.
  public var insideRadius = Share()
}

/// What the scorer says of the claims that were paired with a gold operation.
public struct MatchedFigures: Hashable, Sendable {
  public var status = Share()
  public var type = Share()
  public var relation = Share()
  /// The same precision, village, town and city being one.
  public var precisionClass = Share()
  /// The same precision exactly.
  public var precision = Share()
  /// The same set of governorates.
  public var governorate = Share()
  /// Only governorates that the gold has too, and at least one.
  public var governorateWithin = Share()
  /// The same places by code, of the pairs whose gold has codes; seats do not stand for units here.
  public var code = Share()
  public var distance = DistanceFigures()
  /// How far the confidence of locations is kept, of the claims that were put in a place.
  public var calibration = Calibration()
  /// The same EDTF, or no date in both.
  public var date = Share()
  /// With at least one day in common, or no date in both.
  public var dateOverlapping = Share()
  public var killed = CountFigures()
  public var wounded = CountFigures()
  public var detained = CountFigures()
  public var freed = CountFigures()
  public var actors = Detection()
}

/// How often a claim stands at a place that a report names without anything having happened there.
public struct TrapFigures: Hashable, Sendable {
  /// Claims located at such a place, by the reason why the report names it, sorted by reason.
  public var byReason: [ReasonCount] = []
  /// Claims from reports on events outside the country.
  public var claimsOutsideSyria = 0
  /// Such reports.
  public var reportsOutsideSyria = 0

  /// A reason and how many claims fell for it.
  public struct ReasonCount: Hashable, Sendable {
    public var reason: String
    public var claims: Int
  }

  /// Claims located at such a place.
  public var claims: Int { byReason.reduce(0) { $0 + $1.claims } }
}
