extension PhraseAnswer {
  /// The answer in a form: a few lines for people, an object, or features.
  public func rendered(as format: Format) -> String {
    switch format {
    case .text: text
    case .json: json
    case .geojson: PhraseAnswer.geoJSON([self])
    }
  }

  // MARK: Text

  private var text: String {
    guard let location else { return "\(phrase)\n  names no place\n" }
    var lines = ["\(phrase)", "  \(whereabouts(location))"]
    for (i, reason) in location.reasons.enumerated() {
      lines.append((i == 0 ? "  because " : "          ") + reason)
    }
    if !candidates.isEmpty {
      var rows = Columns(
        ["", "id", "confidence", "kind", "governorate", "latitude", "longitude", "name"],
        rightAligned: [2, 5, 6])
      for candidate in candidates {
        let names = [candidate.place.nameEnglish, candidate.place.nameArabic]
        rows.add([
          candidate.isChosen ? ">" : "", candidate.place.id,
          candidate.confidence.map { $0.text(decimals: 2) } ?? "",
          candidate.place.kind,
          candidate.governorate.map { "\($0.code) \($0.nameEnglish)" } ?? "",
          candidate.point?.latitude.text(decimals: 5) ?? "",
          candidate.point?.longitude.text(decimals: 5) ?? "",
          names.filter { !$0.isEmpty }.joined(separator: "  "),
        ])
      }
      lines.append("")
      lines += rows.lines(indent: 2)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Says the precision, the point and the units in one line.
  ///
  /// `village at 36.30977, 36.68985, give or take 1.5 km, 97 % sure; SY07 Idleb > SY0703 Harim`
  private func whereabouts(_ location: Location) -> String {
    guard !units.isEmpty else { return location.whereabouts }
    let separator = location.governorates.count > 1 ? ", " : " > "
    return location.whereabouts + "; "
      + units.map { "\($0.code) \($0.nameEnglish)" }.joined(separator: separator)
  }

  // MARK: JSON

  private var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("phrase", phrase)
      json.key("location")
      if let location { location.write(to: &json) } else { json.null() }
      json.array("candidates") { json in
        for candidate in candidates { json.object { candidate.writeMembers(to: &$0) } }
      }
    }
    json.newline()
    return json.string
  }

  // MARK: GeoJSON

  /// The answers and their candidates as points.
  ///
  /// An answer's feature has `role` `answer`, its members are those of a location in a claim record;
  /// the places that it was chosen from have `candidate`.
  public static func geoJSON(_ answers: [PhraseAnswer]) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("type", "FeatureCollection")
      json.array("features") { json in
        for answer in answers {
          if let location = answer.location {
            json.feature(at: location.point) { json in
              json.member("role", "answer")
              json.member("phrase", answer.phrase)
              json.member("precision", location.precision.rawValue)
              json.member("relation", location.relation.rawValue)
              json.member("radius_m", location.radius, decimals: 0)
              json.member("confidence", location.confidence, decimals: 2)
              json.member("places", location.places.map(\.id).joined(separator: "; "))
              json.member("reasons", location.reasons.joined(separator: "; "))
            }
          }
          for candidate in answer.candidates {
            json.feature(at: candidate.point) { json in
              json.member("role", "candidate")
              json.member("phrase", answer.phrase)
              candidate.writeMembers(to: &json)
            }
          }
        }
      }
    }
    json.newline()
    return json.string
  }
}

extension PhraseAnswer.Candidate {
  fileprivate func writeMembers(to json: inout JSONWriter) {
    json.member("id", place.id)
    json.member("name_ar", place.nameArabic)
    json.member("name_en", place.nameEnglish)
    json.member("kind", place.kind)
    json.member("governorate", governorate?.code)
    json.member("latitude", point?.latitude, decimals: 5)
    json.member("longitude", point?.longitude, decimals: 5)
    json.member("confidence", confidence, decimals: 2)
    json.member("chosen", isChosen)
  }
}

extension JSONWriter {
  /// Writes a feature that is a point, or nowhere.
  mutating func feature(
    at point: GeoPoint?, properties: (inout JSONWriter) -> Void
  ) {
    object { json in
      json.member("type", "Feature")
      if let point {
        json.object("geometry") { json in
          json.member("type", "Point")
          json.array("coordinates") { json in
            json.double(point.longitude, decimals: 5)
            json.double(point.latitude, decimals: 5)
          }
        }
      } else {
        json.memberNull("geometry")
      }
      json.object("properties") { properties(&$0) }
    }
  }
}

extension Double {
  /// The number with at most so many decimals.
  func text(decimals: Int) -> String {
    var json = JSONWriter()
    json.double(self, decimals: decimals)
    return json.string
  }
}
