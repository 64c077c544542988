import ArgumentParser
import Makan
import Synchronization

/// Which places a command looks names up in.
struct GazetteerOption: ParsableArguments, Sendable {
  @Option(
    name: .customLong("gazetteer"),
    help: ArgumentHelp(
      "Places of your own that win over makan's: a table or GeoJSON with name, lat and lon; or the "
        + "folder of a country that makan gazetteer build has made.",
      valueName: "path"),
    completion: .file())
  var path: String?

  /// Loads the gazetteer.
  ///
  /// - Throws: A ``Complaint`` that names the file and the line.
  func gazetteer() throws -> Gazetteer {
    guard let path else { return try Gazetteer.bundled() }
    if NamedFile.isFolder(path) {
      do { return try Gazetteer(folder: path) } catch let error as GazetteerError {
        throw Complaint(
          .badData, "\(error.file): \(error.problem); make it with makan gazetteer build")
      }
    }
    let bytes = try NamedFile.bytes(of: path)
    do {
      return try Gazetteer.bundled(adding: OwnPlace.places(in: bytes))
    } catch let error as OwnPlaceError {
      throw Complaint(.badData, "\(path):\(error.line == nil ? " " : "")\(error)")
    } catch let error as GazetteerError {
      throw Complaint(.badData, "\(path): \(error.problem)")
    }
  }

  /// Loads the gazetteer and the word lists at the same time.
  ///
  /// They are kept until the process ends, which need not take them apart first.
  func makan() throws -> Makan {
    let makan = try Makan.loaded { try gazetteer() }
    Self.loaded.withLock { $0 = makan }
    return makan
  }

  private static let loaded = Mutex<Makan?>(nil)
}
