// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds Makan builds this. `scripts/bench` runs it.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Makan", path: "..")],
  targets: [
    .executableTarget(
      name: "bench",
      dependencies: [.product(name: "Makan", package: "Makan")],
      path: "Sources/Bench",
      swiftSettings: [.treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny")])
  ]
)
