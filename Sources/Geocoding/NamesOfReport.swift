import Claims
import Gazetteer
import Geometry
import Reports

/// The names of one report, each read once however many claims it stands around.
struct NamesOfReport {
  private let geocoder: Geocoder
  private var ranges: [TextRange] = []
  private var names: [Name] = []
  /// Where the names may lie that were asked for, one after the other.
  private var landmarks: [Landmark] = []
  /// Where the last name was found: the next one mostly stands behind it.
  private var last = -1

  /// A name, and where it may lie, once that has been asked for.
  private struct Name {
    var place: NamedPlace
    var landmarks: Range<Int>?
  }

  init(_ geocoder: Geocoder) { self.geocoder = geocoder }

  /// A name as it was first read.
  subscript(_ number: Int32) -> NamedPlace { names[Int(number)].place }

  /// What the geocoder makes of a name.
  func known(_ number: Int32) -> KnownName { geocoder.name(of: names[Int(number)].place) }

  /// Appends where a report points that only mentions a name.
  mutating func appendLandmarks(of number: Int32, to list: inout [Landmark]) {
    let i = Int(number)
    if let range = names[i].landmarks { return list.append(contentsOf: landmarks[range]) }
    let first = landmarks.count
    Landmark.append(
      landmarksOf: names[i].place.candidates, noun: names[i].place.noun, atlas: geocoder.atlas,
      atMost: 4, to: &landmarks)
    names[i].landmarks = first..<landmarks.count
    list.append(contentsOf: landmarks[first...])
  }

  /// Whether two names are the same letters.
  func areAlike(_ a: Int32, _ b: Int32) -> Bool {
    a == b || names[Int(a)].place.text.hasSameBytes(as: names[Int(b)].place.text)
  }

  /// The noun of a settlement that stands before the same name elsewhere in the report: "بعفرين", and then
  /// "شمالي مدينة عفرين"; nil where the name has a noun of its own.
  func noun(of name: Int32, besides others: [Int32]) -> PlaceNoun? {
    guard names[Int(name)].place.noun == nil else { return nil }
    for other in others {
      switch names[Int(other)].place.noun {
      case .city, .town, .village: if areAlike(name, other) { return names[Int(other)].place.noun }
      default: continue
      }
    }
    return nil
  }

  /// The number of a name that a phrase names an area by.
  mutating func number(of named: NamedPlace) -> Int32 { number(at: named.range) ?? add(named) }

  /// The number of a name, the same for the same name at the same place of the text.
  @inline(__always)
  mutating func number(of list: [NamedPlace], _ i: Int) -> Int32 {
    number(at: list[i].range) ?? add(list[i])
  }

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
    ranges.append(named.range)
    names.append(Name(place: named))
    last = names.count - 1
    return Int32(last)
  }
}

extension Landmark {
  /// Appends the points that a name may mean, each with its share of the odds by importance alone.
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
      list.append(Landmark(place: index, point: point, weight: odds))
      sum += odds
    }
    if list.count - first > 1 {
      list[first...].sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.place < $1.place }
      if list.count - first > limit { list.removeLast(list.count - first - limit) }
    }
    for i in first..<list.count { list[i].weight /= sum }
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
