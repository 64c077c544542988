import Claims

/// How far two claims of different reports agree, in half points.
struct Agreement {
  /// The sum over all considerations.
  var weight: Int
  /// True when some consideration speaks against one event.
  var hasDoubt: Bool
  /// True when the day is too vague for the little that agrees besides.
  var lacksSupport: Bool

  /// As much as the same village, the same day and nothing else but a kindred type.
  static let threshold = 12

  /// True when the two claims tell of one event.
  var isSameEvent: Bool { weight >= Self.threshold && !lacksSupport }
}

extension Profile {
  /// Weighs two claims of different reports, or gives nil when they cannot be one event.
  func agreement(with other: Profile) -> Agreement? {
    guard status.canBeOne(with: other.status),
      let typeWeight = type.agreement(with: other.type),
      let days = time.agreement(with: other.time),
      let spot = placeAgreement(with: other)
    else { return nil }

    let who = actors.agreement(with: other.actors, type: type)
    let counts = figures.agreement(with: other.figures)
    let sameWords = wording != nil && wording == other.wording

    let lacksSupport =
      switch days {
      // Bulletins tell of what recurs in the same words every day.
      case .adjacentDay: (type.recurs || !sameWords) && (counts < 2 || who < 0)
      case .unknown:
        !sameWords && (counts < 2 && !isUndatedNews(like: other) || !spot.isSharp)
      default: false
      }

    // What recurs at a place needs its day and its spot to be told from its like.
    let kind = type.recurs && !(days.isSharp && spot.isSharp) ? min(0, typeWeight) : typeWeight
    let means = meansAgreement(with: other)
    let clock = clockAgreement(with: other)
    return Agreement(
      weight: kind + days.weight + spot.weight + (sameWords ? 6 : 0) + who + counts + means + clock,
      hasDoubt: days == .adjacentDay && lacksSupport
        || !sameWords && min(who, counts, means, clock, typeWeight) < 0,
      lacksSupport: lacksSupport)
  }

  /// True when two claims of one report agree in everything that they say.
  ///
  /// The reader has already joined what a report tells twice, so that two claims of one report
  /// are two operations unless nothing tells them apart.
  func repeats(_ other: Profile) -> Bool {
    type == other.type && status == other.status && time.undated == other.time.undated
      && place == other.place
      && actors == other.actors && figures == other.figures && means == other.means
  }

  /// True when two reports tell of one rare thing as news, and neither lets its day be known: then
  /// nothing but their silence tells the two apart.
  private func isUndatedNews(like other: Profile) -> Bool {
    type == other.type && type.isRare && time.isUndatedNews && other.time.isUndatedNews
  }

  private func placeAgreement(with other: Profile) -> PlaceAgreement? {
    guard let place, let otherPlace = other.place else { return .unknown }
    return place.agreement(with: otherPlace)
  }

  private func meansAgreement(with other: Profile) -> Int {
    if means.isEmpty || other.means.isEmpty { return 0 }
    return means.meets(other.means) ? 1 : -2
  }

  private func clockAgreement(with other: Profile) -> Int {
    guard let a = time.clock, let b = other.time.clock, time.days == other.time.days else {
      return 0
    }
    if a.overlaps(b) { return 1 }
    let gap = max(a.lowerBound, b.lowerBound) - min(a.upperBound, b.upperBound)
    // Clocks run round: 23:30 and 00:30 of a night are an hour apart.
    return min(gap, 24 * 60 - gap) > 6 * 60 ? -2 : 0
  }
}

extension ClaimStatus {
  /// True when one event can have both: what happened is told as news or as history and denied by
  /// others; what was foiled or is planned did not happen.
  fileprivate func canBeOne(with other: ClaimStatus) -> Bool {
    switch (self, other) {
    case (.planned, .planned), (.foiled, .foiled), (.denied, _), (_, .denied): true
    case (.planned, _), (_, .planned), (.foiled, _), (_, .foiled): false
    default: true
    }
  }
}
