import Geometry

/// `places.tsv` and `names.tsv` in memory: flat arrays over the files' own bytes.
struct LoadedTables {
  var bytes: [UInt8]
  var places: [Place] = []
  var rows: [Int32] = []
  var names: [PlaceName] = []
  var latinNames: [PlaceName] = []
  var firstNames: [Int32] = []
  var firstLatinNames: [Int32] = []
  var siteKinds: [String] = ["none"]

  /// The columns of `places.tsv`, in their order.
  enum Column: Int {
    case id, kind, siteKind, arabic, english, latitude, longitude, radius, importance, unit
    case centre, source, confidence, note
  }

  /// Reads the tables of a folder, with further rows behind them; these must be in order, too.
  init(
    folder: String, places furtherPlaces: [UInt8] = [], names furtherNames: [UInt8] = []
  ) throws(GazetteerError) {
    var files = TableBytes()
    let paths = [folder + "/places.tsv", folder + "/names.tsv"]
    let placeRange: Range<Int>
    let nameRange: Range<Int>
    if furtherPlaces.isEmpty, furtherNames.isEmpty {
      let ranges = try files.append(files: paths)
      (placeRange, nameRange) = (ranges[0], ranges[1])
    } else {
      placeRange = files.append(furtherPlaces, behind: try files.append(file: paths[0]))
      nameRange = files.append(furtherNames, behind: try files.append(file: paths[1]))
    }
    bytes = files.bytes
    let all = bytes
    let problem: GazetteerError? = all.withUnsafeBufferPointer { buffer in
      do throws(GazetteerError) {
        var mains: [MainNames] = []
        mains.reserveCapacity(16_000)
        try readPlaces(
          CellReader(buffer, in: placeRange), mains: &mains, file: folder + "/places.tsv")
        try readNames(CellReader(buffer, in: nameRange), mains: mains, file: folder + "/names.tsv")
        return nil
      } catch {
        return error
      }
    }
    if let problem { throw problem }
  }

  /// Where a place's id and main names stand.
  private struct MainNames {
    var id: Range<Int>
    var arabic: Range<Int>
    var english: Range<Int>
  }

  private mutating func readPlaces(_ start: CellReader, mains: inout [MainNames], file: String)
    throws(GazetteerError)
  {
    var reader = start
    let bytes = reader.bytes
    places.reserveCapacity(16_000)
    rows.reserveCapacity(16_000)
    // Units come after the places that name them: codes are resolved when all are read.
    var codes: [UnitCode] = []
    codes.reserveCapacity(16_000)
    var units = UnitNumbers()
    var siteKindCells: [Range<Int>] = []
    while !reader.atEnd {
      let row = reader.position
      let id = reader.cell()
      let kindCell = reader.cell()
      guard let kind = PlaceKind(bytes: bytes, kindCell) else {
        throw GazetteerError(
          file: file, line: places.count + 2,
          problem: "\"\(string(bytes, kindCell))\" is no kind of place")
      }
      let siteKind = siteKindNumber(reader.cell(), bytes, &siteKindCells)
      let arabic = reader.cell()
      let english = reader.cell()
      let latitudeCell = reader.cell()
      let longitudeCell = reader.cell()
      let radius = reader.number()
      let importance = reader.number()
      let unitCell = reader.cell()
      _ = reader.cell()
      _ = reader.cell()
      let confidence = reader.number()
      reader.skipLine()
      let index = Int32(places.count)
      let own = UnitCode(bytes, kind.isUnit ? id : unitCell)
      if kind.isUnit { units.set(own, index) }
      codes.append(own)
      mains.append(MainNames(id: id, arabic: arabic, english: english))
      rows.append(Int32(row))
      places.append(
        Place(
          kind: kind, siteKind: siteKind,
          point: latitudeCell.isEmpty
            ? nil
            : GeoPoint(
              longitude: decimal(bytes, longitudeCell), latitude: decimal(bytes, latitudeCell)),
          radius: Float(radius), importance: UInt8(min(max(importance, 0), 100)),
          confidence: Float(confidence), governorate: -1, district: -1, subdistrict: -1))
    }
    for index in places.indices {
      let code = codes[index]
      places[index].governorate = units.governorate(code)
      places[index].district = units.district(code)
      places[index].subdistrict = units.subdistrict(code)
    }
  }

