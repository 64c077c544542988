import ArabicText
import Gazetteer
import Testing

/// The gazetteer that all suites ask.
let gazetteer = try! Gazetteer.bundled()

/// The ids of the places that bear exactly this name.
func ids(named name: String) -> [String] {
  gazetteer.places(named: Folding.folded(name)).map { gazetteer.id(of: $0.place) }
}

struct Tables {
  @Test func `the tables hold as many places as their readme says`() {
    var counts: [PlaceKind: Int] = [:]
    for place in gazetteer.places { counts[place.kind, default: 0] += 1 }
    #expect(counts[.governorate] == 14)
    #expect(counts[.district] == 62)
    #expect(counts[.subdistrict] == 272)
    #expect(counts[.neighbourhood] == 470)
    #expect(counts[.site] == 582)
    #expect(counts[.region] == 111)
    #expect(counts[.road] == 39)
    #expect(counts[.river] == 14)
  }

  @Test func `at least 12500 populated places, and 93 in a hundred have an Arabic name`() {
    let populated = gazetteer.places.indices.filter { gazetteer.places[$0].kind.isPopulated }
    let arabic = populated.count { !gazetteer.arabicName(of: Int32($0)).isEmpty }
    #expect(populated.count >= 12_500)
    #expect(Double(arabic) >= 0.93 * Double(populated.count))
  }

  @Test func `every OCHA place is kept`() {
    let ocha = gazetteer.places.indices.count { gazetteer.id(of: Int32($0)).hasPrefix("C") }
    #expect(ocha == 7266)
  }

  @Test func `ids are unique and found again`() {
    var last = ""
    for index in gazetteer.places.indices {
      let id = gazetteer.id(of: Int32(index))
      #expect(last.utf8.lexicographicallyPrecedes(id.utf8))
      #expect(gazetteer.index(ofID: id) == Int32(index))
      last = id
    }
    #expect(gazetteer.index(ofID: "C9999999") == nil)
    #expect(gazetteer.index(ofID: "") == nil)
  }

  @Test func `loading takes little time`() throws {
    let clock = ContinuousClock()
    let times = try (0..<5).map { _ in try clock.measure { _ = try Gazetteer.bundled() } }
    print("gazetteer loads in", times.map { "\($0)" }.joined(separator: ", "))
  }

  @Test(arguments: [
    ("C6837", "الكبر"), ("C5100", "الجزرة"), ("C3194", "الحويز"), ("C4424", "الدردارة"),
    ("C6164", "المزرعة"), ("N0002", "برزة"), ("N0078", "الميدان"), ("C1946", "كوباني"),
    ("C5929", "الطبقة"), ("C4446", "الشدادي"), ("N0246", "الوعر"), ("C3048", "جرجيسا"),
    ("C4130", "أطمة"), ("C5086", "دير الزور"), ("C1007", "حلب"), ("SY02", "حلب"),
    ("C3987", "خان شيخون"), ("C3985", "معرة النعمان"), ("SY09", "دير الزور"),
    ("C5115", "الكسار"), ("C5120", "الصبحة"), ("C5151", "ربيضة"), ("C2334", "الشيفونية"),
    ("C2889", "تدمر"), ("C5710", "الرقة"), ("C4360", "الحسكة"), ("C4564", "القامشلي"),
    ("C1767", "منبج"), ("C1202", "الباب"), ("C1366", "عفرين"), ("C3871", "إدلب"),
    ("C3916", "سراقب"), ("C2528", "حمص"), ("C2987", "حماة"), ("C3480", "اللاذقية"),
    ("C5221", "طرطوس"), ("C5993", "درعا"), ("C6147", "السويداء"), ("C1001", "دمشق"),
    ("SY03", "ريف دمشق"), ("C6039", "المزيريب"), ("C4068", "كفرنبل"), ("C6528", "حويجة كاطع"),
    ("N0076", "المزة"), ("N0070", "كفر سوسة"),
  ])
  func `a place is found by a name that reports use`(id: String, name: String) {
    #expect(ids(named: name).contains(id))
  }

  @Test func `a unit knows its seat and what holds it`() throws {
    let unit = try #require(gazetteer.index(ofID: "SY0902"))
    #expect(gazetteer.seat(of: unit).map { gazetteer.id(of: $0) } == "C5167")
    #expect(gazetteer.parent(of: unit).map { gazetteer.id(of: $0) } == "SY09")
    let village = try #require(gazetteer.index(ofID: "C5100"))
    #expect(gazetteer.parent(of: village).map { gazetteer.id(of: $0) }?.hasPrefix("SY09") == true)
    let quarter = try #require(gazetteer.index(ofID: "N0246"))
    #expect(gazetteer.city(of: quarter).map { gazetteer.id(of: $0) } == "C2528")
  }
}
