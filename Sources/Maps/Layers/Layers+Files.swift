extension Layers {
  /// The files of the map folder: four layers, the page to look at, a picture, and the pages of
  /// `reports`.
  ///
  /// Where Leaflet is not installed, the page is left out, and a notice says so.
  ///
  /// - Throws: ``LeafletError`` when a folder of Leaflet was named and does not hold it, and what GEOS
  ///   says when the picture cannot be drawn.
  public func folder(words: Words, viewer: ViewerOptions = ViewerOptions()) throws -> MapFolder {
    let picture = try MapPicture(of: self, words: words).svg()
    var folder = MapFolder(
      files: [
        .init(path: "operations.geojson", bytes: operationsGeoJSON),
        .init(path: "areas.geojson", bytes: areasGeoJSON),
        .init(path: "governorates.geojson", bytes: governoratesGeoJSON),
        .init(path: "clusters.geojson", bytes: clustersGeoJSON),
        .init(path: "map.svg", bytes: Array(picture.utf8)),
      ] + Page.files(of: operations, words: words))
    for unit in operations.governorateUnits where ground[unit.code] != nil {
      let picture = MapPicture(of: self, words: words, governorate: unit.code, width: 1000)
      let path = "reports/" + Page.pictureName(of: unit.code)
      folder.add(MapFolder.File(path: path, bytes: Array(try picture.svg().utf8)))
    }
    do {
      let leaflet = try Leaflet(folder: viewer.leafletFolder)
      let page = IndexPage(of: self, words: words, leaflet: leaflet, tiles: viewer.tiles)
      folder.add(MapFolder.File(path: IndexPage.path, bytes: try page.bytes()))
    } catch let error as LeafletError where viewer.leafletFolder == nil {
      folder.notices.append("\(IndexPage.path) is left out, for \(error)")
    }
    if operations.count > IndexPage.capacity {
      folder.notices.append(
        "\(operations.count) operations are more than \(IndexPage.capacity): the clusters of "
          + "\(IndexPage.path) are made here, and not in the browser")
    }
    return folder
  }
}

/// What the page of a map folder is made with.
public struct ViewerOptions: Sendable {
  /// The folder that holds Leaflet and its clusters; nil looks in the usual places.
  public var leafletFolder: String?
  /// An online map that the reader may switch on; nil for none.
  public var tiles: TileLayer?

  public init(leafletFolder: String? = nil, tiles: TileLayer? = nil) {
    self.leafletFolder = leafletFolder
    self.tiles = tiles
  }
}
