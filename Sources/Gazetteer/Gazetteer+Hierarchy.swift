extension Gazetteer {
  /// The unit that holds the place or unit next above it: a subdistrict for a village, a district
  /// for a subdistrict, the country for a governorate.
  public func parent(of place: Int32) -> Int32? {
    let row = places[Int(place)]
    for unit in [row.subdistrict, row.district, row.governorate] where unit >= 0 && unit != place {
      return unit
    }
    return row.kind == .country ? nil : country
  }

  /// The town that a unit is ruled from; nil where no place bears the unit's name.
  public func seat(of unit: Int32) -> Int32? {
    places[Int(unit)].kind.isUnit ? centre(of: unit) : nil
  }

  /// The city that a neighbourhood belongs to.
  public func city(of neighbourhood: Int32) -> Int32? {
    places[Int(neighbourhood)].kind == .neighbourhood ? centre(of: neighbourhood) : nil
  }

  /// Tells whether a unit holds the place, or is it.
  public func contains(_ unit: Int32, _ place: Int32) -> Bool {
    let row = places[Int(place)]
    return place == unit || row.subdistrict == unit || row.district == unit
      || row.governorate == unit || places[Int(unit)].kind == .country
  }

  private func centre(of place: Int32) -> Int32? {
    let id = cell(.centre, of: place)
    return id.isEmpty ? nil : index(ofID: id)
  }
}
