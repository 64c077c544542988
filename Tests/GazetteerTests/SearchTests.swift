import ArabicText
import Gazetteer
import Testing

private func best(_ text: String) -> [String] {
  gazetteer.matches(for: text, limit: 6).map { gazetteer.id(of: $0.place) }
}

struct Search {
  @Test(arguments: [
    ("الجريجسة", "C3048"), ("الدار الكبيره", "C4057"), ("الحيدرية", "N0122"),
    ("كفرنبل", "C4068"), ("كفر نبل", "C4068"), ("المزيريب", "C6039"), ("منبح", "C1767"),
    ("طبقه", "C5929"), ("البو كمال", "C5167"), ("سراقيب", "C3916"), ("الشدادى", "C4446"),
  ])
  func `a misspelt name still brings its place`(name: String, id: String) {
    #expect(best(name).contains(id))
  }

  @Test(arguments: [
    ("Deir ez-Zor", "C5086"), ("Dayr az-Zawr", "C5086"), ("Deir Ezzor", "C5086"),
    ("Idleb", "C3871"), ("Idlib", "C3871"), ("Aleppo", "C1007"), ("Kobani", "C1946"),
    ("Tell Abiad", "C5792"), ("Abu Kamal", "C5167"), ("Al-Hasakah", "C4360"),
    ("Hasaka", "C4360"), ("Ar-Raqqah", "C5710"), ("Raqqa", "C5710"), ("Manbij", "C1767"),
    ("Membij", "C1767"), ("Hims", "C2528"), ("Palmyra", "C2889"), ("Tadmur", "C2889"),
  ])
  func `a name in Latin letters brings its place, whatever the transliteration`(
    name: String, id: String
  ) {
    #expect(best(name).contains(id))
  }

  @Test func `exact names come before near ones`() {
    let matches = gazetteer.matches(for: "سراقب")
    #expect(matches.first?.kind == .exact)
    #expect(matches.map(\.cost) == matches.map(\.cost).sorted())
  }

  @Test func `nothing is found for what is no name`() {
    #expect(gazetteer.matches(for: "").isEmpty)
    #expect(gazetteer.matches(for: "؟!").isEmpty)
    #expect(gazetteer.places(named: Folding.folded("ققققققققق")).isEmpty)
  }

  @Test func `near names cost more the more slips they have`() throws {
    let one = try #require(
      gazetteer.matches(for: "منبح").first { gazetteer.id(of: $0.place) == "C1767" })
    #expect(one.kind == .near)
    #expect(one.cost > 0.5 && one.cost < 1)
  }
}
