extension Layers {
  /// The files of the map folder: four layers and the pages of `reports`.
  public func folder(words: Words) -> MapFolder {
    MapFolder(
      files: [
        .init(path: "operations.geojson", bytes: operationsGeoJSON),
        .init(path: "areas.geojson", bytes: areasGeoJSON),
        .init(path: "governorates.geojson", bytes: governoratesGeoJSON),
        .init(path: "clusters.geojson", bytes: clustersGeoJSON),
      ] + Page.files(of: operations, words: words))
  }
}
