import ArabicText
import Gazetteer
import Geometry

/// A gazetteer with what resolving places asks of it again and again: seats, capitals, what lies
/// where.
final class Atlas: Sendable {
  let gazetteer: Gazetteer
  /// The town that a unit is ruled from, by the unit's index; -1 for none.
  private let seats: [Int32]
  /// The coarsest unit that a town is the seat of, below the governorate, by the town's index; -1
  /// for none.
  private let unitsOfSeats: [Int32]
  /// The governorate around a governorate that is one city.
  private let surrounding: [Int32: Int32]
  /// The governorates by index, in order; scenes count them by their position here.
  let governorates: [Int32]
  /// What is told of a report about each of the governorates.
  let toldGovernorates: [String]
  /// The position of a place's governorate in `governorates`, by the place's index; -1 for none.
  private let governorateNumbers: [Int16]
  /// Where the subdistricts of a governorate or district are ruled from, by its index.
  private let seatPoints: [[GeoPoint]]
  /// The units that make up each region, by the region's index.
  private let regions: [Int32: [Int32]]
  /// The governorates that a region, a road or a river lies in, sorted, by its index.
  private let governoratesCrossed: [Int32: [Int32]]
  /// The district or governorate that a region is another name of, by the region's index; -1 for none.
  private let unitsOfRegions: [Int32]
  /// The subdistricts that are desert, whole or in part.
  private let deserts: Set<Int32>
  /// The regions that are deserts, in order, with their folded names.
  private let desertRegions: [(region: Int32, name: [Letter])]
  private let firstWords = Lazily<FirstWords>()
  private let border = Lazily<BorderIndex>()
  private let roads = Lazily<[[GeoPoint]]>()
  private let outlines = Remembered<Int32, Shape?>(atMost: 1024)
  private let cited: RememberedOfPlaces<LocatedPlace>

  init(_ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    let count = gazetteer.places.count
    cited = RememberedOfPlaces(count)
    var seats = [Int32](repeating: -1, count: count)
    var unitsOfSeats = seats
    var seatPoints = [[GeoPoint]](repeating: [], count: count)
    var regions: [Int32: [Int32]] = [:]
    var crossed: [Int32: [Int32]] = [:]
    var governorates: [Int32] = []
    var subdistricts: [Int32: Set<Int32>] = [:]
    for position in gazetteer.places.indices {
      let index = Int32(position)
      let place = gazetteer.places[position]
      switch place.kind {
      case .region, .road, .river:
        let members = (try? gazetteer.members(of: index)) ?? []
        if place.kind == .region { regions[index] = members }
        let found = Set(members.map { gazetteer.places[Int($0)].governorate }.filter { $0 >= 0 })
        if !found.isEmpty { crossed[index] = found.sorted() }
      case .governorate, .district, .subdistrict:
        if place.kind == .governorate { governorates.append(index) }
        if place.kind == .subdistrict {
          subdistricts[place.governorate, default: []].insert(index)
          subdistricts[place.district, default: []].insert(index)
        }
        guard let seat = gazetteer.seat(of: index) else { continue }
        seats[position] = seat
        if place.kind != .governorate {
          let known = unitsOfSeats[Int(seat)]
          if known < 0 || place.kind.rawValue < gazetteer.places[Int(known)].kind.rawValue {
            unitsOfSeats[Int(seat)] = index
          }
        }
        if place.kind == .subdistrict, let point = gazetteer.places[Int(seat)].point {
          for unit in [place.governorate, place.district] where unit >= 0 {
            seatPoints[Int(unit)].append(point)
          }
        }
      default: continue
      }
    }
    // A governorate without a seat of its own lies around the nearest capital.
    var surrounding: [Int32: Int32] = [:]
    let capitals = governorates.map { seats[Int($0)] }.filter { $0 >= 0 }
    for outer in governorates where seats[Int(outer)] < 0 {
      let points = seatPoints[Int(outer)]
      if points.isEmpty { continue }
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
      seats[Int(outer)] = nearest
      surrounding[gazetteer.places[Int(nearest)].governorate] = outer
    }
    var unitsOfRegions = [Int32](repeating: -1, count: count)
    for (region, members) in regions {
      guard let first = members.first else { continue }
      let place = gazetteer.places[Int(first)]
      for unit in [place.governorate, place.district]
      where subdistricts[unit] == Set(members) {
        // The Ghab plain is a district in land, and yet a region in words.
        let (name, own) = (gazetteer.arabicName(of: unit), gazetteer.arabicName(of: region))
        if Folding.folded(own).hasSuffix(Folding.folded(name)) {
          unitsOfRegions[Int(region)] = unit
        }
      }
    }
    var numbers: [Int32: Int16] = [-1: -1]
    for (number, governorate) in governorates.enumerated() { numbers[governorate] = Int16(number) }
    governorateNumbers = gazetteer.places.map { numbers[$0.governorate] ?? -1 }
    let badiyas = regions.keys.filter { gazetteer.englishName(of: $0).contains("Badiya") }.sorted()
    deserts = Set(badiyas.flatMap { regions[$0] ?? [] })
    desertRegions = badiyas.map { ($0, Folding.folded(gazetteer.arabicName(of: $0))) }
    self.governorates = governorates
    toldGovernorates = governorates.map {
      "the report is about " + gazetteer.arabicName(of: $0)
    }
    self.unitsOfRegions = unitsOfRegions
    self.seats = seats
    self.unitsOfSeats = unitsOfSeats
    self.seatPoints = seatPoints
    self.regions = regions
    self.surrounding = surrounding
    governoratesCrossed = crossed
  }

