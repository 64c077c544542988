import Foundation
import TestSupport
import Testing

/// The same input gives the same bytes, whatever is around it.
@Suite(.enabled(if: MakanProgram.path != nil)) struct SameBytesTests {
  private static let seeds = Folder.names(in: Folder.package + "/seeds")
    .filter { $0.hasSuffix(".txt") }.map { "seeds/" + $0 }

  @Test func `claims do not hang on the number of cores`() throws {
    // More than a block of JSON lines, so that there is something to share.
    var lines: [UInt8] = []
    let texts = Self.seeds.compactMap { Folder.contents(of: Folder.package + "/" + $0) }
    for round in 0..<60 {
      for (number, text) in texts.enumerated() {
        let record = try JSONSerialization.data(
          withJSONObject: [
            "id": "r\(round)-\(number)", "text": String(decoding: text, as: UTF8.self),
          ], options: .sortedKeys)
        lines += Array(record) + [0x0A]
      }
    }
    #expect(lines.count > 1 << 20)
    let one = try MakanProgram.run(["extract", "-", "--jobs", "1"], input: lines)
    #expect(one.status == 0)
    #expect(one.lines.count > 300)
    for jobs in ["2", "3", "8"] {
      let many = try MakanProgram.run(["extract", "-", "--jobs", jobs], input: lines)
      #expect(many.output == one.output, "--jobs \(jobs)")
    }
  }

  @Test func `claims do not hang on language or time zone`() throws {
    let plain = try MakanProgram.run(["extract"] + Self.seeds)
    #expect(plain.status == 0)
    for environment in [
      ["LANG": "ar_SY.UTF-8", "LC_ALL": "ar_SY.UTF-8"], ["LANG": "tr_TR.UTF-8"],
      ["TZ": "Pacific/Kiritimati"], ["TZ": "America/Los_Angeles", "LC_ALL": "C"],
    ] {
      let other = try MakanProgram.run(["extract"] + Self.seeds, environment: environment)
      #expect(other.output == plain.output, "\(environment)")
    }
  }

  @Test func `the map does not hang on the order of the files`() throws {
    let folder = try TemporaryFolder()
    let orders = [Self.seeds, Self.seeds.reversed(), Self.seeds.shuffledOnce]
    for (number, order) in orders.enumerated() {
      let result = try MakanProgram.run(["map"] + order + ["-o", "\(folder.path)/\(number)"])
      #expect(result.status == 0, "\(result.talk)")
    }
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/0")
    #expect(files.count > 6)
    for file in files.sorted() where file.contains(".") {
      let first = Folder.contents(of: "\(folder.path)/0/\(file)")
      for number in 1..<orders.count {
        #expect(Folder.contents(of: "\(folder.path)/\(number)/\(file)") == first, "\(file)")
      }
    }
  }

  @Test func `maps holds what the main job writes for the seeds`() throws {
    let folder = try TemporaryFolder()
    let result = try MakanProgram.run(["map", "seeds", "-o", folder.path + "/maps"])
    #expect(result.status == 0, "\(result.talk)")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/maps").sorted()
    let committed = try FileManager.default.subpathsOfDirectory(atPath: Folder.package + "/maps")
    // The page holds the map library of the machine and is not committed; pictures are of another job.
    let own = committed.filter { !$0.hasPrefix("pictures") && $0 != "index.html" }
    #expect(
      own.sorted() == files.filter { $0 != "index.html" },
      "run scripts/map, and commit what it changes")
    for file in files where file.contains(".") && file != "index.html" {
      let bytes = Folder.contents(of: "\(folder.path)/maps/\(file)") ?? []
      #expect(GoldenFile("maps/\(file)").difference(from: bytes) == nil)
    }
  }

  @Test func `a picture is the map of the folder, and a PNG needs rsvg-convert`() throws {
    let folder = try TemporaryFolder()
    func draw(_ name: String, path: String? = nil) throws -> MakanProgram.Result {
      try MakanProgram.run(
        ["map"] + Self.seeds + [
          "-q", "-o", "\(folder.path)/maps", "--picture", "\(folder.path)/\(name)",
        ],
        environment: path.map { ["PATH": $0] } ?? [:])
    }
    #expect(try draw("map.svg").status == 0)
    #expect(
      Folder.contents(of: "\(folder.path)/map.svg")
        == Folder.contents(of: "\(folder.path)/maps/map.svg"))
    let lacking = try draw("map.png", path: "/nowhere")
    #expect(lacking.status == 66)
    #expect(lacking.talk.contains("apt-get install librsvg2-bin"))
    #expect(Folder.contents(of: "\(folder.path)/map.png") == nil)
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/rsvg-convert") else { return }
    #expect(try draw("map.png").status == 0)
    #expect(Folder.contents(of: "\(folder.path)/map.png")?.prefix(4) == [0x89, 0x50, 0x4E, 0x47])
  }

  @Test func `the program runs from any folder and through links`() throws {
    let folder = try TemporaryFolder()
    let program = try #require(MakanProgram.path)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/makan", withDestinationPath: program)
    let direct = try MakanProgram.run(["gazetteer", "info", "C4130"])
    let linked = try MakanProgram.run(
      ["gazetteer", "info", "C4130"], in: "/", program: folder.path + "/makan")
    #expect(direct.status == 0 && linked.status == 0)
    #expect(linked.output == direct.output)
  }
}

extension Array {
  /// The elements in another order, always the same one.
  fileprivate var shuffledOnce: [Element] {
    var generator = SeededGenerator(seed: 7)
    return shuffled(using: &generator)
  }
}
