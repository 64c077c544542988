import Foundation
import JSONText
import TestSupport
import Testing

/// Who may import whom: the table of the design, with what was added to it since.
private let allowed: [String: Set<String>] = [
  // System libraries.
  "CGEOS": [],
  "CPROJ": [],
  // Foundations.
  "ArabicText": [],
  "JSONText": [],
  "Lexicon": ["ArabicText"],
  "Grammar": ["ArabicText"],
  "Geometry": ["CGEOS"],
  "Projections": ["CPROJ", "Geometry"],
  "GazetteerTables": [],
  "Gazetteer": ["ArabicText", "Geometry", "GazetteerTables"],
  // Stages.
  "Reports": ["JSONText", "Yams"],
  "Mentions": ["ArabicText", "Lexicon", "Grammar", "Reports", "Gazetteer"],
  "Claims": ["ArabicText", "Lexicon", "Reports", "Mentions", "Gazetteer"],
  "Geocoding": [
    "ArabicText", "JSONText", "Lexicon", "Reports", "Mentions", "Claims", "Gazetteer", "Geometry",
  ],
  "Operations": [
    "ArabicText", "JSONText", "Reports", "Mentions", "Claims", "Geocoding", "Gazetteer", "Geometry",
  ],
  "Maps": [
    "JSONText", "Reports", "Mentions", "Claims", "Geocoding", "Operations", "Gazetteer", "Geometry",
  ],
  "Evaluation": [
    "ArabicText", "JSONText", "Reports", "Mentions", "Claims", "Geocoding", "Gazetteer", "Geometry",
  ],
  "Makan": [
    "ArabicText", "JSONText", "Lexicon", "Grammar", "Reports", "Mentions", "Claims", "Gazetteer",
    "Geometry", "Geocoding", "Operations", "Maps", "Evaluation",
  ],
  // Programs.
  "MakanCommand": ["Makan", "ArgumentParser"],
  "GazetteerCompiler": ["ArabicText", "JSONText", "Geometry", "Gazetteer"],
  "TestSupport": ["Testing"],
]

/// Modules that come with the system or with Swift, and may be imported anywhere.
private let everywhere: Set<String> = ["Glibc", "Musl", "Darwin", "Dispatch", "Synchronization"]

/// The only targets that may import Foundation: those in which bytes enter or leave, or threads start.
private let foundationUsers: Set<String> = [
  "Lexicon", "GazetteerTables", "Maps", "Makan", "GazetteerCompiler", "TestSupport",
]

@Suite struct ImportRuleTests {
  private static let package = description()

  /// What `swift package describe` says.
  private static func description() -> JSONValue? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    // A scratch path of its own: the test's own build may hold the lock on the other one.
    process.arguments = [
      "swift", "package", "--package-path", Folder.package, "--scratch-path",
      Folder.package + "/.build/describe", "--skip-update", "describe", "--type", "json",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    return try? JSONValue(parsing: bytes)
  }

  @Test func `no target depends on one that the table does not allow`() throws {
    let targets = try #require(Self.package?["targets"]?.array, "swift package describe failed")
    #expect(targets.count > 15)
    for target in targets where target["type"]?.string != "test" {
      let name = try #require(target["name"]?.string)
      let permitted = try #require(
        allowed[name], "\(name) is not in the table: say what it may import")
      let dependencies =
        (target["target_dependencies"]?.strings ?? [])
        + (target["product_dependencies"]?.strings ?? [])
      for dependency in dependencies {
        #expect(permitted.contains(dependency), "\(name) may not depend on \(dependency)")
      }
    }
  }

  @Test func `the table names no target that is gone`() throws {
    let names = try #require(Self.package?["targets"]?.array).compactMap { $0["name"]?.string }
    for name in allowed.keys.sorted() { #expect(names.contains(name), "no target \(name)") }
  }

  @Test func `no file imports what its target may not`() throws {
    var seen = 0
    for (target, file) in Self.sources() {
      let permitted = try #require(allowed[target], "\(target) is not in the table")
      for module in Self.imports(of: file) where !everywhere.contains(module) {
        seen += 1
        if module == "Foundation" {
          #expect(foundationUsers.contains(target), "\(file) imports Foundation")
        } else {
          #expect(permitted.contains(module), "\(file) imports \(module)")
        }
      }
    }
    #expect(seen > 100)
  }

  @Test func `only Geometry touches GEOS, and only Projections PROJ`() {
    for (target, file) in Self.sources() {
      let imports = Self.imports(of: file)
      #expect(target == "Geometry" || !imports.contains("CGEOS"), "\(file)")
      #expect(target == "Projections" || !imports.contains("CPROJ"), "\(file)")
    }
  }

  @Test func `the program does not load PROJ`() throws {
    let targets = try #require(Self.package?["targets"]?.array, "swift package describe failed")
    for target in targets where target["type"]?.string != "test" {
      let dependencies = target["target_dependencies"]?.strings ?? []
      #expect(!dependencies.contains("Projections"), "\(target["name"]?.string ?? "")")
    }
  }

  /// Every Swift file with its target's name.
  private static func sources() -> [(target: String, file: String)] {
    var found: [(String, String)] = []
    func list(_ folder: String, _ target: String) {
      for name in Folder.names(in: folder) {
        let path = folder + "/" + name
        if name.hasSuffix(".swift") {
          found.append((target, path))
        } else if !name.contains(".") {
          list(path, target)
        }
      }
    }
    for target in Folder.names(in: Folder.package + "/Sources") {
      list("\(Folder.package)/Sources/\(target)", target)
    }
    found.append(("GazetteerTables", Folder.package + "/gazetteer/Tables.swift"))
    return found
  }

  /// The modules that a file imports.
  private static func imports(of file: String) -> Set<String> {
    let text = String(decoding: Folder.contents(of: file) ?? [], as: UTF8.self)
    var modules: Set<String> = []
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), at + 1 < words.count,
        words[..<at].allSatisfy({ ["@_exported", "public", "package", "internal"].contains($0) })
      else { continue }
      modules.insert(String(words[at + 1].split(separator: ".")[0]))
    }
    return modules
  }
}
