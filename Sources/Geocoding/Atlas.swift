import ArabicText
import Gazetteer
import Geometry
import Synchronization

/// A gazetteer with what resolving places asks of it again and again: seats, capitals, what lies
/// where.
final class Atlas: Sendable {
  let gazetteer: Gazetteer
  /// The town that a unit is ruled from, by the unit's index.
  private let seats: [Int32: Int32]
  /// The coarsest unit that a town is the seat of, below the governorate, by the town's index.
  private let unitsOfSeats: [Int32: Int32]
  /// The governorate around a governorate that is one city.
  private let surrounding: [Int32: Int32]
  /// Where the subdistricts of a governorate or district are ruled from.
  private let seatPoints: [Int32: [GeoPoint]]
  /// The units that make up each region, by the region's index.
  private let regions: [Int32: [Int32]]
  /// The district or governorate that a region is another name of, by the region's index.
  private let unitsOfRegions: [Int32: Int32]
  private let firstWords = Mutex<FirstWords?>(nil)
  /// The places of wider names, by name.
  let widened = Remembered<String, [Candidate]>(atMost: 4096)
  private let cited = Remembered<Int32, LocatedPlace>(atMost: 20_000)

  init(_ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    var seats: [Int32: Int32] = [:]
    var unitsOfSeats: [Int32: Int32] = [:]
    var seatPoints: [Int32: [GeoPoint]] = [:]
    var regions: [Int32: [Int32]] = [:]
    var governorates: [Int32] = []
    var subdistricts: [Int32: Set<Int32>] = [:]
    for position in gazetteer.places.indices {
      let index = Int32(position)
      let place = gazetteer.places[position]
      switch place.kind {
      case .region:
        regions[index] = (try? gazetteer.regionMembers(of: index)) ?? []
      case .governorate, .district, .subdistrict:
        if place.kind == .governorate { governorates.append(index) }
        if place.kind == .subdistrict {
          subdistricts[place.governorate, default: []].insert(index)
          subdistricts[place.district, default: []].insert(index)
        }
        guard let seat = gazetteer.seat(of: index) else { continue }
        seats[index] = seat
        if place.kind != .governorate {
          let known = unitsOfSeats[seat].map { gazetteer.places[Int($0)].kind.rawValue }
          if known.map({ place.kind.rawValue < $0 }) ?? true { unitsOfSeats[seat] = index }
        }
        if place.kind == .subdistrict, let point = gazetteer.places[Int(seat)].point {
          seatPoints[place.governorate, default: []].append(point)
          seatPoints[place.district, default: []].append(point)
        }
      default: continue
      }
    }
    // A governorate without a seat of its own lies around the nearest capital.
    var surrounding: [Int32: Int32] = [:]
    let capitals = governorates.compactMap { seats[$0] }
    for outer in governorates where seats[outer] == nil {
      guard let points = seatPoints[outer], !points.isEmpty else { continue }
      let count = Double(points.count)
      let middle = GeoPoint(
        longitude: points.reduce(0) { $0 + $1.longitude } / count,
        latitude: points.reduce(0) { $0 + $1.latitude } / count)
      let nearest = capitals.min {
        let a = gazetteer.places[Int($0)].point?.kilometres(to: middle) ?? .infinity
        let b = gazetteer.places[Int($1)].point?.kilometres(to: middle) ?? .infinity
        return a != b ? a < b : $0 < $1
      }
      guard let nearest else { continue }
      seats[outer] = nearest
      surrounding[gazetteer.places[Int(nearest)].governorate] = outer
    }
    var unitsOfRegions: [Int32: Int32] = [:]
    for (region, members) in regions {
      guard let first = members.first else { continue }
      let place = gazetteer.places[Int(first)]
      for unit in [place.governorate, place.district]
      where subdistricts[unit] == Set(members) {
        // The Ghab plain is a district in land, and yet a region in words.
        let (name, own) = (gazetteer.arabicName(of: unit), gazetteer.arabicName(of: region))
        if Folding.folded(own).hasSuffix(Folding.folded(name)) { unitsOfRegions[region] = unit }
      }
    }
    self.unitsOfRegions = unitsOfRegions
    self.seats = seats
    self.unitsOfSeats = unitsOfSeats
    self.seatPoints = seatPoints
    self.regions = regions
    self.surrounding = surrounding
  }

  subscript(_ index: Int32) -> Place { gazetteer.places[Int(index)] }

  // MARK: Texts

  func id(_ index: Int32) -> String { located(index).id }
  func arabicName(_ index: Int32) -> String { located(index).nameArabic }

  /// A place as locations cite it.
  func located(_ index: Int32) -> LocatedPlace {
    cited.value(for: index) {
      let place = self[index]
      let siteKind = place.kind == .site ? gazetteer.siteKindName(of: index) : "none"
      return LocatedPlace(
        id: gazetteer.id(of: index), nameArabic: gazetteer.arabicName(of: index),
        nameEnglish: gazetteer.englishName(of: index),
        kind: siteKind == "none" ? place.kind.name : siteKind)
    }
  }

  /// The names by their first word; made by whoever asks first.
  var names: FirstWords {
    firstWords.withLock { made in
      if let made { return made }
      let index = FirstWords(gazetteer)
      made = index
      return index
    }
  }

  // MARK: What holds what

  /// The town that a unit is ruled from.
  func seat(of unit: Int32) -> Int32? { seats[unit] }

  /// Where the compass directions of a place count from: the seat of a unit, else its own point.
  func centre(of index: Int32) -> GeoPoint? {
    seats[index].flatMap { self[$0].point } ?? self[index].point
  }

  /// The units that make up a region.
  func members(of region: Int32) -> [Int32] { regions[region] ?? [] }

