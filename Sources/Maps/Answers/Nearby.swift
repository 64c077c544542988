import Geometry

/// An operation that lies, or may lie, within a radius of a point.
public struct NearbyOperation: Sendable {
  /// How surely the operation is within the radius.
  public enum Within: String, Sendable, CaseIterable {
    /// Its whole area is.
    case certain
    /// A part of its area is.
    case possible
  }

  public var operation: OperationFeature
  /// The geodesic distance to the operation's point; nil when it has none.
  public var distance: Distance?
  public var within: Within
}

extension [OperationFeature] {
  /// Finds the operations within a radius of a point.
  ///
  /// An operation without an area is taken for a disc around its point; one without a point or an
  /// area is nowhere.
  ///
  /// - Returns: The operations by distance, then by id; those without a point last.
  /// - Complexity: O(vertices of all areas whose boxes come near).
  public func near(
    _ centre: GeoPoint, radius: Distance, certainOnly: Bool = false
  ) -> [NearbyOperation] {
    let reach = BoundingBox(around: centre, reach: radius)
    var found: [NearbyOperation] = []
    for operation in self {
      guard let within = operation.isWithin(radius, of: centre, reach: reach) else { continue }
      if certainOnly && within != .certain { continue }
      found.append(
        NearbyOperation(
          operation: operation, distance: operation.point.map { centre.distance(to: $0) },
          within: within))
    }
    return found.sorted { a, b in
      (a.distance?.metres ?? .infinity, a.operation.id)
        < (b.distance?.metres ?? .infinity, b.operation.id)
    }
  }
}

extension OperationFeature {
  /// Tells whether the operation's whole area, or a part of it, is within a radius of a point.
  ///
  /// - Parameter reach: A box that surely holds everything within the radius.
  fileprivate func isWithin(
    _ radius: Distance, of centre: GeoPoint, reach: BoundingBox
  ) -> NearbyOperation.Within? {
    if let area, let box = area.boundingBox {
      guard box.intersects(reach), centre.distance(to: area) <= radius else { return nil }
      return centre.farthestDistance(to: area) <= radius ? .certain : .possible
    }
    guard let point else { return nil }
    let distance = centre.distance(to: point)
    let reach = Distance.metres(self.radius ?? 0)
    if distance + reach <= radius { return .certain }
    return distance - reach <= radius ? .possible : nil
  }
}
