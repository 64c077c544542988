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

  /// Makes the files of the map folder: four layers, the pages of reports, and pictures.
  ///
  /// - Throws: What ``features(of:)`` throws.
  public func map(of operations: [Operations.Operation]) throws -> MapFolder {
    let ground = try MapGround(gazetteer)
    let words = try Words.bundled()
    let features = try operations.map { try OperationFeature($0, on: ground, words: words) }
    return try Layers(features, on: ground).folder(words: words)
  }
}
