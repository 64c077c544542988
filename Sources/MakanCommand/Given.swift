import ArgumentParser
import Makan

/// What a value on the command line means; each error quotes the value and says what to try.
enum Given {
  /// A day as in 2025-10-08.
  @Sendable static func day(_ text: String) throws -> CalendarDay {
    guard text.utf8.count == 10, let day = CalendarDay(iso: text) else {
      throw ValidationError("'\(text)' is no day; write it as 2025-10-08.")
    }
    return day
  }

  /// How many cores.
  @Sendable static func jobCount(_ text: String) throws -> Int {
    guard let count = Int(text), (1...1024).contains(count) else {
      throw ValidationError("'\(text)' is no number of cores; give one from 1 to 1024.")
    }
    return count
  }

  /// A latitude and a longitude as in 36.19,36.72: the order in which people say them.
  @Sendable static func position(_ text: String) throws -> GeoPoint {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
      Double($0.trimmingBlanks)
    }
    guard parts.count == 2, let latitude = parts[0], let longitude = parts[1],
      latitude.isFinite, longitude.isFinite
    else {
      throw ValidationError(
        "'\(text)' is no position; write latitude, comma, longitude in degrees, as in 36.19,36.72.")
    }
    guard abs(latitude) <= 90 else {
      throw ValidationError(
        "'\(text)' is no position: the latitude comes first, and \(parts[0]!) is beyond 90 degrees; "
          + "did you mean \(longitude),\(latitude)?")
    }
    guard abs(longitude) <= 180 else {
      throw ValidationError("'\(text)' is no position: the longitude is beyond 180 degrees.")
    }
    return GeoPoint(longitude: longitude, latitude: latitude)
  }

  /// A distance with its unit, as in 25km or 800m.
  @Sendable static func distance(_ text: String) throws -> Distance {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = Substring(text[number.endIndex...]).trimmingBlanks.lowercased()
    guard let value = Double(number), value.isFinite, value > 0 else {
      throw ValidationError("'\(text)' is no distance; write it as in 25km or 800m.")
    }
    switch unit {
    case "km": return .kilometres(value)
    case "m": return .metres(value)
    case "":
      throw ValidationError("'\(text)' lacks a unit; write \(text)km or \(text)m.")
    default:
      throw ValidationError("'\(unit)' in '\(text)' is no unit that makan knows; write km or m.")
    }
  }
}

extension Substring {
  /// The text without blanks at its ends.
  fileprivate var trimmingBlanks: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension Language: ExpressibleByArgument {}
extension NearAnswer.Format: ExpressibleByArgument {}
extension GovernorateReport.Format: ExpressibleByArgument {}
