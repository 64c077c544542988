import JSONText
import TestSupport
import Testing

struct JSONValueTests {
  @Test func `members are reached by key and index, in their order`() throws {
    let value = try JSONValue(
      parsing: #"{"id":"d001","list":[1,2.5,"x",null,true],"z":{"lat":35.2},"a":3,"id":"again"}"#)
    #expect(value["id"]?.string == "again")
    #expect(value["list"]?[1]?.double == 2.5)
    #expect(value["list"]?[0]?.double == 1)
    #expect(value["list"]?[2]?.string == "x")
    #expect(value["list"]?[3]?.isNull == true)
    #expect(value["list"]?[4]?.bool == true)
    #expect(value["list"]?[5] == nil)
    #expect(value["list"]?[-1] == nil)
    #expect(value["list"]?.array?.count == 5)
    #expect(value["list"]?.strings == ["x"])
    #expect(value["z"]?["lat"]?.int == nil)
    #expect(value["a"]?.int == 3)
    #expect(value["none"] == nil)
    #expect(value["a"]?["b"] == nil)
    #expect(value.object?.map(\.key) == ["id", "list", "z", "a", "id"])
  }

  @Test func `lines are read one by one, and an error counts from the first byte`() throws {
    let values = try JSONValue.lines(Array("{\"a\":1}\n\n  \r\n[2]\n3".utf8))
    #expect(values.map(\.json) == [#"{"a":1}"#, "[2]", "3"])
    let error = try #require(throws: JSONError.self) {
      try JSONValue.lines(Array("1\n2\n{x}\n".utf8))
    }
    #expect(error.offset == 5)
  }

  @Test(arguments: 0..<400)
  func `what is written is read back`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let value = Self.value(&random, depth: 0)
    let json = value.json
    #expect(try JSONValue(parsing: json) == value)
    #expect(try JSONValue(parsing: json).json == json)
  }

  @Test(arguments: 0..<50)
  func `any bytes are read or refused`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      var bytes: [UInt8]
      switch random.int(0...2) {
      case 0: bytes = random.bytes(random.int(0...40))
      case 1:
        let alphabet = Array(#"{}[]",:\u0aE+-.truefalsn19 "#.utf8)
        bytes = (0..<random.int(0...40)).map { _ in random.element(of: alphabet) }
      default:
        bytes = Array(Self.value(&random, depth: 0).json.utf8)
        for _ in 0..<random.int(1...3) where !bytes.isEmpty {
          let at = random.int(0...bytes.count - 1)
          switch random.int(0...2) {
          case 0: bytes[at] = UInt8(random.int(0...255))
          case 1: bytes.remove(at: at)
          default: bytes.removeSubrange(at...)
          }
        }
      }
      if let value = try? JSONValue(parsing: bytes) {
        #expect((try? JSONValue(parsing: value.json)) == value)
      }
      // Without the check for UTF-8 too, nothing but an error may come of it.
      bytes.withUnsafeBufferPointer { bytes in
        var scanner = JSONScanner(bytes)
        while scanner.offset < bytes.count {
          guard (try? scanner.value()) != nil else { break }
        }
      }
    }
  }

  @Test(arguments: 0..<50)
  func `numbers survive in both directions`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(try JSONValue(parsing: JSONValue.double(value).json) == .double(value))
      let degrees = Double.random(in: -180...180, using: &random)
      var json = JSONWriter()
      json.double(degrees, decimals: 5)
      let back = try #require(JSONValue(parsing: json.string).double)
      #expect(abs(back - degrees) <= 0.000_005_000_001)
    }
  }

  static func value(_ random: inout SeededGenerator, depth: Int) -> JSONValue {
    switch random.int(0...(depth < 5 ? 9 : 6)) {
    case 0: return .null
    case 1: return .bool(random.oneIn(2))
    case 2: return .int(Int(truncatingIfNeeded: random.next()) >> random.int(0...63))
    case 3: return .double(Double.random(in: -200...200, using: &random))
    case 4:
      let value = Double(bitPattern: random.next())
      return .double(value.isFinite ? value : 3)
    case 5, 6: return .string(random.text(random.int(0...30)))
    case 7, 8:
      return .array((0..<random.int(0...5)).map { _ in Self.value(&random, depth: depth + 1) })
    default:
      return .object(
        (0..<random.int(0...5)).map { _ in
          JSONMember(random.text(random.int(0...8)), Self.value(&random, depth: depth + 1))
        })
    }
  }
}

struct UTF8TextTests {
  @Test(arguments: 0..<200)
  func `validity agrees with the standard library, to the byte`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      var bytes = Array(random.text(random.int(0...60)).utf8)
      if random.oneIn(2) {
        // Arabic with blanks, which is read sixteen bytes at a time.
        bytes = Array(String(repeating: "قرية أطمة في ", count: random.int(0...4)).utf8)
        bytes.removeFirst(random.int(0...bytes.count / 4))
      }
      if random.oneIn(2), !bytes.isEmpty {
        let byte = random.element(of: [0x41, 0x80, 0xC0, 0xC1, 0xD8, 0xE0, 0xED, 0xF0, 0xF4, 0xFF])
        bytes[random.int(0...bytes.count - 1)] = UInt8(byte)
      }
      if random.oneIn(4), !bytes.isEmpty { bytes.removeLast() }
      let valid = (0...bytes.count).last {
        String(validating: bytes[..<$0], as: UTF8.self) != nil
      }
      #expect(UTF8Text.firstInvalidByte(in: bytes) ?? bytes.count == valid)
    }
  }

  @Test func `every two and three bytes agree with the standard library`() {
    for a in UInt8(0x80)...0xFF {
      for b in UInt8(0x70)...0xFF {
        for bytes in [[a, b], [a, b, 0x80], [a, b, 0x80, 0x80], [a, b, 0xBF, 0xBF, 0x41]] {
          let isValid = String(validating: bytes, as: UTF8.self) != nil
          #expect((UTF8Text.firstInvalidByte(in: bytes) == nil) == isValid)
        }
      }
    }
  }

  @Test func `excerpts cut between characters and show no controls`() {
    Array("ab\ncd قرية".utf8).withUnsafeBufferPointer { bytes in
      #expect(UTF8Text.excerpt(of: bytes, at: 0) == "ab cd قرية")
      #expect(UTF8Text.excerpt(of: bytes, at: 6, length: 3) == "ق…")
      #expect(UTF8Text.excerpt(of: bytes, at: 99) == "")
    }
  }
}