  private mutating func readNames(_ start: CellReader, mains: [MainNames], file: String)
    throws(GazetteerError)
  {
    var reader = start
    let bytes = reader.bytes
    names.reserveCapacity(28_000)
    latinNames.reserveCapacity(24_000)
    firstNames.reserveCapacity(mains.count + 1)
    firstLatinNames.reserveCapacity(mains.count + 1)
    var line = 2
    var next = reader.atEnd ? 0..<0 : reader.cell()
    for (index, main) in mains.enumerated() {
      firstNames.append(Int32(names.count))
      firstLatinNames.append(Int32(latinNames.count))
      let place = Int32(index)
      if !main.arabic.isEmpty { names.append(PlaceName(place: place, kind: .main, main.arabic)) }
      if !main.english.isEmpty {
        latinNames.append(PlaceName(place: place, kind: .main, main.english))
      }
      while !next.isEmpty, same(bytes, next, main.id) {
        let kindCell = reader.cell()
        let cell = reader.cell()
        _ = reader.cell()
        let confidence = Float(reader.number())
        // The first letter tells the kinds apart: alias, latin, part, variant.
        let kind: PlaceName.Kind
        switch bytes[kindCell.lowerBound] {
        case UInt8(ascii: "a"), UInt8(ascii: "l"): kind = .alias
        case UInt8(ascii: "p"): kind = .part
        default: kind = .variant
        }
        let name = PlaceName(place: place, kind: kind, cell, confidence: confidence)
        if bytes[kindCell.lowerBound] == UInt8(ascii: "l") {
          latinNames.append(name)
        } else {
          names.append(name)
        }
        reader.skipLine()
        line += 1
        next = reader.atEnd ? 0..<0 : reader.cell()
      }
    }
    firstNames.append(Int32(names.count))
    firstLatinNames.append(Int32(latinNames.count))
    guard next.isEmpty else {
      throw GazetteerError(
        file: file, line: line,
        problem: "\"\(string(bytes, next))\" is out of order, or no place has this id")
    }
  }

  private mutating func siteKindNumber(
    _ cell: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ known: inout [Range<Int>]
  ) -> UInt8 {
    if cell.isEmpty { return 0 }
    for (number, other) in known.enumerated() where same(bytes, cell, other) {
      return UInt8(number + 1)
    }
    known.append(cell)
    siteKinds.append(string(bytes, cell))
    return UInt8(known.count)
  }
}

extension PlaceName {
  fileprivate init(place: Int32, kind: Kind, _ range: Range<Int>, confidence: Float = 1) {
    self.init(
      place: place, kind: kind, start: Int32(range.lowerBound), end: Int32(range.upperBound),
      confidence: confidence)
  }
}

/// Tells whether two ranges hold the same bytes.
@inline(__always)
func same(_ bytes: UnsafeBufferPointer<UInt8>, _ first: Range<Int>, _ second: Range<Int>) -> Bool {
  guard first.count == second.count else { return false }
  var (a, b) = (first.lowerBound, second.lowerBound)
  while a < first.upperBound {
    if bytes[a] != bytes[b] { return false }
    a += 1
    b += 1
  }
  return true
}

/// The bytes of the range as text.
func string(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
  String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
}

extension PlaceKind {
  /// Reads the kind by what no other kind has: its first letters and its length.
  init?(bytes: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>) {
    for kind in PlaceKind.spellings where kind.name.count == cell.count {
      var equal = true
      for (offset, byte) in kind.name.enumerated() where bytes[cell.lowerBound + offset] != byte {
        equal = false
        break
      }
      if equal {
        self = kind.kind
        return
      }
    }
    return nil
  }

  /// Most frequent first.
  private static let spellings: [(name: [UInt8], kind: PlaceKind)] =
    ([.village, .site, .neighbourhood, .town, .city] + PlaceKind.allCases).map {
      (Array($0.name.utf8), $0)
    }
}

/// The number in a unit's code, and how many of its digits count: SY0902 is 902, level 2.
///
/// A code is two capital letters of the country and two digits for each level.
struct UnitCode {
  var number: Int32 = -1
  var level: Int32 = -1

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>) {
    guard cell.count >= 4 else { return }
    for index in cell.prefix(2) where !(0x41...0x5A).contains(bytes[index]) { return }
    for index in cell.dropFirst(2) where !(0x30...0x39).contains(bytes[index]) { return }
    number = 0
    for index in cell.dropFirst(2) {
      number = number &* 10 &+ Int32(bytes[index] &- 0x30)
    }
    level = Int32(cell.count / 2) - 1
  }
}

/// The place indexes of units by the numbers in their codes.
struct UnitNumbers {
  private var governorates = [Int32](repeating: -1, count: 100)
  private var districts = [Int32](repeating: -1, count: 10_000)
  private var subdistricts: [Int32: Int32] = [:]

  mutating func set(_ code: UnitCode, _ index: Int32) {
    switch code.level {
    case 1: governorates[Int(code.number) % 100] = index
    case 2: districts[Int(code.number) % 10_000] = index
    case 3: subdistricts[code.number] = index
    default: break
    }
  }

  func governorate(_ code: UnitCode) -> Int32 {
    switch code.level {
    case 1: governorates[Int(code.number) % 100]
    case 2: governorates[Int(code.number) / 100 % 100]
    case 3: governorates[Int(code.number) / 10_000 % 100]
    default: -1
    }
  }

  func district(_ code: UnitCode) -> Int32 {
    switch code.level {
    case 2: districts[Int(code.number) % 10_000]
    case 3: districts[Int(code.number) / 100 % 10_000]
    default: -1
    }
  }

  func subdistrict(_ code: UnitCode) -> Int32 {
    code.level == 3 ? subdistricts[code.number] ?? -1 : -1
  }
}
