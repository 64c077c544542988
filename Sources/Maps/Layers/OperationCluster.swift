import Geometry
import JSONText

/// Operations that lie close together inside one governorate.
public struct OperationCluster: Sendable {
  /// The governorate's code and a number: `SY07-1`.
  public var id: String
  public var governorate: AdminUnit
  /// The operations, in the order of their days.
  public var members: [OperationFeature]
  /// The convex hull of the points with a margin, cut at the governorate's border.
  public var hull: Shape
  /// The mean of the members' points.
  public var centre: GeoPoint
  public var tally: Tally

  /// How near each other operations must lie to be of one cluster.
  public static let reach: Distance = .kilometres(15)
  /// How many operations make a cluster.
  public static let least = 2
  /// The margin that the hull leaves around the points.
  static let margin: Distance = .kilometres(2)

  /// Groups those of the operations that touch a governorate which took place there and whose place
  /// is known.
  ///
  /// What is known only by its unit or region is no dot and joins no cluster; neither does an
  /// operation that touches several governorates, unless its point lies in this one.
  static func clusters(
    of operations: [OperationFeature], in territory: Territory
  ) throws -> [OperationCluster] {
    let dots = operations.filter { operation in
      guard operation.tookPlace, operation.isPlaced, let point = operation.point else {
        return false
      }
      return operation.governorates.count == 1 || territory.shape.contains(point)
    }
    let labels = try dots.map { $0.point! }.clusters(within: reach, atLeast: least)
    var groups = [[OperationFeature]](
      repeating: [], count: (labels.compactMap { $0 }.max() ?? -1) + 1)
    for (dot, label) in zip(dots, labels) {
      if let label { groups[label].append(dot) }
    }
    return try groups.enumerated().map { label, members in
      try OperationCluster(members: members, number: label + 1, in: territory)
    }
  }

  private init(members: [OperationFeature], number: Int, in territory: Territory) throws {
    id = "\(territory.unit.code)-\(number)"
    governorate = territory.unit
    self.members = members
    tally = Tally(of: members)
    let points = members.compactMap(\.point)
    let total = points.reduce((longitude: 0.0, latitude: 0.0)) {
      ($0.longitude + $1.longitude, $0.latitude + $1.latitude)
    }
    centre =
      GeoPoint(
        longitude: total.longitude / Double(points.count),
        latitude: total.latitude / Double(points.count)
      ).rounded
    let around = try points.convexHull().buffered(by: Self.margin)
    let inside = try around.intersection(territory.shape)
    // A place may lie a little outside its governorate's simplified border.
    hull = try (inside.isEmpty ? around : inside).forFiles()
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("type", "Feature")
      json.member("id", id)
      json.key("geometry")
      json.geometry(hull)
      json.object("properties") { json in
        json.member("adm1_pcode", governorate.code)
        json.member("adm1_ar", governorate.nameArabic)
        json.member("adm1_en", governorate.nameEnglish)
        json.member("centre_lon", centre.longitude, decimals: 5)
        json.member("centre_lat", centre.latitude, decimals: 5)
        json.member(
          "places_ar", members.compactMap { $0.place(.arabic) }.uniqued.joined(separator: "; "))
        json.member(
          "places_en", members.compactMap { $0.place(.english) }.uniqued.joined(separator: "; "))
        tally.write(to: &json)
        json.member("members", members.map(\.id).joined(separator: "; "))
      }
    }
  }
}
