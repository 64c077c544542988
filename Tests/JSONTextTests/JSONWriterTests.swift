import JSONText
import Testing

struct JSONWriterTests {
  @Test func `commas come by themselves`() {
    var json = JSONWriter()
    json.object { json in
      json.member("type", "Feature")
      json.array("coordinates") { json in
        json.double(36.68985, decimals: 5)
        json.double(36.30977, decimals: 5)
      }
      json.object("properties") { json in
        json.member("killed", 2)
        json.memberNull("wounded")
        json.member("sure", true)
        json.member("means", ["helicopter", "drone"])
        json.array("nothing") { _ in }
      }
      json.member("last", String?.none)
    }
    #expect(
      json.string == """
        {"type":"Feature","coordinates":[36.68985,36.30977],"properties":{"killed":2,\
        "wounded":null,"sure":true,"means":["helicopter","drone"],"nothing":[]},"last":null}
        """)
  }

  @Test func `lines and taken buffers begin without a comma`() {
    var json = JSONWriter()
    json.int(1)
    json.newline()
    json.int(2)
    #expect(json.take() == Array("1\n2".utf8))
    json.object { $0.member("a", 3) }
    json.clear()
    json.int(4)
    #expect(json.string == "4")
  }

  @Test(arguments: [
    (36.68985, "36.68985"), (36.689854, "36.68985"), (36.689856, "36.68986"), (37.0, "37"),
    (36.7, "36.7"), (-36.7, "-36.7"), (0.0, "0"), (-0.0, "0"), (-0.000001, "0"),
    (0.00001, "0.00001"),
    (100.0, "100"), (-180.0, "-180"), (1e300, "1" + String(repeating: "0", count: 300)),
    (123_456_789_012.345, "123456789012.345"), (0.000005, "0.00001"), (1e-300, "0"),
  ])
  func `coordinates have five decimals at most and no exponent`(value: Double, text: String) {
    var json = JSONWriter()
    json.double(value, decimals: 5)
    #expect(json.string == text)
  }

  @Test func `what is not finite is null`() {
    var json = JSONWriter()
    json.array { json in
      json.double(.nan, decimals: 5)
      json.double(.infinity)
      json.double(nil)
    }
    #expect(json.string == "[null,null,null]")
  }

  @Test func `pairs are written as their numbers are`() {
    var random = SystemRandomNumberGenerator()
    var numbers: [Double] = [
      0, -0.0, 36.7, -36.68985, 0.000004, -0.000004, 0.000005, 9.999995, 99.99999, 999.999999, 100,
      -180, 12.00001, 7.1, .leastNonzeroMagnitude, 40.5,
    ]
    for _ in 0..<1000 { numbers.append(.random(in: -180...180, using: &random)) }
    for numbers in [numbers, [1e6, 2.5], [.nan, 1], []] {
      var pairs = JSONWriter()
      pairs.array { $0.pairs(numbers) }
      var each = JSONWriter()
      each.array { json in
        json.array { json in
          for i in stride(from: 0, to: numbers.count, by: 2) {
            json.array { json in
              json.double(numbers[i], decimals: 5)
              json.double(numbers[i + 1], decimals: 5)
            }
          }
        }
      }
      #expect(pairs.string == each.string)
    }
  }

  @Test(arguments: [
    (0.1, "0.1"), (1e21, "1000000000000000000000"), (1.5e-7, "0.00000015"), (-2.5, "-2.5"),
    (1234.5678, "1234.5678"), (12.0, "12"),
    (Double.leastNonzeroMagnitude, "0." + String(repeating: "0", count: 323) + "5"),
    (1.2345e20, "123450000000000000000"), (100.0, "100"),
  ])
  func `the shortest decimals have no exponent`(value: Double, text: String) {
    var json = JSONWriter()
    json.double(value)
    #expect(json.string == text)
  }

  @Test func `whole numbers reach to both ends`() {
    var json = JSONWriter()
    json.array { json in
      for value in [0, 7, -7, 10, 99, 100, Int.max, Int.min] { json.int(value) }
    }
    #expect(json.string == "[0,7,-7,10,99,100,9223372036854775807,-9223372036854775808]")
  }

  @Test(arguments: [
    ("", #""""#), ("a\"b\\c", #""a\"b\\c""#), ("\u{0}\u{1F}\u{7}", #""\u0000\u001f\u0007""#),
    ("tab\tline\nreturn\rback\u{8}feed\u{C}", #""tab\tline\nreturn\rback\bfeed\f""#),
    ("\u{2027}\u{2028}\u{2029}\u{202A}", "\"\u{2027}\\u2028\\u2029\u{202A}\""),
    ("a longer text with “quotes” – and a dash", "\"a longer text with “quotes” – and a dash\""),
    ("قرية أطمة", "\"قرية أطمة\""), ("🔴 \u{10FFFF}", "\"🔴 \u{10FFFF}\""),
    ("12345678\"", #""12345678\"""#), ("1234567\u{1}890123456789", #""1234567\u0001890123456789""#),
  ])
  func `strings are escaped where RFC 8259 asks for it`(text: String, json: String) {
    var writer = JSONWriter()
    writer.string(text)
    #expect(writer.string == json)
    var bytes = JSONWriter()
    bytes.string(Array(text.utf8)[...])
    #expect(bytes.string == json)
  }

  @Test func `an escape is seen wherever it stands in a text of any length`() {
    for length in 0...40 {
      let plain = (0..<length).map { Array("abcdefghijklmnopqrstuvwxyz")[$0 % 26] }
      var json = JSONWriter()
      json.string(String(plain))
      #expect(json.string == "\"\(String(plain))\"")
      for place in 0..<length {
        for (character, escape) in [("\"", "\\\""), ("\n", "\\n"), ("\u{2028}", "\\u2028")] {
          var json = JSONWriter()
          json.member("k", String(plain[..<place]) + character + String(plain[place...]))
          #expect(
            json.string
              == "\"k\":\"\(String(plain[..<place]))\(escape)\(String(plain[place...]))\"")
        }
      }
    }
  }

  @Test func `keys of any characters are escaped, and raw JSON passes`() {
    var json = JSONWriter()
    json.object { json in
      json.key(text: "a\"b")
      json.raw(Array("[1,2]".utf8))
      json.member("c", JSONValue.array([.null]))
    }
    #expect(json.string == #"{"a\"b":[1,2],"c":[null]}"#)
  }
}
