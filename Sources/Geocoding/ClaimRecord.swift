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
    let told = claim.claim
    json.object { json in
      json.member("id", claim.id)
      json.member("report", claim.report.id)
      json.member("status", told.status.rawValue)
      json.member("type", told.type.rawValue)
      json.member("date", told.date?.edtf)
      json.member("date_text", told.dateText)
      json.member("time", told.time)
      json.key("location")
      write(claim.location, to: &json)
      json.array("actors") { json in
        for actor in told.actors {
          json.object { json in
            json.member("name", actor.name)
            json.member("id", actor.id)
            json.member("role", actor.role.rawValue)
          }
        }
      }
      json.member("means", told.means)
      json.member("targets", told.targets)
      write("killed", told.killed, to: &json)
      write("wounded", told.wounded, to: &json)
      write("detained", told.detained, to: &json)
      write("freed", told.freed, to: &json)
      json.array("casualties") { json in
        for casualty in told.casualties {
          json.object { json in
            json.member("kind", casualty.kind.rawValue)
            json.member("min", casualty.count.min)
            json.member("max", casualty.count.max)
            json.member("group", casualty.group)
            json.member("attributed_to", casualty.attributedTo)
          }
        }
      }
      json.array("evidence") { json in
        for evidence in claim.evidence {
          json.object { json in
            json.member("start", evidence.start)
            json.member("end", evidence.end)
            json.member("text", evidence.text)
          }
        }
      }
    }
  }

  private func write(_ name: StaticString, _ count: CountRange?, to json: inout JSONWriter) {
    guard let count else { return json.memberNull(name) }
    json.object(name) { json in
      json.member("min", count.min)
      json.member("max", count.max)
    }
  }

  private func write(_ location: Location?, to json: inout JSONWriter) {
    guard let location else { return json.null() }
    location.write(to: &json)
  }
}

extension Location {
  /// Writes the location as one JSON object, as a claim record holds it.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("text", text)
      json.member("relation", relation.rawValue)
      json.member("direction", direction?.rawValue)
      json.member("distance_km", distanceKm, decimals: 3)
      json.array("places") { json in
        for place in places {
          json.object { json in
            json.member("id", place.id)
            json.member("name_ar", place.nameArabic)
            json.member("name_en", place.nameEnglish)
            json.member("kind", place.kind)
          }
        }
      }
      json.key("point")
      if let point { point.write(to: &json) } else { json.null() }
      json.key("area")
      if let area { area.write(to: &json) } else { json.null() }
      json.member("radius_m", radius, decimals: 0)
      json.member("precision", precision.rawValue)
      json.member("confidence", confidence, decimals: 2)
      json.member("governorate", governorate)
      json.member("governorates", governorates)
      json.member("district", district)
      json.member("subdistrict", subdistrict)
      json.member("reasons", reasons)
      json.array("alternatives") { json in
        for alternative in alternatives {
          json.object { json in
            json.member("id", alternative.place.id)
            json.member("name_ar", alternative.place.nameArabic)
            json.member("confidence", alternative.confidence, decimals: 2)
          }
        }
      }
    }
  }
}

extension GeoPoint {
  fileprivate func write(to json: inout JSONWriter) {
    json.array { json in
      json.double(longitude, decimals: 5)
      json.double(latitude, decimals: 5)
    }
  }
}

extension Shape {
  /// Writes the shape as a GeoJSON geometry with five decimals.
  fileprivate func write(to json: inout JSONWriter) {
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
    json.array { json in
      for point in points { point.write(to: &json) }
    }
  }
}
