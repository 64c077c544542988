import Geometry
import JSONText

/// A governorate with what happened in it.
///
/// An operation that touches several governorates counts in each of them, with all its losses:
/// governorates may add up to more than the whole.
public struct GovernorateSummary: Sendable {
  public var unit: AdminUnit
  public var shape: Shape
  public var tally: Tally

  /// Sums up the operations that touch a governorate.
  init(of territory: Territory, operations: [OperationFeature]) {
    unit = territory.unit
    shape = territory.shape.rightHanded()
    tally = Tally(of: operations)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("type", "Feature")
      json.member("id", unit.code)
      json.key("geometry")
      json.geometry(shape)
      json.object("properties") { json in
        json.member("adm1_pcode", unit.code)
        json.member("adm1_ar", unit.nameArabic)
        json.member("adm1_en", unit.nameEnglish)
        tally.write(to: &json)
      }
    }
  }
}
