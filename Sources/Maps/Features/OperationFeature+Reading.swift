import Claims
import Geocoding
import Geometry
import JSONText
import Mentions
import Reports

extension OperationFeature {
  /// Reads what `operations.geojson` holds, and the areas beside it.
  ///
  /// - Parameters:
  ///   - bytes: An `operations.geojson` as this program writes it; other members are left out.
  ///   - areas: The `areas.geojson` of the same folder, if there is one.
  /// - Throws: ``MapFileError`` for anything else, with the feature that is at fault.
  public static func features(
    parsing bytes: [UInt8], areas: [UInt8]? = nil
  ) throws(MapFileError) -> [OperationFeature] {
    var shapes: [String: Shape] = [:]
    if let areas {
      for feature in try collection(areas, name: "areas.geojson") {
        if let id = feature["id"]?.string, let shape = feature["geometry"].flatMap(Shape.init) {
          shapes[id] = shape
        }
      }
    }
    var result: [OperationFeature] = []
    for (number, json) in try collection(bytes, name: "operations.geojson").enumerated() {
      guard var feature = OperationFeature(json) else {
        throw MapFileError(
          file: "operations.geojson",
          problem: "feature \(number + 1) (\(json["id"]?.string ?? "no id")) is no operation: "
            + "it lacks an id, a known type, status, or precision")
      }
      feature.area = shapes[feature.id]
      result.append(feature)
    }
    return result
  }

  /// The features of a collection.
  private static func collection(
    _ bytes: [UInt8], name: String
  ) throws(MapFileError) -> [JSONValue] {
    let json: JSONValue
    do { json = try JSONValue(parsing: bytes) } catch {
      throw MapFileError(file: name, problem: "it is not JSON: \(error)")
    }
    guard json["type"]?.string == "FeatureCollection", let features = json["features"]?.array else {
      throw MapFileError(file: name, problem: "it is no GeoJSON feature collection")
    }
    return features
  }

  private init?(_ json: JSONValue) {
    guard let id = json["id"]?.string, let properties = json["properties"],
      let type = properties["type"]?.string.flatMap(OperationType.init),
      let status = properties["status"]?.string.flatMap(ClaimStatus.init),
      let precision = properties["precision"]?.string.flatMap(Precision.init)
    else { return nil }
    func text(_ key: String) -> String? { properties[key]?.string }
    func list(_ key: String) -> [String] { text(key).map(columnTexts) ?? [] }
    func range(_ name: String) -> CountRange? {
      properties["\(name)_min"]?.int.map { CountRange($0, properties["\(name)_max"]?.int) }
    }
    func units(_ level: Int) -> [AdminUnit] {
      let arabic = list("adm\(level)_ar")
      let english = list("adm\(level)_en")
      return list("adm\(level)_pcode").enumerated().map { index, code in
        AdminUnit(
          code: code, nameArabic: index < arabic.count ? arabic[index] : "",
          nameEnglish: index < english.count ? english[index] : "")
      }
    }
    self.id = id
    if case .point(let position)? = json["geometry"].flatMap(Shape.init) { point = position }
    self.type = type
    self.status = status
    titleArabic = text("title_ar") ?? ""
    titleEnglish = text("title_en") ?? ""
    date = text("date").flatMap { EventDate(edtf: $0) }
    time = text("time")
    placeArabic = text("place_ar")
    placeEnglish = text("place_en")
    placeID = text("place_id")
    relation = text("relation").flatMap(SpatialRelation.init)
    self.precision = precision
    radius = properties["radius_m"]?.double
    confidence = properties["confidence"]?.double ?? 0
    governorates = units(1)
    district = units(2).first
    subdistrict = units(3).first
    actors = list("actors")
    initiators = list("initiators")
    targets = list("targets")
    means = list("means")
    killed = range("killed")
    wounded = range("wounded")
    detained = range("detained")
    freed = range("freed")
    sources = list("sources")
    reportCount = properties["report_count"]?.int ?? 0
    sourceCount = properties["source_count"]?.int ?? sources.count
    quote = text("quote_ar") ?? ""
    claims = properties["claims"]?.array?.compactMap(ClaimNote.init) ?? []
  }
}

