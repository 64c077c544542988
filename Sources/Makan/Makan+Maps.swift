extension Makan {
  /// Tells operations as the map folder does.
  ///
  /// - Throws: What GEOS says when an area cannot be drawn, `GazetteerError` when the boundaries
  ///   cannot be read, and `WordsError` when the words of titles cannot.
  public func features(of operations: [Operations.Operation]) throws -> [OperationFeature] {
    let ground = try MapGround(gazetteer)
    let words = try Words.bundled()
    return try operations.map { try OperationFeature($0, on: ground, words: words) }
  }

  /// Makes the files of the map folder: four layers, the page to look at, the pages of reports, and
  /// a picture.
  ///
  /// - Throws: What ``features(of:)`` throws, and `LeafletError` when a folder of Leaflet was named
  ///   and does not hold it.
  public func map(
    of operations: [Operations.Operation], viewer: ViewerOptions = ViewerOptions()
  ) throws -> MapFolder {
    let ground = try MapGround(gazetteer)
    let words = try Words.bundled()
    let features = try operations.map { try OperationFeature($0, on: ground, words: words) }
    return try Layers(features, on: ground).folder(words: words, viewer: viewer)
  }
}
