import Claims
import Geocoding
import Geometry
import JSONText
import Mentions

/// Everything that the map folder shows, made from features and the ground under them.
public struct Layers: Sendable {
  /// The operations, in the order of their days.
  public var operations: [OperationFeature]
  /// All governorates, also those where nothing happened, by code.
  public var governorates: [GovernorateSummary]
  /// Groups of operations, by governorate.
  public var clusters: [OperationCluster]

  /// The ground that the layers stand on.
  let ground: MapGround

  /// Groups the operations and sums them up.
  ///
  /// - Throws: What GEOS says when a hull cannot be drawn.
  public init(_ operations: [OperationFeature], on ground: MapGround) throws {
    self.operations = operations
    self.ground = ground
    var touching: [String: [Int]] = [:]
    for (index, operation) in operations.enumerated() {
      for code in Set(operation.governorates.map(\.code)) {
        touching[code, default: []].append(index)
      }
    }
    var summaries: [GovernorateSummary] = []
    clusters = try ground.governorates.flatMap { territory in
      let own = (touching[territory.unit.code] ?? []).map { operations[$0] }
      summaries.append(GovernorateSummary(of: territory, operations: own))
      return try OperationCluster.clusters(of: own, in: territory)
    }
    governorates = summaries
  }

  /// The bytes of `operations.geojson`: a point for each operation.
  public var operationsGeoJSON: [UInt8] { OperationFeature.geoJSON(operations) }

  /// The bytes of `areas.geojson`: the area in which each operation lies.
  public var areasGeoJSON: [UInt8] { OperationFeature.areasGeoJSON(operations) }

  /// The bytes of `governorates.geojson`: a polygon with counts for each governorate.
  public var governoratesGeoJSON: [UInt8] {
    var json = JSONWriter()
    json.featureCollection(
      "governorates",
      description: "operations counts what took place (reported and historical); foiled, planned "
        + "and denied have columns of their own. An operation that touches several governorates "
        + "counts in each of them with all its losses, so that governorates may add up to more "
        + "than the whole. Losses are sums of lower and of upper bounds; a null upper bound is "
        + "open.",
      boxes: governorates.compactMap(\.shape.boundingBox), features: governorates
    ) { $0.write(to: &$1) }
    return json.take()
  }

  /// The bytes of `clusters.geojson`: a hull for each group of operations.
  public var clustersGeoJSON: [UInt8] {
    var json = JSONWriter()
    json.featureCollection(
      "clusters",
      description: "Groups of at least \(OperationCluster.least) operations that took place, "
        + "each within \(Int(OperationCluster.reach.kilometres)) km of another, inside one "
        + "governorate. What is known only by its district, governorate or region is in none.",
      boxes: clusters.compactMap(\.hull.boundingBox), features: clusters
    ) { $0.write(to: &$1) }
    return json.take()
  }
}

extension OperationFeature {
  /// Operations as GeoJSON points, `null` for those without one.
  public static func geoJSON(_ operations: [OperationFeature]) -> [UInt8] {
    var json = JSONWriter()
    json.featureCollection(
      "operations", boxes: operations.compactMap(\.pointBox), features: operations
    ) { $0.write(to: &$1) }
    return json.take()
  }

  /// The areas of operations as GeoJSON polygons, under the same ids.
  public static func areasGeoJSON(_ operations: [OperationFeature]) -> [UInt8] {
    let located = operations.filter { $0.area != nil }
    var json = JSONWriter()
    json.featureCollection(
      "areas", boxes: located.compactMap { $0.area?.boundingBox }, features: located
    ) { operation, json in
      json.object { json in
        json.member("type", "Feature")
        json.member("id", operation.id)
        json.key("geometry")
        json.geometry(operation.area)
        json.object("properties") { json in
          json.member("type", operation.type.rawValue)
          json.member("status", operation.status.rawValue)
          json.member("title_ar", operation.titleArabic)
          json.member("title_en", operation.titleEnglish)
          json.member("date", operation.date?.edtf)
          json.member("relation", operation.relation?.rawValue)
          json.member("precision", operation.precision.rawValue)
          json.member("radius_m", operation.radius, decimals: 0)
          json.member("confidence", operation.confidence, decimals: 2)
        }
      }
    }
    return json.take()
  }

  /// The box that is the point.
  private var pointBox: BoundingBox? { point.flatMap { BoundingBox(around: [$0]) } }
}
