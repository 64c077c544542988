import Claims
import Geocoding
import Geometry
import JSONText

/// A line of gold that cannot be used: which one, and what is wrong with it.
public struct GoldError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Counted from 1.
  public var line: Int
  /// The report's id as far as it was read.
  public var report: String?
  /// What is wrong, with the value as it stands, and what would be right.
  public var problem: String

  public init(line: Int, report: String? = nil, problem: String) {
    self.line = line
    self.report = report
    self.problem = problem
  }

  /// One line: the line, the report, the problem.
  public var description: String {
    "gold line \(line)" + (report.map { " (report \"\($0)\")" } ?? "") + ": \(problem)"
  }
}

extension GoldReport {
  /// Reads JSON lines: an object with `id`, `operations` and `not_event_places` per report.
  public static func reports(inLines utf8: [UInt8]) throws(GoldError) -> [GoldReport] {
    var reports: [GoldReport] = []
    var lineOfReport: [String: Int] = [:]
    let lines = utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
      let number = index + 1
      let value: JSONValue
      do throws(JSONError) {
        value = try JSONValue(parsing: Array(line))
      } catch {
        throw GoldError(line: number, problem: error.description)
      }
      let id = value["id"]?.string
      do throws(GoldProblem) {
        let report = try GoldReport(GoldReader(value, named: "report"))
        if let earlier = lineOfReport.updateValue(number, forKey: report.id) {
          throw GoldProblem("the id stands already on line \(earlier); give each report one line")
        }
        reports.append(report)
      } catch {
        throw GoldError(line: number, report: id, problem: error.text)
      }
    }
    return reports
  }

  private init(_ reader: GoldReader) throws(GoldProblem) {
    var operations: [GoldOperation] = []
    for operation in try reader.objects("operations") {
      operations.append(try GoldOperation(operation))
    }
    var places: [NotEventPlace] = []
    for place in try reader.objects("not_event_places") {
      places.append(
        NotEventPlace(text: try place.text("text"), reason: try place.text("reason")))
    }
    self.init(
      id: try reader.text("id"), operations: operations, notEventPlaces: places,
      tags: try reader.texts("tags"))
  }
}

extension GoldOperation {
  fileprivate init(_ reader: GoldReader) throws(GoldProblem) {
    self.init(
      status: try reader.choice("status"), type: try reader.choice("type"),
      placeText: try reader.text("place_text"), relation: try reader.choice("relation"),
      precision: try reader.choice("precision"))
    otherTypes = try reader.choices("type_alt")
    otherStatuses = try reader.choices("status_alt")
    direction = try reader.optionalChoice("direction")
    distanceKm = try reader.number("distance_km")
    codes = try reader.texts("pcodes")
    otherCodes = try reader.texts("pcodes_alt")
    if let latitude = try reader.number("lat"), let longitude = try reader.number("lon") {
      point = GeoPoint(longitude: longitude, latitude: latitude)
    }
    governorates = try reader.texts("governorates")
    if governorates.isEmpty, let only = try reader.optionalText("governorate") {
      governorates = [only]
    }
    date = try reader.optionalText("date")
    if let date, DateSpan(edtf: date) == nil {
      throw GoldProblem(
        "date \"\(date)\" is no date of the forms 2025, 2025-10, 2025-10-08, XXXX-10-08 or two"
          + " with a slash between")
    }
    dateText = try reader.optionalText("date_text")
    for actor in try reader.objects("actors") {
      actors.append(GoldActor(name: try actor.text("name"), role: try actor.role()))
    }
    killed = try reader.count("killed")
    wounded = try reader.count("wounded")
    detained = try reader.count("detained")
    freed = try reader.count("freed")
    evidence = try reader.texts("evidence")
    isAmbiguous = reader.value("ambiguous")?.bool ?? false
  }
}

/// What is wrong with a value, before it is known on which line it stands.
private struct GoldProblem: Error {
  var text: String
  init(_ text: String) { self.text = text }
}