  /// The district or governorate that a region is another name of.
  func unit(ofRegion region: Int32) -> Int32? { unitsOfRegions[region] }

  /// The governorate around a governorate that is one city.
  func governorate(around index: Int32) -> Int32? { surrounding[index] }

  /// The unit at a level that holds a place, or that it is; -1 where there is none.
  func unit(_ index: Int32, at kind: PlaceKind) -> Int32 {
    let place = self[index]
    return switch kind {
    case .governorate: place.governorate
    case .district: place.district
    case .subdistrict: place.subdistrict
    default: -1
    }
  }

  /// The governorates that a place lies in: several for a region or a road, sorted.
  func governorates(of index: Int32) -> [Int32] {
    let place = self[index]
    if place.kind == .region {
      let found = Set(members(of: index).map { self[$0].governorate }.filter { $0 >= 0 })
      if !found.isEmpty { return found.sorted() }
    }
    if place.kind == .road || place.kind == .river {
      let stops = (try? gazetteer.lineMembers(of: index)) ?? []
      let found = Set(stops.map { self[$0].governorate }.filter { $0 >= 0 })
      if !found.isEmpty { return found.sorted() }
    }
    return place.governorate >= 0 ? [place.governorate] : []
  }

  /// Whether a region or a road lies partly in a governorate.
  func touches(_ index: Int32, governorate: Int32) -> Bool {
    let kind = self[index].kind
    guard kind == .region || kind == .road || kind == .river else { return false }
    return governorates(of: index).contains(governorate)
  }

  /// The unit whose land is the countryside of a place: the governorate, for a town that is ruled
  /// from elsewhere its own subdistrict; nil for a village that gives its name to no unit.
  func countryside(of index: Int32) -> Int32? {
    let place = self[index]
    switch place.kind {
    case .governorate: return surrounding[index] ?? index
    case .district, .subdistrict: return index
    case .city, .town, .village: return unitsOfSeats[index]
    default: return nil
    }
  }

  /// Metres of the town at the middle of a countryside.
  func townRadius(of index: Int32) -> Double {
    let town = seats[index] ?? index
    return self[town].reach
  }

  // MARK: Where

  /// The kilometres from a point to the nearest seat of a subdistrict in a governorate or district.
  func kilometres(from point: GeoPoint, toUnit unit: Int32) -> Double {
    (seatPoints[unit] ?? []).reduce(.infinity) { min($0, $1.kilometres(to: point)) }
  }

  /// The polygon of a unit, or of the units and places that make up a region; nil when the gazetteer
  /// has none.
  func boundary(of index: Int32) -> Shape? {
    guard self[index].kind == .region else { return try? gazetteer.boundary(of: index) }
    let parts = members(of: index).compactMap { member -> Shape? in
      if self[member].kind.isUnit { return try? gazetteer.boundary(of: member) }
      return disc(around: member, metres: 4000)
    }
    return parts.isEmpty
      ? disc(around: index, metres: Double(self[index].radius)) : try? Shape.union(of: parts)
  }

  private func disc(around index: Int32, metres: Double) -> Shape? {
    guard let point = self[index].point, metres > 0 else { return nil }
    return try? Shape.disc(around: point, radius: .metres(metres))
  }

  /// The part of an area that lies in the country; the whole of it where the point that it is drawn
  /// around lies outside, as border crossings do.
  func insideCountry(_ area: Shape, holding point: GeoPoint?) -> Shape? {
    guard let country = try? gazetteer.countryOutline(), (try? country.covers(area)) == false,
      let part = try? area.intersection(country), part.squareMetres > 1e5
    else { return area }
    if let point, !part.contains(point) { return area }
    // A unit's border and the country's are one line: cutting would only leave its rounding behind.
    return part.squareMetres > 0.999 * area.squareMetres ? area : part
  }

  /// The points of a road or a river, in order; empty when the gazetteer has none.
  func line(of index: Int32) -> [GeoPoint] {
    (try? gazetteer.line(of: index)) ?? []
  }

  /// The shortest stretch of a road in the gazetteer that passes two points, within some kilometres;
  /// nil when none does, or only by a long way round.
  func stretch(from start: GeoPoint, to end: GeoPoint) -> [GeoPoint]? {
    let straight = start.kilometres(to: end)
    var best: (points: [GeoPoint], length: Double)?
    for line in roadLines {
      func nearest(_ point: GeoPoint) -> Int? {
        let position = line.indices.min {
          line[$0].kilometres(to: point) < line[$1].kilometres(to: point)
        }
        return position.flatMap { line[$0].kilometres(to: point) < 5 ? $0 : nil }
      }
      guard let a = nearest(start), let b = nearest(end), a != b else { continue }
      let passed = Array(line[min(a, b)...max(a, b)])
      let points = [start] + (a < b ? passed : passed.reversed()) + [end]
      let length = zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.kilometres(to: $1.1) }
      if length < 1.5 * straight + 5, length < best?.length ?? .infinity { best = (points, length) }
    }
    return best?.points
  }

  private var roadLines: [[GeoPoint]] {
    gazetteer.places.indices.filter { gazetteer.places[$0].kind == .road }
      .map { line(of: Int32($0)) }
  }

  /// The units that hold a point.
  func units(containing point: GeoPoint) -> (
    governorate: Int32?, district: Int32?, subdistrict: Int32?
  ) {
    guard let units = try? gazetteer.units(containing: point) else { return (nil, nil, nil) }
    return (units.governorate, units.district, units.subdistrict)
  }
}

extension [Letter] {
  fileprivate func hasSuffix(_ other: [Letter]) -> Bool { suffix(other.count).elementsEqual(other) }
}
