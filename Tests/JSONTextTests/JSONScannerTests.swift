import JSONText
import Testing

struct JSONScannerTests {
  private func scan<T>(_ text: String, _ body: (inout JSONScanner) throws -> T) rethrows -> T {
    var text = text
    return try text.withUTF8 { bytes in
      var scanner = JSONScanner(bytes)
      return try body(&scanner)
    }
  }

  @Test func `keys are met one by one, and values may be skipped`() throws {
    let text =
      #" { "id" : "d001", "skip": {"a":[1,{"b":[]}],"c":"}"}, "text":"\u0642\u0631ية", "n":-2.5e1}  "#
    let (id, body, number) = try scan(text) { json in
      var id = ""
      var body: [UInt8] = []
      var number = 0.0
      try json.beginObject()
      while let key = try json.nextKey() {
        switch key {
        case "id": id = try json.string().string
        case "text": body = try json.string().bytes
        case "n": number = try json.number().double
        default: try json.skip()
        }
      }
      try json.finish()
      return (id, body, number)
    }
    #expect(id == "d001")
    #expect(body == Array("قرية".utf8))
    #expect(number == -25)
  }

  @Test func `an escaped key is the key that it spells`() throws {
    let found = try scan(#"{"t\u0065xt":1}"#) { json in
      try json.beginObject()
      let key = try #require(try json.nextKey())
      return key == "text"
    }
    #expect(found)
  }

  @Test(arguments: [
    (#""\ud83d\udd34""#, "🔴"), (#""\ud83d""#, "\u{FFFD}"), (#""\udd34\ud83d""#, "\u{FFFD}\u{FFFD}"),
    (#""\ud83dx""#, "\u{FFFD}x"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0000""#, "\0"), (#""\uFFFF\uffff""#, "\u{FFFF}\u{FFFF}"), (#""""#, ""),
    (#""\u06A9\u200f""#, "\u{6A9}\u{200F}"),
    (#""\ud83d\ud83d\udd34""#, "\u{FFFD}🔴"),
  ])
  func `escapes are undone, and a lone surrogate is replaced`(json: String, text: String) throws {
    let string = try scan(json) { json in
      let string = try json.string()
      try json.finish()
      return (string.string, string.bytes)
    }
    #expect(string.0 == text)
    #expect(string.1 == Array(text.utf8))
  }

  @Test(arguments: [
    ("0", JSONNumber.int(0)), ("-0", .int(0)), ("12", .int(12)),
    ("9223372036854775807", .int(.max)),
    ("-9223372036854775808", .int(.min)), ("9223372036854775808", .double(9.223372036854775808e18)),
    ("36.68985", .double(36.68985)), ("-36.30977", .double(-36.30977)), ("1e3", .double(1000)),
    ("1E+2", .double(100)), ("1.5e-7", .double(1.5e-7)), ("0.1", .double(0.1)),
    ("123456789012345678901234567890", .double(1.2345678901234568e29)), ("1e-400", .double(0)),
    ("2.2250738585072011e-308", .double(Double(bitPattern: 0x000F_FFFF_FFFF_FFFF))),
    ("9007199254740993.0", .double(9007199254740992)),
  ])
  func `numbers are read to the nearest float`(text: String, value: JSONNumber) throws {
    let number = try scan(text) { json in
      let number = try json.number()
      try json.finish()
      return number
    }
    #expect(number == value)
  }

  @Test(arguments: [
    "", " ", "{", "[", "[1", "[1,", "[1,]", "[,1]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}",
    "{a:1}",
    "01", "-", "+1", "1.", ".5", "1e", "1e+", "nul", "tru", "nulll", "\"", "\"\\", "\"\\x\"",
    "\"\\u12\"",
    "\"\\u12g4\"", "\"a\nb\"", "1 2", "{} {}", "[1 2]", "{\"a\" 1}", "'a'", "NaN", "1e999", "]",
    "}", "[}", "{]",
    "\u{FEFF}1", "\"\t\"", "-a", "--1", "\"\\ud83\"",
  ])
  func `what is not JSON is refused`(text: String) {
    #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
  }

  @Test func `errors tell the byte and quote what stands there`() throws {
    let error = try #require(throws: JSONError.self) {
      try JSONValue(parsing: #"{"text": "abc" "id": 4}"#)
    }
    #expect(error.offset == 15)
    #expect(error.description == "byte 15: expected `,` or `}`, not `\"id\": 4}`")
    let end = try #require(throws: JSONError.self) { try JSONValue(parsing: #"{"text": "abc"#) }
    #expect(end.offset == 13)
    #expect(
      end.description == "byte 13: expected `\"` at the end of a string, but the text ends here")
    let broken = try #require(throws: JSONError.self) {
      try JSONValue(parsing: [0x22, 0xD8, 0x22])
    }
    #expect(broken.offset == 1)
  }

  @Test func `depth has a limit, and no crash stands behind it`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(throws: Never.self) { try JSONValue(parsing: nested(JSONScanner.deepest)) }
    for depth in [JSONScanner.deepest + 1, 1_000_000] {
      #expect(throws: JSONError.self) { try JSONValue(parsing: nested(depth)) }
      #expect(throws: JSONError.self) {
        try scan(nested(depth)) { json in try json.skip() }
      }
    }
    #expect(throws: JSONError.self) {
      try JSONValue(parsing: String(repeating: "{\"a\":", count: 1_000_000))
    }
  }
}
