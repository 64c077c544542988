import Testing

/// Values on the command line that cannot be used: each is quoted, with what to try.
@Suite(.enabled(if: MakanProgram.path != nil)) struct WrongValueTests {
  @Test(arguments: [
    (
      ["near", "maps", "--at", "36.19,36.72", "--radius", "20"],
      "'20' lacks a unit; write 20km or 20m"
    ),
    (["near", "maps", "--at", "36.19,36.72", "--radius", "20mi"], "'mi' in '20mi' is no unit"),
    (["near", "maps", "--at", "36.19,36.72", "--radius", "far"], "'far' is no distance"),
    (["near", "maps", "--at", "36.19,36.72", "--radius", "0km"], "'0km' is no distance"),
    (["near", "maps", "--at", "36.19", "--radius", "20km"], "'36.19' is no position"),
    (["near", "maps", "--at", "a,b", "--radius", "20km"], "'a,b' is no position"),
    (
      ["near", "maps", "--at", "136.72,36.19", "--radius", "20km"],
      "the latitude comes first, and 136.72 is beyond 90 degrees; did you mean 36.19,136.72?"
    ),
    (
      ["near", "maps", "--radius", "20km"],
      "Give the centre as one of --at LAT,LON and --place NAME"
    ),
    (
      ["near", "maps", "--at", "36,36", "--place", "x", "--radius", "1km"],
      "Give the centre as one of"
    ),
    (["near", "maps", "--at", "36.19,36.72"], "--radius"),
    (
      ["map", "seeds", "--published", "yesterday"], "'yesterday' is no day; write it as 2025-10-08"
    ),
    (["map", "seeds", "--published", "2025-02-30"], "'2025-02-30' is no day"),
    (["map", "seeds", "--picture", "map.gif"], "'map.gif' is no picture"),
    (["map", "seeds", "--tiles", "http://a.b/{z}/{x}/{y}"], "is no address of map tiles"),
    (["extract", "seeds", "--jobs", "0"], "'0' is no number of cores"),
    (["extract"], "Missing expected argument '<input> ...'"),
    (["extract", "-", "-"], "Standard input (-) can be read only once"),
    (["report", "maps", "--format", "pdf"], "'pdf'"),
    (["report", "maps", "--lang", "fr"], "'fr'"),
    (
      ["report", "maps", "--governorate", "Atlantis"],
      "'Atlantis' is no governorate; give one of SY01"
    ),
    (["gazetteer", "search", "x", "--limit", "0"], "--limit 0"),
    (["evaluate", "gold.jsonl", "seeds", "--seed", "7"], "it needs --noise"),
    (["evaluate", "gold.jsonl", "seeds", "--noise", "--seed", "few"], "'few'"),
    (["evaluate", "gold.jsonl", "seeds", "--noise", "--by-phenomenon"], "ask for one"),
  ])
  func `a wrong value is quoted`(arguments: [String], complaint: String) throws {
    let result = try MakanProgram.run(arguments)
    #expect(result.status == 64, "\(result.talk)")
    #expect(result.talk.contains(complaint), "\(result.talk)")
    #expect(result.text == "")
  }

  @Test(
    arguments: [
      (
        ["near", "nowhere.geojson", "--at", "36,36", "--radius", "1km"], 66,
        "nowhere.geojson: no such file"
      ),
      (["report", "nowhere"], 66, "nowhere: no such file"),
      (["evaluate", "nowhere.jsonl", "seeds"], 66, "nowhere.jsonl: no such file"),
      (["report", "Package.swift"], 65, "Package.swift"),
      (["explain", "nowhere.txt"], 66, "nowhere.txt: no such file or folder"),
      (["extract", "nowhere.txt"], 66, "nowhere.txt: no such file or folder"),
      (["gazetteer", "info", "C0000"], 65, "'C0000'"),
      (["gazetteer", "search", "123456789012345"], 65, "'123456789012345'"),
      (["geocode", "qqqqqqqq"], 65, "'qqqqqqqq'"),
      (["near", "maps", "--place", "qqqqqqqq", "--radius", "1km"], 65, "'qqqqqqqq'"),
      (["map", "seeds", "-q", "--leaflet", "/nowhere"], 66, "/nowhere holds no leaflet.min.js"),
      (["map", "seeds", "-o", "Package.swift/maps", "-q"], 73, "Package.swift/maps"),
    ] as [([String], Int32, String)])
  func `what cannot be found or made is named`(
    arguments: [String], status: Int32, complaint: String
  ) throws {
    let result = try MakanProgram.run(arguments)
    #expect(result.status == status, "\(result.talk)")
    #expect(result.talk.contains(complaint), "\(result.talk)")
  }
}
