extension Layers {
  /// The files of the map folder: four layers, a picture, and the pages of `reports`.
  ///
  /// - Throws: What GEOS says when the picture cannot be drawn.
  public func folder(words: Words) throws -> MapFolder {
    let picture = try MapPicture(of: self, words: words).svg()
    return MapFolder(
      files: [
        .init(path: "operations.geojson", bytes: operationsGeoJSON),
        .init(path: "areas.geojson", bytes: areasGeoJSON),
        .init(path: "governorates.geojson", bytes: governoratesGeoJSON),
        .init(path: "clusters.geojson", bytes: clustersGeoJSON),
        .init(path: "map.svg", bytes: Array(picture.utf8)),
      ] + Page.files(of: operations, words: words))
  }
}
