import ArabicText
import Claims
import Gazetteer

extension Atlas {
  /// What a folded name may mean of the places that bear it, each once with how close the name is.
  func candidates(bearing written: [Letter], among bearers: [Int32]) -> [Candidate] {
    var candidates: [Candidate] = []
    candidates.reserveCapacity(bearers.count + 1)
    let name = WrittenName(written, gazetteer)
    for index in bearers {
      // A region that is a district by another name is the district.
      let candidate = Candidate(
        place: unit(ofRegion: index) ?? index, match: match(of: name, with: index))
      if let i = candidates.firstIndex(where: { $0.place == candidate.place }) {
        candidates[i].takeBetterMatch(of: candidate)
      } else {
        candidates.append(candidate)
      }
    }
    // Writers add and drop the article: where no well known place bears the name as it is written,
    // those that bear it the other way are meant nearly as often.
    if !bearers.contains(where: { self[$0].importance >= 40 }) {
      for other in gazetteer.places(named: written.withArticleChanged)
      where other.kind == .main && !candidates.contains(where: { $0.place == other.place }) {
        candidates.append(Candidate(place: other.place, match: .article))
      }
    }
    // Where a unit bears the name, the town that it is ruled from is meant as often.
    for i in candidates.indices {
      let candidate = candidates[i]
      if let seat = seat(of: candidate.place), self[candidate.place].kind != .governorate,
        !candidates.contains(where: { $0.place == seat })
      {
        candidates.append(Candidate(place: seat, match: candidate.match))
      }
    }
    return candidates
  }

  /// How close a name is to the names of a place that is known to bear it somehow.
  private func match(of written: WrittenName, with place: Int32) -> NameMatch {
    var best: NameMatch?
    let names = gazetteer.names(of: place)
    for number in names.indices where written.mayBe(number, in: names[number].kind) {
      let name = names[number]
      let letters = written.folded[number]
      if letters.elementsEqual(written.letters) {
        switch name.kind {
        case .main: return .exact
        case .alias: best = .alias
        case .variant: if best != .alias, best != .article { best = .variant }
        case .part: if best == nil { best = .part(trust: Int16((name.confidence * 100).rounded())) }
        }
      } else if name.kind == .main, letters.stem.elementsEqual(written.stem) {
        best = .article
      }
    }
    // The reader matched it some other way: without its article, without its noun.
    return best ?? .alias
  }

  /// Places that a name may mean although no exact entry fits.
  ///
  /// They bear the name with or without its article, with or without a qualifier, without the noun
  /// before it, or spelled otherwise. Only what the scene's areas allow is given, for a farther name
  /// is worth looking at only where the report points.
  ///
  /// - Parameter noun: The type noun before the name.
  func widerCandidates(
    of name: KnownName, behind noun: PlaceNoun?, in scene: Scene
  ) -> [Candidate] {
    // Many names are a slip away from a short one: the areas of the sentence sift them, and where
    // there are none, only the nearest spellings count.
    var spellings = 0
    return name.widerCandidates(behind: noun, self).filter { candidate in
      if case .spelling = candidate.match {
        // A misspelt village is no dam, however near its name.
        if let noun, noun.fit(of: self[candidate.place].kind) < 0 { return false }
        spellings += 1
        if scene.frames.isEmpty { return spellings <= 12 }
      }
      return scene.allows(candidate.place, in: self)
    }
  }