  subscript(_ index: Int32) -> Place { gazetteer.places[Int(index)] }

  // MARK: Texts

  func id(_ index: Int32) -> String { gazetteer.id(of: index) }
  func arabicName(_ index: Int32) -> String { located(index).nameArabic }

  /// A place as locations cite it.
  func located(_ index: Int32) -> LocatedPlace {
    cited.value(of: index) {
      let place = self[index]
      let siteKind = place.kind == .site ? gazetteer.siteKindName(of: index) : "none"
      return LocatedPlace(
        id: gazetteer.id(of: index), nameArabic: gazetteer.arabicName(of: index),
        nameEnglish: gazetteer.englishName(of: index),
        kind: siteKind == "none" ? place.kind.name : siteKind)
    }
  }

  /// The names by their first word; made by whoever asks first.
  var names: FirstWords { firstWords.value { FirstWords(gazetteer) } }

  // MARK: What holds what

  /// The town that a unit is ruled from.
  func seat(of unit: Int32) -> Int32? {
    let seat = seats[Int(unit)]
    return seat < 0 ? nil : seat
  }

  /// Where the compass directions of a place count from: the seat of a unit, else its own point.
  func centre(of index: Int32) -> GeoPoint? {
    seat(of: index).flatMap { self[$0].point } ?? self[index].point
  }

  /// The units that make up a region.
  func members(of region: Int32) -> [Int32] { regions[region] ?? [] }

  /// Whether a place lies in a subdistrict that is desert, whole or in part.
  func isInDesert(_ index: Int32) -> Bool { deserts.contains(self[index].subdistrict) }

  /// Whether a place is a unit, or a region of units.
  func isMadeOfUnits(_ index: Int32) -> Bool {
    if self[index].kind != .region { return self[index].kind.isUnit }
    let members = members(of: index)
    return !members.isEmpty && members.allSatisfy { self[$0].kind.isUnit }
  }

  /// The desert that is called after a place: "بادية السخنة".
  func desert(of index: Int32) -> Int32? {
    let name = Folding.folded(gazetteer.arabicName(of: index))
    guard name.count >= 3 else { return nil }
    return desertRegions.first { $0.name.hasSuffix(name) && $0.name.count > name.count }?.region
  }

  /// The desert subdistricts within some kilometres of a point, as one area; nil where there are none.
  func desert(around point: GeoPoint, kilometres: Double) -> Shape? {
    let near = deserts.sorted().compactMap { unit -> Shape? in
      guard let shape = boundary(of: unit), let box = shape.boundingBox,
        box.centre.kilometres(to: point) < kilometres + 100
      else { return nil }
      return shape
    }
    guard !near.isEmpty, let union = try? Shape.union(of: near),
      let disc = try? Shape.disc(around: point, radius: .kilometres(kilometres)),
      let part = try? union.intersection(disc), part.roughSquareMetres > 1e7
    else { return nil }
    return part
  }

