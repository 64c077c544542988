import Foundation

/// The map library that the page is written with: Leaflet and its clusters, as they are installed
/// on this machine.
///
/// They are other people's work and no part of Makan; the page holds a copy of them, so that it
/// needs no network.
public struct Leaflet: Sendable {
  /// The library and its clusters, in the order in which they run.
  var script: String
  var style: String

  /// The packages that bring the files, for those who lack them.
  static let packages = "libjs-leaflet libjs-leaflet.markercluster"

  /// Where systems keep the files.
  private static let folders = [
    "/usr/share/javascript/leaflet", "/usr/local/share/javascript/leaflet",
    "/usr/share/nodejs/leaflet/dist", "/usr/share/nodejs/leaflet.markercluster/dist",
    "/opt/homebrew/share/javascript/leaflet",
  ]

  /// Reads the library from a folder, or from where systems keep it.
  ///
  /// - Parameter folder: Holds the files of both packages; nil looks in the usual places.
  /// - Throws: ``LeafletError`` that says which file is missing, and what to install.
  public init(folder: String? = nil) throws(LeafletError) {
    let folders = folder.map { [$0] } ?? Self.folders
    func text(_ names: String...) throws(LeafletError) -> String {
      for folder in folders {
        for name in names {
          if let data = FileManager.default.contents(atPath: "\(folder)/\(name)") {
            return String(decoding: data, as: UTF8.self)
          }
        }
      }
      throw LeafletError(file: names[0], folder: folder)
    }
    script = try text("leaflet.min.js", "leaflet.js").withoutSourceMap + "\n"
    script += try text("leaflet.markercluster.min.js", "leaflet.markercluster.js").withoutSourceMap
    style = try text("leaflet.css").withoutAddresses + "\n"
    style += try text("MarkerCluster.css").withoutSourceMap.withoutAddresses
    // Nothing may end the element that the page puts them into.
    for part in [script, style]
    where ["</script", "</style", "<!--"].contains(where: part.lowercased().contains) {
      throw LeafletError(file: "leaflet.min.js", folder: folder, isFit: false)
    }
  }
}

extension String {
  /// The text without the lines that lead browsers to another file.
  fileprivate var withoutSourceMap: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("sourceMappingURL=") }.joined(separator: "\n")
  }

  /// A style without the addresses of its pictures, which the page does not use.
  fileprivate var withoutAddresses: String {
    var rest = self[...]
    var style = ""
    while let start = rest.range(of: "url("),
      let end = rest[start.upperBound...].firstIndex(of: ")")
    {
      style += rest[..<start.lowerBound] + "none"
      rest = rest[rest.index(after: end)...]
    }
    return style + rest
  }
}

/// Says that the map library is not there.
public struct LeafletError: Error, Hashable, Sendable, CustomStringConvertible {
  public var file: String
  /// The folder that was asked for; nil for the usual places.
  public var folder: String?
  /// False when the file is there and cannot be put into a page.
  public var isFit = true

  public var description: String {
    guard isFit else { return "\(file) cannot stand in a page; give Leaflet 1.x" }
    if let folder { return "the folder \(folder) holds no \(file)" }
    return "Leaflet is not installed (\(file)): apt-get install \(Leaflet.packages), or give its "
      + "folder with --leaflet"
  }
}