/// An object of the gold, whose members it gives as what they must be.
private struct GoldReader {
  private let object: JSONValue
  private let name: String

  init(_ object: JSONValue, named name: String) throws(GoldProblem) {
    guard object.object != nil else {
      throw GoldProblem("\(name) is \(object.json); an object is needed")
    }
    self.object = object
    self.name = name
  }

  /// The value of a key, nil for null and for nothing.
  func value(_ key: String) -> JSONValue? {
    guard let value = object[key], !value.isNull else { return nil }
    return value
  }

  private func problem(_ key: String, _ need: String) -> GoldProblem {
    GoldProblem("\(name): \"\(key)\" is \(value(key)?.json ?? "missing"); \(need)")
  }

  func text(_ key: String) throws(GoldProblem) -> String {
    guard let text = try optionalText(key) else { throw problem(key, "a string is needed") }
    return text
  }

  func optionalText(_ key: String) throws(GoldProblem) -> String? {
    guard let value = value(key) else { return nil }
    guard let text = value.string else { throw problem(key, "a string or null is needed") }
    return text
  }

  func texts(_ key: String) throws(GoldProblem) -> [String] {
    guard let value = value(key) else { return [] }
    guard let items = value.array, let texts = value.strings, texts.count == items.count else {
      throw problem(key, "an array of strings is needed")
    }
    return texts
  }

  func number(_ key: String) throws(GoldProblem) -> Double? {
    guard let value = value(key) else { return nil }
    guard let number = value.double else { throw problem(key, "a number or null is needed") }
    return number
  }

  func objects(_ key: String) throws(GoldProblem) -> [GoldReader] {
    guard let value = value(key) else { return [] }
    guard let items = value.array else { throw problem(key, "an array is needed") }
    var readers: [GoldReader] = []
    for (index, item) in items.enumerated() {
      readers.append(try GoldReader(item, named: "\(key)[\(index)]"))
    }
    return readers
  }

  /// A value of a closed set.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String
  ) throws(GoldProblem) -> Choice where Choice.RawValue == String {
    guard let choice: Choice = try optionalChoice(key) else {
      throw problem(key, "one of \(Self.all(Choice.self)) is needed")
    }
    return choice
  }

  func optionalChoice<Choice: RawRepresentable & CaseIterable>(
    _ key: String
  ) throws(GoldProblem) -> Choice? where Choice.RawValue == String {
    guard let text = try optionalText(key) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw problem(key, "one of \(Self.all(Choice.self)) is needed")
    }
    return choice
  }

  func choices<Choice: RawRepresentable & CaseIterable>(
    _ key: String
  ) throws(GoldProblem) -> [Choice] where Choice.RawValue == String {
    var choices: [Choice] = []
    for text in try texts(key) {
      guard let choice = Choice(rawValue: text) else {
        throw problem(key, "each must be one of \(Self.all(Choice.self))")
      }
      choices.append(choice)
    }
    return choices
  }

  func role() throws(GoldProblem) -> ClaimActor.Role {
    guard let role = ClaimActor.Role(rawValue: try text("role")) else {
      throw problem("role", "one of initiator, partner, target is needed")
    }
    return role
  }

  /// `[min, max]`, where the maximum may be null.
  func count(_ key: String) throws(GoldProblem) -> CountRange? {
    guard let value = value(key) else { return nil }
    guard let bounds = value.array, bounds.count == 2, let min = bounds[0].int,
      bounds[1].isNull || bounds[1].int != nil, bounds[1].int ?? min >= min
    else { throw problem(key, "[min, max] or [min, null] is needed") }
    return CountRange(min, bounds[1].int)
  }

  private static func all<Choice: RawRepresentable & CaseIterable>(
    _ choices: Choice.Type
  ) -> String where Choice.RawValue == String {
    choices.allCases.map(\.rawValue).joined(separator: ", ")
  }
}
