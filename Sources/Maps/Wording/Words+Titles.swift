import Claims
import Geocoding
import Mentions
import Operations

extension Words {
  /// A title that says what, where, and when: `Airborne raid in Atma, Idleb – 8 October 2025`.
  ///
  /// - Parameter governorates: The governorates of the operation, in the order of their codes.
  func title(
    of operation: Operations.Operation, governorates: [AdminUnit], _ language: Language
  ) -> String {
    let kind = self("type.\(operation.type.rawValue)", language)
    let place = self.place(of: operation.location, governorates: governorates, language)
    let title =
      operation.date == nil
      ? self("title.undated", language, kind, place)
      : self("title", language, kind, place, date(operation.date, language))
    switch operation.status {
    case .reported, .historical: return title
    case .planned, .foiled, .denied:
      return self("title.status.\(operation.status.rawValue)", language, title)
    }
  }

  /// A place with its relation and its governorate: `between A and B, Deir-ez-Zor`.
  func place(of location: Location?, governorates: [AdminUnit], _ language: Language) -> String {
    let units = governorates.map { $0.name(language) }
    guard let location, location.precision != .country || !location.places.isEmpty else {
      return place(inGovernorates: units, language)
    }
    let names =
      location.places.isEmpty ? [location.text] : location.places.map { $0.name(language) }
    let isUnit =
      !location.places.isEmpty
      && location.places.allSatisfy { place in governorates.contains { $0.code == place.id } }
    if location.relation == .in || location.relation == .area, isUnit {
      return place(inGovernorates: names, language)
    }
    let phrase = self.phrase(for: location, names: names, language)
    // "In southern Syria and Rural Damascus, Dar'a": no governorate is named twice.
    let others = governorates.filter { unit in
      !location.places.contains { $0.id == unit.code }
    }.map { $0.name(language) }
    return isUnit || others.isEmpty || names == units
      ? phrase : self("place.within", language, phrase, list(others, language))
  }

  private func place(inGovernorates names: [String], _ language: Language) -> String {
    switch names.count {
    case 0: self("place.country", language)
    case 1: self("place.governorate", language, names[0])
    default: self("place.governorates", language, list(names, language))
    }
  }

  /// The names with their relation, without the governorate.
  private func phrase(for location: Location, names: [String], _ language: Language) -> String {
    func filled(_ key: String) -> String {
      let side = key.hasPrefix("place.near") ? "sides" : "side"
      return phrase(
        key, language,
        [
          ("1", names.count > 2 ? list(names, language) : names[0]),
          ("2", names.count > 1 ? names[1] : names[0]),
          ("km", location.distanceKm.map(kilometres) ?? ""),
          (
            "direction", location.direction.map { self("direction.\($0.rawValue)", language) } ?? ""
          ),
          ("side", location.direction.map { self("\(side).\($0.rawValue)", language) } ?? ""),
        ])
    }
    let all = list(names, language)
    switch location.relation {
    case .in: return self("place.in", language, all)
    case .near:
      return location.direction == nil
        ? self("place.near", language, all)
        : filled("place.near.side")
    case .between:
      return names.count == 2 ? filled("place.between") : self("place.in", language, all)
    case .direction:
      switch (location.direction, location.distanceKm) {
      case (nil, nil): return self("place.near", language, all)
      case (nil, _?): return filled("place.direction.km.any")
      case (_?, nil): return filled("place.direction")
      case (_?, _?): return filled("place.direction.km")
      }
    case .countryside:
      return location.direction == nil
        ? self("place.countryside", language, all)
        : filled("place.countryside.side")
    case .road:
      return names.count == 2 ? filled("place.road.two") : self("place.road", language, all)
    case .area: return self("place.area", language, all)
    }
  }

  /// Names in a row: `A, B and C`.
  func list(_ names: [String], _ language: Language) -> String {
    guard var list = names.first, let last = names.last, names.count > 1 else {
      return names.first ?? ""
    }
    for name in names.dropFirst().dropLast() { list = self("place.comma", language, list, name) }
    return self("place.and", language, list, last)
  }

  /// Kilometres without needless decimals: `10`, `2.5`.
  private func kilometres(_ km: Double) -> String {
    let tenths = Int((km * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}

extension LocatedPlace {
  /// The name in a language, or the other one, or the id, whichever there is.
  func name(_ language: Language) -> String {
    let names = language == .arabic ? [nameArabic, nameEnglish] : [nameEnglish, nameArabic]
    return names.first { !$0.isEmpty } ?? id
  }
}
