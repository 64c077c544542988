import ArabicText
import Geometry

/// Something that a check of the gazetteer found.
public struct Finding: Hashable, Sendable, CustomStringConvertible {
  /// What was checked.
  public enum Rule: String, Sendable, CaseIterable {
    case uniqueID = "unique id"
    case knownUnit = "known unit"
    case pointInUnit = "point in unit"
    case arabicName = "arabic name"
    case namesInScript = "names in script"
    case knownSource = "known source"
    case validOutline = "valid outline"
    case rightHandedOutline = "right-handed outline"
    case sharedEdges = "shared edges"
    case equalAreas = "equal areas"
    case knownMembers = "known members"
  }
  public var rule: Rule
  /// The place's id; empty for a finding about a table.
  public var id: String
  public var detail: String
  /// True for an exception that `exceptions.tsv` lists, so that nobody takes it for news.
  public var isListed: Bool

  public var description: String {
    "\(rule.rawValue): \(id)\(id.isEmpty ? "" : ": ")\(detail)\(isListed ? " (listed)" : "")"
  }
}

extension Gazetteer {
  /// Checks the tables and returns what breaks a rule, in the order of rules and ids.
  ///
  /// Ids are unique; every point lies in the unit that its row names; names are in their script;
  /// outlines are valid, right-handed, and tile the country: neighbours share identical edges and
  /// areas add up; members and way points exist; sources are explained.
  public func check() throws -> [Finding] {
    var findings: [Finding] = []
    try checkRows(&findings)
    checkNames(&findings)
    try checkOutlines(&findings)
    try checkCourses(&findings)
    return findings
  }

  // MARK: Rows and names

  private func checkRows(_ findings: inout [Finding]) throws {
    let listed = try exceptions()
    let sources = Set(try self.sources().map(\.name))
    var last = ""
    for index in places.indices.map(Int32.init) {
      let place = places[Int(index)]
      let id = id(of: index)
      func find(_ rule: Finding.Rule, _ detail: String, listed: Bool = false) {
        findings.append(Finding(rule: rule, id: id, detail: detail, isListed: listed))
      }
      if !last.utf8.lexicographicallyPrecedes(id.utf8) {
        find(.uniqueID, "comes after \(last)")
      }
      last = id
      if !sources.contains(source(of: index)) {
        find(.knownSource, "sources.tsv has no \"\(source(of: index))\"")
      }
      let unit = cell(.unit, of: index)
      if !unit.isEmpty && self.index(ofID: unit) == nil { find(.knownUnit, "no unit is \(unit)") }
      if place.kind.isPopulated || place.kind == .neighbourhood || place.kind == .site {
        guard place.subdistrict >= 0, let point = place.point else {
          find(.knownUnit, "has no subdistrict or no point")
          continue
        }
        if try boundary(of: place.subdistrict)?.contains(point) != true {
          find(.pointInUnit, "lies outside \(unit)", listed: listed.contains(id))
        }
      }
    }
  }

  private func checkNames(_ findings: inout [Finding]) {
    for name in names {
      let letters = folded(name)
      if !letters.contains(where: \.isArabicLetter) {
        findings.append(
          Finding(
            rule: .namesInScript, id: id(of: name.place),
            detail: "\"\(text(of: name))\" has no Arabic letter", isListed: false))
      }
    }
    for name in latinNames where folded(name).contains(where: \.isArabicLetter) {
      findings.append(
        Finding(
          rule: .namesInScript, id: id(of: name.place),
          detail: "\"\(text(of: name))\" has an Arabic letter", isListed: false))
    }
    for index in places.indices.map(Int32.init) where arabicName(of: index).isEmpty {
      // GeoNames has villages that nobody has given an Arabic name yet: known, and counted.
      let isGeoNames = source(of: index) == "geonames"
      if !isGeoNames {
        findings.append(
          Finding(
            rule: .arabicName, id: id(of: index), detail: "has no Arabic name", isListed: false))
      }
    }
  }

  // MARK: Outlines and courses

  private struct Edge: Hashable {
    var from: GeoPoint
    var to: GeoPoint

    init(_ a: GeoPoint, _ b: GeoPoint) {
      let ordered = (a.longitude, a.latitude) < (b.longitude, b.latitude)
      from = ordered ? a : b
      to = ordered ? b : a
    }
  }

  private func checkOutlines(_ findings: inout [Finding]) throws {
    func find(_ rule: Finding.Rule, _ id: String, _ detail: String) {
      findings.append(Finding(rule: rule, id: id, detail: detail, isListed: false))
    }
    let outline = try countryOutline()
    var outlineEdges: Set<Edge> = []
    for polygon in outline.polygons {
      for ring in polygon.rings {
        for (a, b) in zip(ring, ring.dropFirst()) { outlineEdges.insert(Edge(a, b)) }
      }
    }
    for kind in [PlaceKind.country, .governorate, .district, .subdistrict] {
      var edges: [Edge: Int] = [:]
      var area = 0.0
      for unit in places.indices.map(Int32.init) where places[Int(unit)].kind == kind {
        guard let shape = try boundary(of: unit) else {
          find(.validOutline, id(of: unit), "has no outline")
          continue
        }
        if let fault = shape.fault { find(.validOutline, id(of: unit), fault) }
        if !shape.isRightHanded { find(.rightHandedOutline, id(of: unit), "runs clockwise") }
        area += shape.squareMetres
        for polygon in shape.polygons {
          for ring in polygon.rings {
            for (a, b) in zip(ring, ring.dropFirst()) { edges[Edge(a, b), default: 0] += 1 }
          }
        }
      }
      let crowded = edges.values.count { $0 > 2 }
      if crowded > 0 {
        find(
          .sharedEdges, "", "\(crowded) edges belong to more than two outlines, level \(kind.name)")
      }
      let lonely = edges.count { $0.value == 1 && !outlineEdges.contains($0.key) }
      if lonely > 0 {
        find(
          .sharedEdges, "", "\(lonely) edges inside the country have one side, level \(kind.name)")
      }
      let difference = abs(area - outline.squareMetres)
      if difference > 1 {
        find(
          .equalAreas, "",
          "outlines of level \(kind.name) differ from the country by \(Int(difference)) square metres"
        )
      }
    }
  }

  private func checkCourses(_ findings: inout [Finding]) throws {
    for (place, steps) in try allCourses().lists {
      if steps.isEmpty {
        findings.append(
          Finding(rule: .knownMembers, id: id(of: place), detail: "is empty", isListed: false))
      }
      for case .unknown(let other) in steps {
        findings.append(
          Finding(
            rule: .knownMembers, id: id(of: place), detail: "no place is \"\(other)\"",
            isListed: false))
      }
    }
  }
}