extension ClaimNote {
  fileprivate init?(_ json: JSONValue) {
    guard let id = json["id"]?.string, let report = json["report"]?.string,
      let status = json["status"]?.string.flatMap(ClaimStatus.init),
      let type = json["type"]?.string.flatMap(OperationType.init)
    else { return nil }
    func range(_ name: String) -> CountRange? {
      json["\(name)_min"]?.int.map { CountRange($0, json["\(name)_max"]?.int) }
    }
    self.id = id
    self.report = report
    self.status = status
    self.type = type
    reportTitle = json["title"]?.string
    source = json["source"]?.string
    published = json["published"]?.string.flatMap { CalendarDay(iso: $0) }
    url = json["url"]?.string
    date = json["date"]?.string.flatMap { EventDate(edtf: $0) }
    place = json["place"]?.string
    killed = range("killed")
    wounded = range("wounded")
    actors = (json["actors"]?.array ?? []).compactMap { actor in
      guard let name = actor["name"]?.string,
        let role = actor["role"]?.string.flatMap(ClaimActor.Role.init)
      else { return nil }
      return ClaimActor(name: name, id: actor["id"]?.string, role: role)
    }
    confidence = json["confidence"]?.double
    reasons = json["reasons"]?.array?.compactMap(\.string) ?? []
    alternatives = (json["alternatives"]?.array ?? []).compactMap { other in
      guard let id = other["id"]?.string else { return nil }
      let place = LocatedPlace(
        id: id, nameArabic: other["name_ar"]?.string ?? "",
        nameEnglish: other["name_en"]?.string ?? "", kind: other["kind"]?.string ?? "")
      return Alternative(place: place, confidence: other["confidence"]?.double ?? 0)
    }
    quote = json["quote"]?.string ?? ""
    words = (json["words"]?.array ?? []).compactMap { words in
      guard let kind = words["kind"]?.string.flatMap(ReadWords.Kind.init),
        let start = words["start"]?.int, let end = words["end"]?.int
      else { return nil }
      return QuotedWords(kind: kind, start: start, end: end)
    }
  }
}

/// The texts of a list in one column.
func columnTexts(_ text: String) -> [String] {
  var parts: [String] = []
  var part: [UInt8] = []
  var bytes = text.utf8.makeIterator()
  var next = bytes.next()
  while let byte = next {
    next = bytes.next()
    if byte == UInt8(ascii: ";"), next == UInt8(ascii: " ") {
      parts.append(String(decoding: part, as: UTF8.self))
      part.removeAll(keepingCapacity: true)
      next = bytes.next()
    } else {
      part.append(byte)
    }
  }
  parts.append(String(decoding: part, as: UTF8.self))
  return parts
}

extension Shape {
  /// Reads a geometry of RFC 7946, or gives nil for `null` and for kinds that maps do not hold.
  init?(_ json: JSONValue) {
    func position(_ json: JSONValue) -> GeoPoint? {
      guard let longitude = json[0]?.double, let latitude = json[1]?.double else { return nil }
      return GeoPoint(longitude: longitude, latitude: latitude)
    }
    func positions(_ json: JSONValue) -> [GeoPoint]? {
      guard let all = json.array else { return nil }
      let points = all.compactMap(position)
      return points.count == all.count ? points : nil
    }
    func polygon(_ json: JSONValue) -> Polygon? {
      guard let all = json.array else { return nil }
      let rings = all.compactMap(positions)
      return rings.count == all.count && !rings.isEmpty ? Polygon(rings: rings) : nil
    }
    guard let coordinates = json["coordinates"] else { return nil }
    switch json["type"]?.string {
    case "Point":
      guard let point = position(coordinates) else { return nil }
      self = .point(point)
    case "LineString":
      guard let line = positions(coordinates) else { return nil }
      self = .line(line)
    case "Polygon":
      guard let polygon = polygon(coordinates) else { return nil }
      self = .polygon(polygon)
    case "MultiPolygon":
      guard let all = coordinates.array else { return nil }
      self = .multiPolygon(all.compactMap(polygon))
    default: return nil
    }
  }
}

/// Says that a file of the map folder cannot be read as one.
public struct MapFileError: Error, Hashable, Sendable, CustomStringConvertible {
  public var file: String
  public var problem: String

  public init(file: String, problem: String) {
    self.file = file
    self.problem = problem
  }

  public var description: String {
    "\(file) cannot be read, for \(problem); give a file that makan map has written"
  }
}
