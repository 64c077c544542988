// swift-tools-version: 6.2
import PackageDescription

/// Settings that every target of this package shares.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target with the shared settings: its name, and the targets that it may import.
func stage(
  _ name: String, imports: [Target.Dependency] = [], path: String? = nil,
  resources: [Resource] = [], exclude: [String] = [], settings: [SwiftSetting] = []
) -> Target {
  .target(
    name: name, dependencies: imports, path: path, exclude: exclude, resources: resources,
    swiftSettings: strict + settings)
}

/// The tests of a target: they import it and whatever else they name.
func tests(of name: String, imports: [Target.Dependency] = [], resources: [Resource] = []) -> Target
{
  .testTarget(
    name: name + "Tests", dependencies: [.init(stringLiteral: name), "TestSupport"] + imports,
    resources: resources, swiftSettings: strict)
}

let package = Package(
  name: "Makan",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Makan", targets: ["Makan"]),
    .library(name: "Projections", targets: ["Projections"]),
    .executable(name: "makan", targets: ["MakanCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // System libraries.
    .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),

    // Foundations: text, words, bytes, shapes.
    stage("ArabicText"),
    stage("JSONText"),
    stage("Lexicon", imports: ["ArabicText"], resources: [.copy("Words")]),
    stage("Grammar", imports: ["ArabicText"]),
    stage("Geometry", imports: ["CGEOS"], settings: [.strictMemorySafety()]),
    stage("Projections", imports: ["Geometry", "CPROJ"], settings: [.strictMemorySafety()]),
    stage(
      "GazetteerTables", path: "gazetteer", resources: [.copy("tables")], exclude: ["README.md"]),
    stage("Gazetteer", imports: ["ArabicText", "Geometry", "GazetteerTables"]),

    // Stages, in the order of the data flow.
    stage("Reports", imports: ["JSONText", .product(name: "Yams", package: "Yams")]),
    stage("Mentions", imports: ["ArabicText", "Lexicon", "Grammar", "Reports", "Gazetteer"]),
    stage("Claims", imports: ["ArabicText", "Lexicon", "Reports", "Mentions"]),
    stage(
      "Geocoding",
      imports: [
        "ArabicText", "JSONText", "Lexicon", "Reports", "Mentions", "Claims", "Gazetteer",
        "Geometry",
      ]),
    stage(
      "Operations",
      imports: ["JSONText", "Reports", "Mentions", "Claims", "Geocoding", "Gazetteer", "Geometry"]),
    stage(
      "Maps",
      imports: [
        "JSONText", "Reports", "Mentions", "Claims", "Geocoding", "Operations", "Gazetteer",
        "Geometry",
      ], resources: [.copy("Words"), .copy("Viewer")]),
    stage(
      "Evaluation",
      imports: [
        "ArabicText", "JSONText", "Reports", "Mentions", "Claims", "Geocoding", "Gazetteer",
        "Geometry",
      ]),
    stage(
      "Makan",
      imports: [
        "ArabicText", "JSONText", "Lexicon", "Grammar", "Reports", "Mentions", "Claims",
        "Gazetteer",
        "Geometry", "Geocoding", "Operations", "Maps", "Evaluation",
      ]),

    // Programs.
    .executableTarget(
      name: "MakanCommand",
      dependencies: [
        "Makan", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "GazetteerCompiler",
      dependencies: ["ArabicText", "JSONText", "Geometry", "Gazetteer"],
      swiftSettings: strict),

    // Tests.
    stage("TestSupport"),
    tests(of: "ArabicText", resources: [.copy("Corpora")]),
    tests(
      of: "Claims",
      imports: ["Lexicon", "Reports", "Mentions", "Gazetteer"], resources: [.copy("Corpora")]),
    .testTarget(
      name: "CommandTests", dependencies: ["JSONText", "TestSupport"], exclude: ["Golden"],
      swiftSettings: strict),
    tests(
      of: "Evaluation",
      imports: [
        "ArabicText", "JSONText", "Reports", "Mentions", "Claims", "Gazetteer", "Geocoding",
        "Geometry",
      ],
      resources: [.copy("Names")]),
    tests(of: "Gazetteer", imports: ["ArabicText", "Geometry"]),
    tests(
      of: "Geocoding",
      imports: [
        "ArabicText", "JSONText", "Reports", "Mentions", "Claims", "Gazetteer", "Geometry",
      ],
      resources: [.copy("Corpora")]),
    tests(of: "Geometry"),
    tests(of: "Grammar"),
    tests(of: "JSONText"),
    tests(of: "Lexicon", imports: ["ArabicText"]),
    tests(of: "Makan"),
    tests(
      of: "Maps",
      imports: [
        "JSONText", "Reports", "Mentions", "Claims", "Geocoding", "Operations", "Geometry",
      ]),
    tests(
      of: "Mentions", imports: ["Lexicon", "Reports", "Gazetteer"],
      resources: [.copy("Corpora")]),
    tests(
      of: "Operations", imports: ["Reports", "Mentions", "Claims", "Geocoding", "Geometry"]),
    .testTarget(
      name: "PackageTests", dependencies: ["JSONText", "TestSupport"], swiftSettings: strict),
    tests(of: "Projections", imports: ["Geometry", "CPROJ"]),
    tests(of: "Reports", imports: ["JSONText"]),
  ]
)
