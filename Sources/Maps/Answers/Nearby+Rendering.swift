import Claims
import Geocoding
import Geometry
import JSONText
import Mentions
import Reports

/// The answer to "what happened within so many kilometres of here?".
public struct NearAnswer: Sendable {
  public enum Format: String, Sendable, CaseIterable { case text, geojson, csv, json }

  public var centre: GeoPoint
  public var radius: Distance
  /// What the centre is called; its coordinates where it has no name.
  public var name: String?
  public var operations: [NearbyOperation]

  public init(
    centre: GeoPoint, radius: Distance, name: String? = nil, operations: [NearbyOperation]
  ) {
    self.centre = centre
    self.radius = radius
    self.name = name
    self.operations = operations
  }

  /// The answer in a form and a language; tables and JSON hold both languages.
  public func rendered(as format: Format, words: Words, language: Language) -> String {
    switch format {
    case .text: text(words, language)
    case .geojson: geoJSON
    case .csv: csv
    case .json: json
    }
  }

  private func text(_ words: Words, _ language: Language) -> String {
    let length = words.length(radius, language)
    let centre =
      name
      ?? "\(self.centre.latitude.text(decimals: 5)), \(self.centre.longitude.text(decimals: 5))"
    guard !operations.isEmpty else {
      return words("near.none", language, length, centre).oneLine + "\n"
    }
    let columns = ["distance", "within", "date", "type", "place", "governorate", "killed"]
    let rows = operations.map { near in
      let operation = near.operation
      let type = words("type.\(operation.type.rawValue)", language)
      return [
        near.distance.map { words.length($0, language) } ?? words("near.unknown", language),
        words("within.\(near.within.rawValue)", language),
        operation.date?.edtf ?? "",
        operation.tookPlace
          ? type : "\(type) (\(words("status.\(operation.status.rawValue)", language)))",
        operation.place(language) ?? "",
        operation.governorates.map { $0.name(language) }.joined(separator: words("and", language)),
        operation.killed.map { words.range($0, language) } ?? "",
      ]
    }
    return words("near.title", language, length, centre).oneLine + "\n\n"
      + textTable([columns.map { words("table.\($0)", language) }] + rows)
      .joined(separator: "\n") + "\n"
  }

  /// The operations as `operations.geojson` holds them, with `distance_m` and `within` in front.
  private var geoJSON: String {
    var json = JSONWriter()
    let boxes = operations.compactMap { near in
      near.operation.point.flatMap { BoundingBox(around: [$0]) }
    }
    json.featureCollection("near", boxes: boxes, features: operations) { near, json in
      json.object { json in
        json.member("type", "Feature")
        json.member("id", near.operation.id)
        json.key("geometry")
        json.geometry(near.operation.point.map(Shape.point))
        json.object("properties") { json in near.write(to: &json) }
      }
    }
    return json.string
  }

  private var csv: String {
    var csv = CSV()
    csv.row(["distance_m", "within"] + OperationFeature.columnNames)
    for near in operations {
      csv.row(
        [near.distance?.metres.text(decimals: 0), near.within.rawValue] + near.operation.columns)
    }
    return csv.text
  }

  private var json: String {
    var json = JSONWriter()
    json.object { json in
      json.object("centre") { json in
        json.member("name", name)
        json.member("longitude", centre.longitude, decimals: 5)
        json.member("latitude", centre.latitude, decimals: 5)
      }
      json.member("radius_m", radius.metres, decimals: 0)
      json.array("operations") { json in
        for near in operations {
          json.object { json in
            json.member("id", near.operation.id)
            json.member("longitude", near.operation.point?.longitude, decimals: 5)
            json.member("latitude", near.operation.point?.latitude, decimals: 5)
            near.write(to: &json)
          }
        }
      }
    }
    json.newline()
    return json.string
  }
}

extension NearbyOperation {
  fileprivate func write(to json: inout JSONWriter) {
    json.member("distance_m", distance?.metres, decimals: 0)
    json.member("within", within.rawValue)
    operation.writeProperties(to: &json)
  }
}
