import Foundation

/// Where the gazetteer's own tables lie.
public enum GazetteerTables {
  /// The folder of the bundled tables.
  public static var folder: String { Bundle.module.bundlePath + "/tables" }
}
