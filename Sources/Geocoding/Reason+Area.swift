import Claims
import Gazetteer
import Geometry

extension Scene {
  /// Log odds of a place for lying in the areas that the sentence names, and for lying on the named
  /// side of them; the nearest area counts most.
  func areaWeights(of place: Int32, _ atlas: Atlas) -> (inside: Double, side: Double) {
    var (inside, side) = (0.0, 0.0)
    var (insideShare, sideShare) = (1.0, 1.0)
    for i in frames.indices {
      let fit = frames[i].fit(of: place, in: atlas)
      inside += insideShare * fit.inside
      side += sideShare * fit.side
      insideShare *= 0.75
      sideShare *= 0.6
    }
    // "دوار العمارة بجبلة": what is called a part of a town is no village out in its district.
    if noun == .neighbourhood, atlas[place].kind.isPopulated || atlas[place].kind.isUnit,
      atlas[place].kind != .governorate,
      let town = frames.first?.town(in: atlas), let point = atlas[place].point
    {
      let away = point.kilometres(to: town)
      // "حي المغاير في مدينة حلب": and not the village in the next district.
      if away > 15 { return (Frame.elsewhere, 0) }
      if away > 6, inside > 0 { inside = -2 }
    }
    // One end of a road, or of a stretch between two places, may lie over the line.
    if inside < 0, relation == .road || relation == .between { inside *= 0.4 }
    return (max(atlas[place].kind == .neighbourhood ? -12 : -7, inside), side)
  }

  /// The named area that a place fits best.
  func toldArea(of place: Int32, _ atlas: Atlas) -> String {
    var told = "the named area"
    var best = -Double.infinity
    for i in frames.indices {
      let fit = frames[i].fit(of: place, in: atlas)
      if fit.inside >= best {
        best = fit.inside
        if let reading = fit.reading { told = frames[i].toldInside[reading] }
      }
    }
    return told
  }

  /// The side that the sentence names.
  var toldSide: String { frames.first { $0.direction != nil }?.toldSide ?? "the side" }
}

extension Frame {
  /// The middle of the town that the name may be, unless its surroundings are meant.
  fileprivate func town(in atlas: Atlas) -> GeoPoint? {
    if isCountryside || direction != nil { return nil }
    return readings.lazy.map(\.place).first { atlas[$0].kind == .city || atlas[$0].kind == .town }
      .flatMap { atlas[$0].point }
  }

  /// How well a place fits an area that a sentence names.
  struct Fit {
    /// Log odds for lying inside.
    var inside: Double
    /// Log odds for lying on the named side.
    var side: Double
    /// The number of the reading of the name under which it fits best.
    var reading: Int?
  }

  /// Weighs a place under the reading of the name that suits it best.
  func fit(of place: Int32, in atlas: Atlas) -> Fit {
    var best = Fit(inside: 0, side: 0, reading: nil)
    var bestSum = -Double.infinity
    for i in readings.indices {
      let reading = readings[i]
      let inside = self.inside(place, reading, in: atlas)
      let side = self.side(place, reading, in: atlas)
      let sum = inside + side + reading.plausibility
      if sum > bestSum {
        bestSum = sum
        best = Fit(inside: inside + reading.plausibility, side: side, reading: i)
      }
    }
    return best
  }

  /// Log odds against a quarter of another town than the one that the sentence names: no other places
  /// of the report make up for it.
  fileprivate static let elsewhere = -12.0

  private func inside(_ index: Int32, _ reading: Reading, in atlas: Atlas) -> Double {
    let place = atlas[index]
    if index == reading.place { return 3.5 }
    // A governorate is in no smaller area; named beside one, it is meant as well.
    if place.kind == .governorate { return -0.5 }
    switch reading.extent {
    case .country:
      return 0
    case .governorate:
      if place.governorate == reading.place || atlas.touches(index, governorate: reading.place) {
        return 3.5
      }
      // A place just over the line is often counted to the neighbour.
      guard let point = place.point else { return -3 }
      let away = atlas.kilometres(from: point, toUnit: reading.place, atMost: 25)
      if place.kind == .neighbourhood { return away < 12 ? -1.5 : Self.elsewhere }
      return away < 12 ? -1.5 : away < 25 ? -3 : -4.5
    case .district:
      if place.district == reading.place { return 4.3 }
      return outside(place, reading, sameGovernorate: 0.8, in: atlas)
    case .subdistrict:
      if place.subdistrict == reading.place { return 4.8 }
      return outside(place, reading, sameGovernorate: 0.5, in: atlas)
    case .region:
      let members = atlas.members(of: reading.place)
      for member in members {
        if member == index || member == place.subdistrict || member == place.district
          || member == place.governorate
        {
          return 3.8
        }
      }
      guard let point = place.point else { return -2 }
      if members.isEmpty, let centre = reading.centre {
        // A region that is a circle.
        let beyond = centre.kilometres(to: point) - Double(atlas[reading.place].radius) / 1000
        return beyond < 0 ? 3.8 : beyond < 15 ? 0.5 : -4.5
      }
      var away = Double.infinity
      for member in members {
        guard let other = atlas[member].point, point.mayBeCloser(than: away, to: other) else {
          continue
        }
        away = min(away, other.kilometres(to: point))
      }
      return away < 15 ? 0.5 : away < 35 ? -1.5 : -4.5
    case .surroundings:
      guard let point = place.point, let centre = reading.centre else { return -1 }
      let away = point.kilometres(to: centre)
      // A quarter lies in its city or not at all.
      if place.kind == .neighbourhood {
        return away < 8 ? 3.2 : away < 15 ? 1 : Self.elsewhere
      }
      return switch away {
      case ..<8: 3.2
      case ..<18: 2.4
      case ..<35: 1
      case ..<60: -1.5
      case ..<100: -4.5
      default: -6
      }
    }
  }

  /// Log odds of a place outside a named unit: its distance from the unit's seat decides, for a
  /// town's countryside seldom ends where its district does.
  private func outside(
    _ place: Place, _ reading: Reading, sameGovernorate: Double, in atlas: Atlas
  ) -> Double {
    guard let point = place.point, let centre = reading.centre else { return -2 }
    let away = point.kilometres(to: centre)
    if place.kind == .neighbourhood, away > 25 { return Self.elsewhere }
    let bonus =
      place.governorate == atlas[reading.place].governorate ? sameGovernorate : 0
    let weight: Double =
      switch away {
      case ..<12: 1.8
      case ..<25: 0.5
      case ..<45: -1.5
      case ..<80: -3.5
      default: -4.5
      }
    return weight + bonus
  }

  private func side(_ index: Int32, _ reading: Reading, in atlas: Atlas) -> Double {
    guard let direction, let centre = reading.centre, let point = atlas[index].point,
      let alignment = centre.alignment(of: point, with: direction)
    else { return 0 }
    let away = centre.kilometres(to: point)
    let weight: Double =
      switch alignment {
      case 0.7...: 1.5
      case 0.38...: 0.8
      case 0...: 0
      case (-0.7)...: -1.6
      default: -2.4
      }
    // Close to the centre a direction says little.
    return weight * min(1, away / 8)
  }
}
