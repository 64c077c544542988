import Claims
import Geocoding
import Geometry
import Operations

extension OperationFeature {
  /// Tells an operation as the map folder does.
  ///
  /// An operation known only by its unit or region stands at a representative point of the
  /// polygon; one known only by the country has no point.
  ///
  /// - Throws: What GEOS says when an area cannot be drawn.
  public init(_ operation: Operations.Operation, on ground: MapGround, words: Words) throws {
    let location = operation.location
    let units = (location?.governorateCodes ?? []).map { code in
      ground[code]?.unit ?? AdminUnit(code: code, nameArabic: "", nameEnglish: "")
    }
    func unit(_ code: String?) -> AdminUnit? {
      code.map { ground[$0]?.unit ?? AdminUnit(code: $0, nameArabic: "", nameEnglish: "") }
    }
    id = operation.id
    area = try location.flatMap { try uncertaintyArea(of: $0, on: ground) }
    point = try (location?.point ?? area?.pointOnSurface())?.rounded
    type = operation.type
    status = operation.status
    titleArabic = words.title(of: operation, governorates: units, .arabic)
    titleEnglish = words.title(of: operation, governorates: units, .english)
    date = operation.date
    time = operation.time
    let places = location?.places ?? []
    let written = location.flatMap { $0.text.isEmpty ? nil : $0.text }
    placeArabic = places.isEmpty ? written : oneText(places.map { $0.name(.arabic) })
    placeEnglish = places.isEmpty ? nil : oneText(places.map { $0.name(.english) })
    placeID = places.isEmpty ? nil : oneText(places.map(\.id))
    relation = location?.relation
    precision = location?.precision ?? .country
    radius = location?.radius.map { $0.rounded() }
    confidence = ((location?.confidence ?? 0) * 100).rounded() / 100
    governorates = units
    district = units.count > 1 ? nil : unit(location?.district)
    subdistrict = units.count > 1 ? nil : unit(location?.subdistrict)
    actors = unique(operation.actors.map(\.name))
    initiators = unique(operation.actors.filter { $0.role == .initiator }.map(\.name))
    targets = unique(
      operation.actors.filter { $0.role == .target }.map(\.name) + operation.targets)
    means = operation.means
    killed = operation.killed
    wounded = operation.wounded
    detained = operation.detained
    freed = operation.freed
    reportCount = operation.reports.count
    sources = operation.sources.map(oneCell)
    sourceCount = sources.count
    claims = operation.claims.map(ClaimNote.init)
    quote = claims.first { $0.status != .denied }?.quote ?? claims.first?.quote ?? ""
  }
}

extension ClaimNote {
  init(_ located: LocatedClaim) {
    id = located.id
    report = located.report.id
    reportTitle = located.report.title
    source = located.report.source
    published = located.report.published
    url = located.report.url
    status = located.claim.status
    type = located.claim.type
    date = located.claim.date
    place = located.location?.text ?? located.claim.place?.text
    killed = located.claim.killed
    wounded = located.claim.wounded
    actors = located.claim.actors.map { actor in
      ClaimActor(name: oneCell(actor.name), id: actor.id, role: actor.role)
    }
    confidence = located.location.map { ($0.confidence * 100).rounded() / 100 }
    reasons = located.location?.reasons ?? []
    alternatives = (located.location?.alternatives ?? []).filter { $0.confidence >= 0.01 }.map {
      alternative in
      Alternative(
        place: alternative.place, confidence: (alternative.confidence * 100).rounded() / 100)
    }
    var quote = ""
    words = []
    for (number, evidence) in located.evidence.enumerated() {
      if number > 0 { quote += " … " }
      let start = quote.utf16.count
      words += evidence.words.map { words in
        QuotedWords(kind: words.kind, start: start + words.start, end: start + words.end)
      }
      quote += evidence.text
    }
    self.quote = quote
  }
}

extension Location {
  /// The codes of all governorates, whichever way they are given.
  fileprivate var governorateCodes: [String] {
    governorates.isEmpty ? [governorate].compactMap { $0 } : governorates
  }
}

/// The area in which a place lies: its own, its unit's polygon, or the disc around its point.
private func uncertaintyArea(of location: Location, on ground: MapGround) throws -> Shape? {
  if let area = location.area { return try area.forFiles() }
  switch location.precision {
  case .subdistrict, .district, .governorate:
    let codes = [location.subdistrict, location.district]
    let units = location.places.compactMap { ground[$0.id]?.shape }
    let shapes =
      !units.isEmpty
      ? units
      : location.precision == .governorate
        ? location.governorateCodes.compactMap { ground[$0]?.shape }
        : codes.compactMap { $0.flatMap { ground[$0]?.shape } }.prefix(1).map { $0 }
    if !shapes.isEmpty { return try Shape.union(of: shapes).forFiles() }
  case .region where location.point == nil:
    let shapes = location.governorateCodes.compactMap { ground[$0]?.shape }
    if !shapes.isEmpty { return try Shape.union(of: shapes).forFiles() }
  default: break
  }
  guard let point = location.point, let radius = location.radius, radius > 0 else { return nil }
  let disc = try Shape.disc(around: point, radius: .metres(radius))
  // The corners of a disc this large stay apart when they are rounded to a metre.
  return radius >= 200 ? disc.rounded(decimals: 5).rightHanded() : try disc.forFiles()
}

extension Shape {
  /// The shape as files hold it: five decimals, right-handed, and valid after rounding.
  func forFiles() throws -> Shape {
    let rounded = self.rounded(decimals: 5)
    if rounded.isValid { return rounded.rightHanded() }
    return try rounded.repaired().rounded(decimals: 5).rightHanded()
  }
}

extension GeoPoint {
  /// The point with five decimals, about a metre.
  var rounded: GeoPoint {
    GeoPoint(
      longitude: (longitude * 1e5).rounded() / 1e5, latitude: (latitude * 1e5).rounded() / 1e5)
  }
}

/// The texts in their order, each once, fit for a column.
private func unique(_ texts: [String]) -> [String] {
  texts.map(oneCell).filter { !$0.isEmpty }.uniqued
}

/// A text that can stand in a list with semicolons.
private func oneCell(_ text: String) -> String {
  text.split(separator: ";").map { $0.trimmed }.filter { !$0.isEmpty }.joined(separator: ", ")
}

/// Texts in one column.
private func oneText(_ texts: [String]) -> String {
  texts.map(oneCell).joined(separator: OperationFeature.separator)
}

extension OperationFeature {
  /// What stands between the texts of a list in one column.
  static let separator = "; "
}

extension Substring {
  /// The text without white space at its ends.
  fileprivate var trimmed: Substring {
    var rest = self
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