  /// The district or governorate that a region is another name of.
  func unit(ofRegion region: Int32) -> Int32? {
    let unit = unitsOfRegions[Int(region)]
    return unit < 0 ? nil : unit
  }

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
    if !place.kind.isLocal, !place.kind.isUnit, let crossed = governoratesCrossed[index] {
      return crossed
    }
    return place.governorate >= 0 ? [place.governorate] : []
  }

  /// The governorates that any of some places lies in, sorted.
  func governorates(of places: [Int32]) -> [Int32] {
    if places.count == 1 { return governorates(of: places[0]) }
    return Set(places.flatMap { governorates(of: $0) }).sorted()
  }

  /// The unit at a level that holds every one of some places; nil where there is none.
  func unit(ofAll places: [Int32], at kind: PlaceKind) -> Int32? {
    guard let first = places.first else { return nil }
    let unit = unit(first, at: kind)
    return unit >= 0 && places.allSatisfy { self.unit($0, at: kind) == unit } ? unit : nil
  }

  /// The position of a place's governorate in `governorates`; nil where it lies in none.
  func governorateNumber(of index: Int32) -> Int? {
    let number = governorateNumbers[Int(index)]
    return number < 0 ? nil : Int(number)
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
    case .city, .town, .village:
      let unit = unitsOfSeats[Int(index)]
      return unit < 0 ? nil : unit
    default: return nil
    }
  }

  /// Metres of the town at the middle of a countryside.
  func townRadius(of index: Int32) -> Double {
    let town = seat(of: index) ?? index
    return self[town].reach
  }

  // MARK: Where

  /// The kilometres from a point to the nearest seat of a subdistrict in a governorate or district, at
  /// most as many as count.
  func kilometres(from point: GeoPoint, toUnit unit: Int32, atMost limit: Double) -> Double {
    var nearest = limit
    for seat in seatPoints[Int(unit)] where point.mayBeCloser(than: nearest, to: seat) {
      nearest = min(nearest, seat.kilometres(to: point))
    }
    return nearest
  }

  /// The polygon of a unit, or of the units and places that make up a region; nil when the gazetteer
  /// has none.
  func boundary(of index: Int32) -> Shape? {
    guard self[index].kind == .region else { return try? gazetteer.boundary(of: index) }
    return outlines.value(for: index) { try? gazetteer.outline(ofRegion: index) }
  }

  /// The part of an area that lies in the country; the whole of it where the point that it is drawn
  /// around lies outside, as border crossings do.
  func insideCountry(_ area: Shape, holding point: GeoPoint?) -> Shape? {
    guard let border = countryBorder, area.mayLeave(border),
      let part = border.intersection(with: area) ?? (try? area.intersection(border.shape)),
      part.roughSquareMetres > 1e5
    else { return area }
    if let point, !part.contains(point) { return area }
    // A unit's border and the country's are one line: cutting would only leave its rounding behind.
    return part.roughSquareMetres > 0.999 * area.roughSquareMetres ? area : part
  }

  /// The points of a road or a river, in order; empty when the gazetteer has none.
  func line(of index: Int32) -> [GeoPoint] {
    (try? gazetteer.line(of: index)) ?? []
  }

  /// The stretch of a line from where it passes one point to where it passes another, within some
  /// kilometres; nil when it does not pass both.
  func stretch(of line: [GeoPoint], from start: GeoPoint, to end: GeoPoint) -> [GeoPoint]? {
    func nearest(_ point: GeoPoint) -> Int? {
      let position = line.indices.min {
        line[$0].kilometres(to: point) < line[$1].kilometres(to: point)
      }
      return position.flatMap { line[$0].kilometres(to: point) < 8 ? $0 : nil }
    }
    guard let a = nearest(start), let b = nearest(end), a != b else { return nil }
    let passed = Array(line[min(a, b)...max(a, b)])
    return [start] + (a < b ? passed : passed.reversed()) + [end]
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

  /// The ways of all roads.
  private var roadLines: [[GeoPoint]] {
    roads.value {
      gazetteer.places.indices.filter { gazetteer.places[$0].kind == .road }
        .map { line(of: Int32($0)) }
    }
  }

  /// The border of the country; nil when the gazetteer has no outline of it.
  private var countryBorder: BorderIndex? {
    try? border.value { BorderIndex(try gazetteer.countryOutline()) }
  }

  /// The units that hold a point.
  func units(containing point: GeoPoint) -> (
    governorate: Int32?, district: Int32?, subdistrict: Int32?
  ) {
    guard let units = try? gazetteer.units(containing: point) else { return (nil, nil, nil) }
    func known(_ unit: Int32) -> Int32? { unit < 0 ? nil : unit }
    return (known(units.governorate), known(units.district), known(units.subdistrict))
  }
}

extension Shape {
  /// Whether a part of the area lies in another, and a part does not; also said where the area lies
  /// wholly outside.
  fileprivate func mayLeave(_ other: BorderIndex) -> Bool {
    switch other.borders(with: self) {
    case .crossing: true
    case .apart: other.hasRing(inside: self)
    case .unclear: (try? other.shape.covers(self)) == false
    }
  }
}

extension [Letter] {
  fileprivate func hasSuffix(_ other: [Letter]) -> Bool { suffix(other.count).elementsEqual(other) }
}
