import Geometry

/// The members of regions, and the way points of roads and rivers.
struct Courses: Sendable {
  /// A step of a list: a place, a point, or a circle.
  enum Step: Sendable {
    case place(Int32)
    case point(GeoPoint)
    case circle(GeoPoint, metres: Double)
    /// An id that no place has; `check()` reports it.
    case unknown(String)
  }

  /// By the place they belong to, in the order of places.
  private(set) var lists: [(place: Int32, steps: [Step])] = []

  init(folder: String, gazetteer: Gazetteer) throws(GazetteerError) {
    for file in ["regions.tsv", "lines.tsv"] {
      var table = TableBytes()
      let range = try table.append(file: folder + "/" + file)
      let bytes = table.bytes
      var problem: GazetteerError?
      bytes.withUnsafeBufferPointer { buffer in
        var reader = CellReader(buffer, in: range)
        var line = 2
        while !reader.atEnd {
          let (id, steps) = (reader.cell(), reader.cell())
          reader.skipLine()
          guard let place = gazetteer.index(ofID: UnsafeBufferPointer(rebasing: buffer[id])) else {
            problem = GazetteerError(
              file: folder + "/" + file, line: line,
              problem: "no place has the id \"\(string(buffer, id))\"")
            return
          }
          lists.append((place, Courses.steps(buffer, steps, gazetteer)))
          line += 1
        }
      }
      if let problem { throw problem }
    }
    lists.sort { $0.place < $1.place }
  }

  /// Reads steps that vertical bars part.
  private static func steps(
    _ bytes: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>, _ gazetteer: Gazetteer
  ) -> [Step] {
    bytes[cell].split(separator: UInt8(ascii: "|")).map { step in
      let text = step.starts(with: "circle:".utf8) ? step.dropFirst("circle:".utf8.count) : step
      let parts = text.split(separator: UInt8(ascii: ","))
      let areNumbers = parts.allSatisfy { part in
        part.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
      }
      guard areNumbers, parts.count >= 2 else {
        return gazetteer.index(ofID: UnsafeBufferPointer(rebasing: step)).map(Step.place)
          ?? .unknown(string(bytes, step.startIndex..<step.endIndex))
      }
      let numbers = parts.map { decimal(bytes, $0.startIndex..<$0.endIndex) }
      let point = GeoPoint(longitude: numbers[1], latitude: numbers[0])
      return numbers.count == 3 ? .circle(point, metres: numbers[2] * 1000) : .point(point)
    }
  }

  func steps(of place: Int32) -> [Step] {
    lists.first { $0.place == place }?.steps ?? []
  }
}

extension Gazetteer {
  /// The units or places that a region is made of; empty for one that is a circle around its point.
  public func regionMembers(of region: Int32) throws -> [Int32] {
    try members(of: region)
  }

  /// The places that a road or river passes, in their order.
  public func lineMembers(of line: Int32) throws -> [Int32] {
    try members(of: line)
  }

  /// The way points of a road or river, in their order; between them the course is not known.
  public func line(of place: Int32) throws -> [GeoPoint] {
    try allCourses().steps(of: place).compactMap { step in
      switch step {
      case .place(let index): places[Int(index)].point
      case .point(let point): point
      case .circle, .unknown: nil
      }
    }
  }

  /// The places that make up a region, or that a road or river passes, in their order.
  package func members(of place: Int32) throws -> [Int32] {
    try allCourses().steps(of: place).compactMap { step in
      if case .place(let index) = step { index } else { nil }
    }
  }

  func allCourses() throws -> Courses {
    try courses.value { try Courses(folder: folder, gazetteer: self) }
  }
}
