import Makan
import Testing

@Suite struct PhraseTests {
  @Test func `a phrase is answered with places and reasons`() throws {
    let answer = try StreamTests.makan.get().answer(to: "الجريجسة بريف حماة الجنوبي")
    #expect(answer.candidates.first?.place.id == "C3048")
    #expect(answer.candidates.first?.isChosen == true)
    #expect(answer.candidates.first?.governorate?.code == "SY05")
    #expect(answer.location?.reasons.isEmpty == false)
    #expect(answer.units.map(\.code).first == "SY05")
    let text = answer.rendered(as: .text)
    #expect(text.contains("C3048"))
    #expect(text.contains("because "))
  }

  @Test func `an answer is JSON and GeoJSON`() throws {
    let answer = try StreamTests.makan.get().answer(to: "سرمدا")
    let json = try JSONValue(parsing: answer.rendered(as: .json))
    #expect(json["phrase"]?.string == "سرمدا")
    #expect(json["candidates"]?[0]?["id"]?.string == "C4121")
    let features = try JSONValue(parsing: answer.rendered(as: .geojson))["features"]?.array
    #expect(features?.first?["properties"]?["role"]?.string == "answer")
    #expect(
      features?.dropFirst().allSatisfy { $0["properties"]?["role"]?.string == "candidate" } == true)
  }

  /// What reads phrases of any kind.
  private static let any = Result { try Makan.forPhrases() }

  @Test(arguments: [
    "الجريجسة بريف حماة الجنوبي", "10 كم جنوب غرب منبج", "بين سرمدا وباب الهوى", "للقصير",
    "وبالرقة",
    "كفر نبل", "كفرنبل", "ديرالزور", "مدينة دير الزور", "مطار أبو الظهور",
    "مطار ابو الضهور العسكري",
    "قريتها", "ريفها الشمالي", "مسئول تل رفعت", "الاربعا", "شرقي M4 قرب أريحا", "البادية - السخنة",
    "قرية لا يعرفها أحد", "Qamishli", "حلب/عفرين", "تل الزنبق", "جبل الزاوية جنوبي إدلب، البارة",
  ])
  func `who reads one phrase alone reads it as who reads any`(phrase: String) throws {
    let alone = try Makan.forPhrases(only: phrase).answer(to: phrase)
    #expect(
      alone.rendered(as: .json) == (try Self.any.get().answer(to: phrase).rendered(as: .json)))
  }

  @Test func `words that name no place are answered with nothing`() throws {
    let answer = try StreamTests.makan.get().answer(to: "qqqqqqqq")
    #expect(answer.candidates.isEmpty)
    #expect(!answer.rendered(as: .text).isEmpty)
  }
}

@Suite struct GovernorateTests {
  @Test(arguments: [
    ("SY09", "SY09"), ("sy09", "SY09"), ("دير الزور", "SY09"), ("محافظة دير الزور", "SY09"),
    ("ريف دمشق", "SY03"), ("محافظة ريف دمشق", "SY03"), ("دمشق", "SY01"), ("محافظة دمشق", "SY01"),
    ("Idleb", "SY07"), ("Idlib", "SY07"), ("ادلب", "SY07"), ("Deir ez-Zor", "SY09"),
  ])
  func `a governorate is found by code and by name`(text: String, code: String) throws {
    #expect(try Gazetteer.bundled().governorate(text)?.code == code)
  }

  @Test(arguments: ["", "Atlantis", "SY15", "القاهرة"])
  func `what is no governorate is not found`(text: String) throws {
    #expect(try Gazetteer.bundled().governorate(text) == nil)
  }

  @Test func `there are fourteen`() throws {
    let codes = try Gazetteer.bundled().governorates.map(\.code)
    #expect(codes == (1...14).map { $0 < 10 ? "SY0\($0)" : "SY\($0)" })
  }
}

@Suite struct ColumnsTests {
  @Test func `columns stand under each other`() {
    var columns = Columns(["a", "number", "name"], rightAligned: [1])
    columns.add(["long", "7", "x"])
    columns.add(["b", "1234567", ""])
    #expect(
      columns.lines(indent: 1) == [
        " a      number  name", " long        7  x", " b     1234567",
      ])
  }
}
