import Claims
import Geometry
import JSONText
import Mentions
import Reports

/// A claim as one line of JSON, in the order of keys that the contract fixes.
///
/// Absent values are `null`, never left out; coordinates have five decimals.
public struct ClaimRecord: Sendable {
  public var claim: LocatedClaim

  /// Makes the record of a claim.
  public init(_ claim: LocatedClaim) { self.claim = claim }

  /// Writes the record as one JSON object.
  public func write(to json: inout JSONWriter) {
    claim.claim.begin(
      id: claim.id, report: claim.report.id, date: claim.claim.date?.edtf, at: claim.location,
      to: &json)
    for evidence in claim.evidence {
      json.write(evidence: evidence.start, evidence.end, evidence.utf8)
    }
    json.end()
  }

  /// Writes the records of all claims of a report, one a line.
  ///
  /// The lines are those of the claims joined with their report, without the joining.
  ///
  /// - Parameters:
  ///   - claims: The claims of the report.
  ///   - locations: One for each claim, as a geocoder gives them.
  public static func write(
    linesFor claims: [Claim], at locations: [Location?], in report: Report,
    to json: inout JSONWriter
  ) {
    guard !claims.isEmpty else { return }
    let quoting = Quoting(report)
    for (claim, location) in zip(claims, locations) {
      let date = claim.date?.edtf
      claim.begin(
        id: quoting.id(of: claim, date: date), report: report.id, date: date, at: location,
        to: &json)
      for evidence in claim.evidence {
        let (start, end, utf8) = quoting.quotation(evidence)
        json.write(evidence: start, end, utf8)
      }
      json.end()
      json.newline()
    }
  }
}

extension Claim {
  /// Begins the claim's JSON object, all but the elements of its evidence; `end` ends it.
  fileprivate func begin(
    id: String, report: String, date: String?, at location: Location?, to json: inout JSONWriter
  ) {
    json.beginObject()
    json.member("id", id)
    json.member("report", report)
    json.member("status", status.rawValue)
    json.member("type", type.rawValue)
    json.member("date", date)
    json.member("date_text", dateText)
    json.member("time", time)
    json.key("location")
    if let location { location.write(to: &json) } else { json.null() }
    json.key("actors")
    json.beginArray()
    for i in actors.indices {
      json.beginObject()
      json.member("name", actors[i].name)
      json.member("id", actors[i].id)
      json.member("role", actors[i].role.rawValue)
      json.endObject()
    }
    json.endArray()
    json.member("means", means)
    json.member("targets", targets)
    json.write("killed", killed)
    json.write("wounded", wounded)
    json.write("detained", detained)
    json.write("freed", freed)
    json.key("casualties")
    json.beginArray()
    for i in casualties.indices {
      json.beginObject()
      json.member("kind", casualties[i].kind.rawValue)
      json.member("min", casualties[i].count.min)
      json.member("max", casualties[i].count.max)
      json.member("group", casualties[i].group)
      json.member("attributed_to", casualties[i].attributedTo)
      json.endObject()
    }
    json.endArray()
    json.key("evidence")
    json.beginArray()
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ name: StaticString, _ count: CountRange?) {
    guard let count else { return memberNull(name) }
    object(name) { json in
      json.member("min", count.min)
      json.member("max", count.max)
    }
  }

  fileprivate mutating func write(evidence start: Int, _ end: Int, _ utf8: ArraySlice<UInt8>) {
    beginObject()
    member("start", start)
    member("end", end)
    key("text")
    string(utf8)
    endObject()
  }

  /// Ends the evidence of a claim, and the claim.
  fileprivate mutating func end() {
    endArray()
    endObject()
  }
}

extension Location {
  /// Writes the location as one JSON object, as a claim record holds it.
  public func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("text", text)
    json.member("relation", relation.rawValue)
    json.member("direction", direction?.rawValue)
    json.member("distance_km", distanceKm, decimals: 3)
    json.key("places")
    json.beginArray()
    for i in places.indices {
      json.beginObject()
      json.member("id", places[i].id)
      json.member("name_ar", places[i].nameArabic)
      json.member("name_en", places[i].nameEnglish)
      json.member("kind", places[i].kind)
      json.endObject()
    }
    json.endArray()
    json.key("point")
    if let point { point.write(to: &json) } else { json.null() }
    json.key("area")
    if let drawnArea { json.raw(drawnArea.json) } else { json.null() }
    json.member("radius_m", radius, decimals: 0)
    json.member("precision", precision.rawValue)
    json.member("confidence", confidence, decimals: 2)
    json.member("governorate", governorate)
    json.member("governorates", governorates)
    json.member("district", district)
    json.member("subdistrict", subdistrict)
    json.member("reasons", reasons)
    json.key("alternatives")
    json.beginArray()
    for i in alternatives.indices {
      json.beginObject()
      json.member("id", alternatives[i].place.id)
      json.member("name_ar", alternatives[i].place.nameArabic)
      json.member("confidence", alternatives[i].confidence, decimals: 2)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }
}

extension GeoPoint {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginArray()
    json.double(longitude, decimals: 5)
    json.double(latitude, decimals: 5)
    json.endArray()
  }
}

extension Shape {
  /// Writes the shape as a GeoJSON geometry with five decimals.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      switch self {
      case .point(let point):
        json.member("type", "Point")
        json.key("coordinates")
        point.write(to: &json)
      case .line(let points):
        json.member("type", "LineString")
        json.key("coordinates")
        write(points, to: &json)
      case .polygon(let polygon):
        json.member("type", "Polygon")
        json.array("coordinates") { json in
          for ring in polygon.rings { write(ring, to: &json) }
        }
      case .multiPolygon(let polygons):
        json.member("type", "MultiPolygon")
        json.array("coordinates") { json in
          for polygon in polygons {
            json.array { json in
              for ring in polygon.rings { write(ring, to: &json) }
            }
          }
        }
      }
    }
  }

  private func write(_ points: [GeoPoint], to json: inout JSONWriter) {
    var numbers: [Double] = []
    numbers.reserveCapacity(2 * points.count)
    for point in points {
      numbers.append(point.longitude)
      numbers.append(point.latitude)
    }
    json.pairs(numbers)
  }
}