  /// All places of wider names, whatever the scene, those of closer names first.
  func everyWiderCandidate(of name: KnownName, by search: WiderSearch) -> [Candidate] {
    let words = Folding.words(name.text)
    guard !words.isEmpty else { return [] }
    let letters = Array(words.joined())
    let isWhole = words.count > 1 && name.isMainName
    var found: [Candidate] = []
    var seen = Set<Int32>(minimumCapacity: 64)
    // Each place counts by the first name that leads to it.
    func offer(_ place: Int32, _ match: NameMatch) {
      guard seen.insert(place).inserted, !name.bearers.contains(place) else { return }
      if case .qualifier = match {
        // A quarter is no village of a longer name, however near that lies.
        if search == .ofQuarters, self[place].kind.isPopulated { return }
        // "جديدة عرطوز" has a place of its own, and means no other Jdideh.
        if isWhole, !hasName(place, goingOnFrom: letters) { return }
      }
      found.append(Candidate(place: place, match: match))
    }
    for place in places(named: words.withArticleChanged) { offer(place, .article) }
    for near in names.places(sharingStartWith: words, atlas: self) { offer(near.place, near.match) }
    if words.count > 1, search != .plain {
      for place in places(named: Array(words.dropFirst())) {
        offer(place, .qualifier(words: 1, article: false))
      }
    }
    // Quarters are called by what their orchard or hill is called.
    if search == .ofQuarters {
      for near in names.places(endingIn: words, atlas: self) { offer(near.place, near.match) }
    }
    // A slip in a short word says less than one in a long word.
    let length = Float(max(3, letters.count - (words[0].isDefinite ? 2 : 0)))
    let most = min(2, 0.3 * Float(letters.count), 0.22 * length)
    for near in gazetteer.matches(for: name.text, limit: 250, mostSlips: most) {
      switch near.kind {
      case .exact: offer(near.place, .alias)
      case .article: offer(near.place, .article)
      case .near:
        guard near.cost <= 0.22 * length else { continue }
        offer(near.place, .spelling(cost: Int16((near.cost * 600 / length).rounded())))
      }
    }
    return found
  }

  /// Whether a place's name says all that a written one says, and more.
  private func hasName(_ place: Int32, goingOnFrom written: [Letter]) -> Bool {
    gazetteer.names(of: place).indices.contains {
      gazetteer.foldedNames[$0].starts(with: written)
    }
  }

  private func places(named words: [[Letter]]) -> [Int32] {
    gazetteer.places(named: Array(words.joined())).map(\.place)
  }
}

/// What the noun before a name adds to the names that are taken for it.
enum WiderSearch: Sendable {
  /// No noun stands there.
  case plain
  /// A noun, which may be the first word of the name.
  case behindNoun
  /// The noun of a quarter.
  case ofQuarters

  init(behind noun: PlaceNoun?) {
    self =
      switch noun {
      case nil: .plain
      case .neighbourhood: .ofQuarters
      default: .behindNoun
      }
  }
}

/// A folded name, ready to be compared with those of the gazetteer: by marks, before any is folded.
private struct WrittenName {
  let letters: [Letter]
  /// The letters without the article.
  let stem: [Letter]
  /// All names in Arabic script.
  let folded: FoldedNames
  /// The marks of all names in Arabic script, and those of the letters: as they are, without the
  /// article, and with it.
  private let marks: [UInt32]
  private let own: UInt32
  private let bare: UInt32
  private let definite: UInt32

  init(_ letters: [Letter], _ gazetteer: Gazetteer) {
    self.letters = letters
    stem = letters.stem
    folded = gazetteer.foldedNames
    marks = gazetteer.spellingMarks
    own = Gazetteer.spellingMark(of: letters)
    bare = Gazetteer.spellingMark(of: stem)
    definite = Gazetteer.spellingMark(of: [.alef, .lam] + stem)
  }

  /// Whether a name of a kind may be spelled like this one, or a main name but for the article.
  func mayBe(_ number: Int, in kind: PlaceName.Kind) -> Bool {
    let mark = marks[number]
    return mark == own || kind == .main && (mark == bare || mark == definite)
  }
}

extension Scene {
  /// Whether the areas that the sentence names leave room for a place.
  fileprivate func allows(_ place: Int32, in atlas: Atlas) -> Bool {
    guard !frames.isEmpty else { return true }
    return areaWeights(of: place, atlas).inside > 0
  }
}

extension [[Letter]] {
  /// The same words with the article put before the first, or taken from it.
  fileprivate var withArticleChanged: [[Letter]] {
    var words = self
    words[0] = self[0].isDefinite ? self[0].stem : [.alef, .lam] + self[0]
    return words
  }
}

extension RandomAccessCollection<Letter> where Index == Int {
  /// Whether the word begins with the article and goes on.
  var isDefinite: Bool {
    count > 4 && self[startIndex] == .alef && self[startIndex + 1] == .lam
  }
}

extension [Letter] {
  /// The same name with the article put before it, or taken from it.
  fileprivate var withArticleChanged: [Letter] {
    isDefinite ? stem : [.alef, .lam] + self
  }

  /// The word without its article.
  var stem: [Letter] { isDefinite ? Array(dropFirst(2)) : self }
}

extension ArraySlice<Letter> {
  /// The word without its article.
  fileprivate var stem: ArraySlice<Letter> { isDefinite ? dropFirst(2) : self }
}
