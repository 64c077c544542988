import ArabicText

/// A place that a spelling may mean, and how far its name is from that spelling.
public struct SpellingMatch: Sendable {
  /// How a name was matched.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// The same letters when folded; spaces do not count.
    case exact
    /// The same but for the article before it.
    case article
    /// Some slips away.
    case near
  }
  public var place: Int32
  /// The name that came closest.
  public var name: PlaceName
  public var kind: Kind
  /// Slips: 0 for the same letters, 1 for a wrong letter.
  public var cost: Float
}

extension Gazetteer {
  /// Returns the places that the spelling may mean, best first, for Arabic and Latin script.
  ///
  /// Exact names come first, then those that differ by the article, then those that some slips
  /// explain.
  ///
  /// ```swift
  /// gazetteer.matches(for: "الجريجسة").first   // جرجيسا, cost 0.8
  /// gazetteer.matches(for: "Dayr az-Zawr").first   // دير الزور
  /// ```
  ///
  /// - Parameters:
  ///   - text: a name, without words such as "village".
  ///   - limit: how many places to return at most.
  ///   - mostSlips: the largest cost; nil for about one slip in four letters.
  public func matches(
    for text: String, limit: Int = 20, mostSlips: Float? = nil
  ) -> [SpellingMatch] {
    let utf8 = Array(text.utf8)
    let folded = Folding.folded(utf8[...])
    guard !folded.isEmpty else { return [] }
    // Each place once: the few whose names are spelled so, then those that come near, in the order of
    // names, so that those of one place follow each other.
    var best: [SpellingMatch] = []
    var firstNear = 0
    func add(_ name: PlaceName, _ kind: SpellingMatch.Kind, _ cost: Float) {
      let match = SpellingMatch(place: name.place, name: name, kind: kind, cost: cost)
      let known =
        best.count > firstNear && best[best.count - 1].place == name.place
        ? best.count - 1 : best[..<firstNear].firstIndex { $0.place == name.place }
      guard let known else {
        best.append(match)
        if kind != .near { firstNear = best.count }
        return
      }
      let old = best[known]
      if kind == .near, old.kind == .exact { return }
      if (cost, name.kind.rawValue) < (old.cost, old.name.kind.rawValue) { best[known] = match }
    }
    for name in names(spelled: folded) { add(name, .exact, 0) }
    let isArabic = folded.contains { $0.isArabicLetter }
    if isArabic {
      for name in names(spelled: ArabicSkeleton.withOtherArticle(folded)) {
        add(name, .article, 0.1)
      }
    }
    let slips = mostSlips ?? min(2, 0.3 * Float(folded.count))
    if slips > 0.1 {
      let index = isArabic ? arabicSkeletonIndex : latinSkeletonIndex
      let list = isArabic ? names : latinNames
      let wanted = isArabic ? folded : LatinSkeleton.letters(utf8[...])
      let skeleton = isArabic ? ArabicSkeleton.of(folded) : LatinSkeleton.of(utf8[...])
      for near in Self.near(wanted, in: index, skeleton: skeleton, limit: slips, isArabic) {
        add(list[near.number], .near, near.cost)
      }
    }
    best.sort { a, b in
      if a.cost != b.cost { return a.cost < b.cost }
      if a.name.kind != b.name.kind { return a.name.kind.rawValue < b.name.kind.rawValue }
      let (first, second) = (places[Int(a.place)].importance, places[Int(b.place)].importance)
      return first != second ? first > second : a.place < b.place
    }
    return best.count <= limit ? best : Array(best.prefix(limit))
  }

  /// The numbers of the names that some slips turn into the wanted letters, ascending, with what the
  /// slips cost.
  private static func near(
    _ wanted: [Letter], in index: SkeletonIndex, skeleton: [Letter], limit: Float, _ isArabic: Bool
  ) -> [(number: Int, cost: Float)] {
    var found: [(number: Int, cost: Float)] = []
    let bare = ArabicSkeleton.withoutArticle(wanted[...])
    let letters = LetterSet(bare)
    wanted.withUnsafeBufferPointer { wanted in
      ArabicSlips.with { arabic in
        let positions = index.positions(near: skeleton) { others, count in
          isArabic
            ? arabic.areFar((letters, bare.count), (others, count), limit: limit)
            : LatinSlips().areFar(bare.count, count, limit: limit)
        }
        index.compare(positions) { form in
          isArabic
            ? arabic.distanceOfNames(wanted, form, limit: limit)
            : LatinSlips().distance(wanted, form, limit: limit)
        } found: { number, cost in
          found.append((number, cost))
        }
      }
    }
    // A name that came twice came at the same cost.
    found.sort { $0.number < $1.number }
    var kept = 0
    for near in found where kept == 0 || found[kept - 1].number != near.number {
      found[kept] = near
      kept += 1
    }
    found.removeLast(found.count - kept)
    return found
  }

  private var arabicSkeletonIndex: SkeletonIndex {
    arabicSkeletons.value {
      let folded = foldedNames
      return SkeletonIndex(folded.count, alphabet: ArabicSkeleton.alphabet) {
        name, form, skeleton in
        let letters = folded[name]
        form.append(contentsOf: letters)
        ArabicSkeleton.append(of: letters, to: &skeleton)
      }
    }
  }

  private var latinSkeletonIndex: SkeletonIndex {
    latinSkeletons.value {
      SkeletonIndex(latinNames.count, alphabet: LatinSkeleton.alphabet) { name, form, skeleton in
        let bytes = nameBytes[Int(latinNames[name].start)..<Int(latinNames[name].end)]
        form += LatinSkeleton.letters(bytes)
        skeleton += LatinSkeleton.of(bytes)
      }
    }
  }
}

extension ArabicSkeleton {
  /// Returns the name with the article where it has none, and without where it has one.
  static func withOtherArticle(_ folded: [Letter]) -> [Letter] {
    let bare = withoutArticle(folded[...])
    return bare.count < folded.count ? Array(bare) : [.alef, .lam] + folded
  }
}

extension ArabicSlips {
  /// Returns what the slips from one folded name to another cost, an article counting little.
  @inline(__always)
  func distanceOfNames(
    _ first: UnsafeBufferPointer<Letter>, _ second: UnsafeBufferPointer<Letter>, limit: Float
  ) -> Float? {
    let (a, b) = (first.withoutArticle, second.withoutArticle)
    let article: Float = (a.count == first.count) == (b.count == second.count) ? 0 : 0.1
    return distance(a, b, limit: limit).map { $0 + article }
  }
}

extension UnsafeBufferPointer<Letter> {
  /// The letters behind the article, or all of them when none or too little stands there.
  fileprivate var withoutArticle: Self {
    guard count > 4, self[0] == .alef, self[1] == .lam else { return self }
    return Self(rebasing: self[2...])
  }
}
