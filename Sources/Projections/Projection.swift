import CPROJ
import Geometry
import Synchronization

/// A map projection: takes positions to metres on a sheet, and back.
///
/// Making one takes milliseconds, using it well under a microsecond: make it once and share it;
/// tasks that use it at the same time take turns.
///
/// ```swift
/// let utm = try Projection(to: "EPSG:32637")
/// try utm.project(aleppo)  // some 334 km east and 4008 km north
/// ```
public final class Projection: Sendable {
  private let pipeline: Mutex<Pipeline>

  /// Makes a projection from WGS 84 to a reference system, named as PROJ reads it: an authority's
  /// code, a PROJ string or WKT.
  ///
  /// - Throws: what PROJ said about the name.
  public init(to system: String) throws(PROJError) {
    pipeline = Mutex(try Pipeline(to: system))
  }

  /// Lays a position on the sheet.
  ///
  /// - Throws: an error if the position is not finite or lies where the projection has no place.
  public func project(_ point: GeoPoint) throws(PROJError) -> PlanePoint {
    let (x, y) = try pipeline.withLock { pipeline throws(PROJError) in
      try pipeline.transform(PJ_FWD, point.longitude, point.latitude)
    }
    return PlanePoint(east: x, north: y)
  }

  /// Finds the position that lies there on the sheet.
  ///
  /// - Throws: an error if no position lies there.
  public func unproject(_ point: PlanePoint) throws(PROJError) -> GeoPoint {
    let (x, y) = try pipeline.withLock { pipeline throws(PROJError) in
      try pipeline.transform(PJ_INV, point.east, point.north)
    }
    return GeoPoint(longitude: x, latitude: y)
  }
}

/// Owns a transformation of PROJ and its context.
@safe private struct Pipeline: ~Copyable {
  private let context: OpaquePointer
  private let transformation: OpaquePointer

  init(to system: String) throws(PROJError) {
    guard let context = unsafe proj_context_create() else {
      throw PROJError(call: "proj_context_create", message: "out of memory")
    }
    let said = Said()
    unsafe proj_log_func(context, Unmanaged.passUnretained(said).toOpaque()) { box, _, text in
      guard let box = unsafe box, let text = unsafe text else { return }
      let said = unsafe Unmanaged<Said>.fromOpaque(box).takeUnretainedValue()
      said.text = unsafe String(cString: text)
    }
    let plain = unsafe proj_create_crs_to_crs(context, "EPSG:4326", system, nil)
    // Longitude first, whatever the authority says about axes.
    let normal = unsafe plain.flatMap {
      unsafe proj_normalize_for_visualization(context, $0)
    }
    if let plain = unsafe plain { unsafe proj_destroy(plain) }
    // The box for messages ends with this call; later failures show as positions not finite.
    unsafe proj_log_func(context, nil) { _, _, _ in }
    guard let normal = unsafe normal else {
      unsafe proj_context_destroy(context)
      throw PROJError(
        call: "proj_create_crs_to_crs",
        message: "\(system): \(said.text.isEmpty ? "no reason given" : said.text)")
    }
    unsafe self.context = context
    unsafe transformation = normal
  }

  deinit {
    unsafe proj_destroy(transformation)
    unsafe proj_context_destroy(context)
  }

  func transform(
    _ direction: PJ_DIRECTION, _ x: Double, _ y: Double
  ) throws(PROJError) -> (Double, Double) {
    let result = unsafe proj_trans(transformation, direction, proj_coord(x, y, 0, 0))
    let (newX, newY) = unsafe (result.xy.x, result.xy.y)
    guard newX.isFinite && newY.isFinite && x.isFinite && y.isFinite else {
      let code = unsafe proj_errno(transformation)
      let reason = unsafe proj_context_errno_string(context, code).map {
        unsafe String(cString: $0)
      }
      unsafe proj_errno_reset(transformation)
      throw PROJError(
        call: "proj_trans", message: "(\(x), \(y)): \(reason ?? "there is no place for it")")
    }
    return (newX, newY)
  }

  private final class Said {
    var text = ""
  }
}
