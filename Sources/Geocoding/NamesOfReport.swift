import Claims
import Gazetteer
import Geometry
import Reports

/// The names of one report, each read once however many claims it stands around.
struct NamesOfReport {
  private let geocoder: Geocoder
  private var ranges: [TextRange] = []
  private var names: [Name] = []
  /// Where the last name was found: the next one mostly stands behind it.
  private var last = -1
  /// What stands around the phrases: the names of the report, which all its phrases carry.
  private var around = Surroundings()

  /// A name as it was first read, and a hash of its letters.
  private struct Name {
    var place: NamedPlace
    var letters: UInt64
  }

  /// The names that stand around phrases, and where they may lie.
  private struct Surroundings {
    /// Where the list lies in memory that they were read from.
    var list: UnsafeRawPointer?
    var numbers: [Int32] = []
    /// Where the names may lie, one after the other, and where those of each begin; one more at the end.
    ///
    /// Empty before somebody asks.
    var landmarks: [Landmark] = []
    var starts: [Int] = []
  }

  init(_ geocoder: Geocoder) { self.geocoder = geocoder }

  /// A name as it was first read.
  subscript(_ number: Int32) -> NamedPlace { names[Int(number)].place }

  /// What the geocoder makes of a name.
  func known(_ number: Int32) -> KnownName {
    geocoder.name(of: names[Int(number)].place, letters: names[Int(number)].letters)
  }

  // MARK: What stands around

  /// Reads the names that stand around a phrase; those of the phrase itself have been read.
  mutating func read(around phrase: PlacePhrase) {
    // The phrases of a report share one list, and keep it alive.
    let list = phrase.surroundings.withUnsafeBytes { $0.baseAddress }
    if let list, list == around.list, around.numbers.count == phrase.surroundings.count { return }
    around = Surroundings()
    around.list = list
    around.numbers.reserveCapacity(phrase.surroundings.count)
    for i in phrase.surroundings.indices {
      around.numbers.append(number(of: phrase.surroundings[i]))
    }
  }

  /// How many names stand around a phrase that has some names itself.
  func count(besides own: [Int32]) -> Int {
    var count = 0
    for number in around.numbers where !own.contains(number) { count += 1 }
    return count
  }

  /// The noun of a settlement that stands before the same name elsewhere in the report: "بعفرين", and then
  /// "شمالي مدينة عفرين"; nil where the name has a noun of its own.
  func noun(of name: Int32, besides own: [Int32]) -> PlaceNoun? {
    guard names[Int(name)].place.noun == nil else { return nil }
    for number in around.numbers where names[Int(number)].letters == names[Int(name)].letters {
      switch names[Int(number)].place.noun {
      case .city, .town, .village:
        if !own.contains(number) { return names[Int(number)].place.noun }
      default: continue
      }
    }
    return nil
  }

  /// Where the names may lie that stand around a phrase, but for its own and those that are spelled as
  /// one of them.
  mutating func landmarks(besides own: [Int32], unlike name: Int32) -> [Landmark] {
    if around.starts.isEmpty { placeSurroundings() }
    let letters = names[Int(name)].letters
    var list: [Landmark] = []
    list.reserveCapacity(around.landmarks.count)
    // Few are left out: what stands between those is taken at once.
    var first = 0
    for (i, number) in around.numbers.enumerated()
    where names[Int(number)].letters == letters || own.contains(number) {
      list.append(contentsOf: around.landmarks[first..<around.starts[i]])
      first = around.starts[i + 1]
    }
    list.append(contentsOf: around.landmarks[first...])
    return list
  }

  private mutating func placeSurroundings() {
    around.starts.reserveCapacity(around.numbers.count + 1)
    around.landmarks.reserveCapacity(2 * around.numbers.count)
    for number in around.numbers {
      around.starts.append(around.landmarks.count)
      Landmark.append(
        landmarksOf: names[Int(number)].place.candidates, noun: names[Int(number)].place.noun,
        atlas: geocoder.atlas, atMost: 4, to: &around.landmarks)
    }
    around.starts.append(around.landmarks.count)
  }

  // MARK: Numbers

  /// The number of a name, the same for the same name at the same place of the text.
  mutating func number(of named: NamedPlace) -> Int32 { number(at: named.range) ?? add(named) }

  /// The number of the name at a place of the text; nil where none is known yet.
  @inline(__always)
  private mutating func number(at range: TextRange) -> Int32? {
    // A name stands at one place in the text; only phrases made by hand share an empty range.
    guard range.start < range.end else { return nil }
    if last + 1 < ranges.count, ranges[last + 1] == range {
      last += 1
      return Int32(last)
    }
    guard let known = ranges.lastIndex(of: range) else { return nil }
    last = known
    return Int32(known)
  }

  private mutating func add(_ named: NamedPlace) -> Int32 {
    if names.isEmpty {
      // What most reports name fits without moving.
      ranges.reserveCapacity(16)
      names.reserveCapacity(16)
    }
    ranges.append(named.range)
    names.append(Name(place: named, letters: StableHash.of(named.text)))
    last = names.count - 1
    return Int32(last)
  }
}

extension StableHash {
  /// The hash of a text's bytes.
  static func of(_ text: String) -> UInt64 {
    var hash = StableHash()
    hash.combine(text)
    return hash.value
  }
}

extension Landmark {
  /// Appends the points that a name may mean, each with its share of the odds by importance alone,
  /// likeliest first.
  fileprivate static func append(
    landmarksOf bearers: [Int32], noun: PlaceNoun?, atlas: Atlas, atMost limit: Int,
    to list: inout [Landmark]
  ) {
    guard !bearers.isEmpty, bearers.count <= 24 else { return }
    let first = list.count
    var sum = exponential(Anchor.noneOfThem)
    for index in bearers {
      let place = atlas[index]
      // A governorate or a region is no point to be near to.
      guard place.kind.isLocal, let point = place.point else { continue }
      let odds = exponential(
        4 * Double(place.importance) / 100 + (noun?.fit(of: place.kind) ?? 0))
      sum += odds
      // Each new one finds its place among the few before it.
      list.append(Landmark(place: index, point: point, weight: odds))
      var i = list.count - 1
      while i > first, list[i].isLikelier(than: list[i - 1]) {
        list.swapAt(i, i - 1)
        i -= 1
      }
    }
    if list.count - first > limit { list.removeLast(list.count - first - limit) }
    for i in first..<list.count { list[i].weight /= sum }
  }

  private func isLikelier(than other: Landmark) -> Bool {
    weight != other.weight ? weight > other.weight : place < other.place
  }
}

extension String {
  /// Whether two texts are the same bytes, whatever Unicode takes for equal.
  func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return utf8.withContiguousStorageIfAvailable { a in
      other.utf8.withContiguousStorageIfAvailable { b in
        for i in a.indices where a[i] != b[i] { return false }
        return true
      }
    }.flatMap(\.self) ?? utf8.elementsEqual(other.utf8)
  }
}
