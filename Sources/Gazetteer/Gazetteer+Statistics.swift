/// A source that rows come from.
public struct GazetteerSource: Hashable, Sendable {
  /// The short name that rows carry.
  public var name: String
  public var title: String
  public var licence: String
  public var date: String
}

/// How many rows there are of each sort.
public struct GazetteerStatistics: Hashable, Sendable {
  /// A label and its number.
  public struct Count: Hashable, Sendable {
    public var label: String
    public var count: Int
  }
  /// Places by kind, in the order of kinds.
  public var kinds: [Count]
  /// Places by source, most first.
  public var sources: [Count]
  /// Populated places, neighbourhoods, and sites by the governorate's code.
  public var governorates: [Count]
  /// Names by kind, and those in Latin script.
  public var names: [Count]
  /// Populated places, and those of them that have an Arabic name.
  public var populated: Int
  public var populatedWithArabicName: Int
}

extension Gazetteer {
  /// Counts the rows by kind, source, and governorate.
  public func statistics() -> GazetteerStatistics {
    var kinds = [Int](repeating: 0, count: PlaceKind.allCases.count)
    var sources: [String: Int] = [:]
    var governorates: [Int32: Int] = [:]
    var populated = 0
    var arabic = 0
    for index in places.indices.map(Int32.init) {
      let place = places[Int(index)]
      kinds[Int(place.kind.rawValue)] += 1
      sources[source(of: index), default: 0] += 1
      if place.kind.isPopulated {
        populated += 1
        if !arabicName(of: index).isEmpty { arabic += 1 }
      }
      if place.kind.isPopulated || place.kind == .neighbourhood || place.kind == .site {
        governorates[place.governorate, default: 0] += 1
      }
    }
    var nameKinds = PlaceName.Kind.allCases.map { kind in
      GazetteerStatistics.Count(label: "\(kind)", count: names.count { $0.kind == kind })
    }
    nameKinds.append(.init(label: "latin", count: latinNames.count))
    return GazetteerStatistics(
      kinds: PlaceKind.allCases.map { .init(label: $0.name, count: kinds[Int($0.rawValue)]) },
      sources: sources.map { .init(label: $0.key, count: $0.value) }
        .sorted { ($1.count, $0.label) < ($0.count, $1.label) },
      governorates: governorates.map {
        .init(label: $0.key < 0 ? "" : id(of: $0.key), count: $0.value)
      }
      .sorted { $0.label < $1.label },
      names: nameKinds, populated: populated, populatedWithArabicName: arabic)
  }

  /// The sources that the rows come from, with their licences.
  public func sources() throws -> [GazetteerSource] {
    try rows(of: "sources.tsv").map { cells in
      GazetteerSource(name: cells[0], title: cells[1], licence: cells[2], date: cells[3])
    }
  }

  /// The ids of places whose point is known to lie elsewhere than their row says.
  func exceptions() throws -> Set<String> {
    Set(try rows(of: "exceptions.tsv").map { $0[0] })
  }

  /// The rows of a small table, each with four cells at least.
  private func rows(of file: String) throws -> [[String]] {
    var table = TableBytes()
    let range = try table.append(file: folder + "/" + file)
    return table.bytes.withUnsafeBufferPointer { bytes in
      var reader = CellReader(bytes, in: range)
      var rows: [[String]] = []
      while !reader.atEnd {
        rows.append((0..<4).map { _ in string(bytes, reader.cell()) })
        reader.skipLine()
      }
      return rows
    }
  }
}
