extension Gazetteer {
  /// The stable id: an OCHA p-code where there is one.
  public func id(of place: Int32) -> String { cell(.id, of: place) }

  /// The main name in Arabic; empty where no source has one.
  public func arabicName(of place: Int32) -> String { cell(.arabic, of: place) }

  /// The main name in Latin letters.
  public func englishName(of place: Int32) -> String { cell(.english, of: place) }

  /// What kind of site it is, such as `airbase` or `dam`; `none` for everything else.
  public func siteKindName(of place: Int32) -> String {
    siteKinds[Int(places[Int(place)].siteKind)]
  }

  /// The source's short name, as `sources.tsv` explains it.
  public func source(of place: Int32) -> String { cell(.source, of: place) }

  /// A remark of the compilers; the larger quarter for a neighbourhood.
  public func note(of place: Int32) -> String { cell(.note, of: place) }

  /// The text of a name.
  public func text(of name: PlaceName) -> String {
    nameBytes.withUnsafeBufferPointer { bytes in
      string(bytes, Int(name.start)..<Int(name.end))
    }
  }

  /// All names of a place in Arabic script, the main one first.
  public func names(of place: Int32) -> ArraySlice<PlaceName> {
    names[Int(firstNames[Int(place)])..<Int(firstNames[Int(place) + 1])]
  }

  /// All names of a place in Latin script, the main one first.
  public func latinNames(of place: Int32) -> ArraySlice<PlaceName> {
    latinNames[Int(firstLatinNames[Int(place)])..<Int(firstLatinNames[Int(place) + 1])]
  }

  /// The place with the id; nil where there is none.
  ///
  /// - Complexity: O(log *n*) in the number of places.
  public func index(ofID id: String) -> Int32? {
    var id = id
    return id.withUTF8 { index(ofID: $0) }
  }

  /// The place whose id these bytes are; nil where there is none.
  func index(ofID wanted: UnsafeBufferPointer<UInt8>) -> Int32? {
    nameBytes.withUnsafeBufferPointer { bytes in
      var (low, high) = (0, rows.count)
      while low < high {
        let middle = (low + high) / 2
        switch order(bytes, Int(rows[middle]), wanted) {
        case 0: return Int32(middle)
        case ..<0: low = middle + 1
        default: high = middle
        }
      }
      return nil
    }
  }

  /// Compares the id that begins at an offset with another: negative when it comes before.
  private func order(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ wanted: UnsafeBufferPointer<UInt8>
  ) -> Int {
    for (offset, byte) in wanted.enumerated() {
      let own = bytes[start + offset]
      if own == 0x09 { return -1 }
      if own != byte { return own < byte ? -1 : 1 }
    }
    return bytes[start + wanted.count] == 0x09 ? 0 : 1
  }

  /// The text of a cell of a place's row.
  func cell(_ column: LoadedTables.Column, of place: Int32) -> String {
    nameBytes.withUnsafeBufferPointer { bytes in
      var position = Int(rows[Int(place)])
      for _ in 0..<column.rawValue {
        while bytes[position] != 0x09 { position += 1 }
        position += 1
      }
      var end = position
      while end < bytes.count, bytes[end] != 0x09, bytes[end] != 0x0A { end += 1 }
      return string(bytes, position..<end)
    }
  }
}
