import ArabicText

extension Gazetteer {
  /// Finds a governorate by its p-code or by its name in Arabic or English.
  ///
  /// The word for "governorate" may stand before the name.
  public func governorate(_ text: String) -> AdminUnit? {
    let all = places.indices.filter { places[$0].kind == .governorate }.map { Int32($0) }
    let code = text.filter { !$0.isWhitespace }.uppercased()
    if let place = all.first(where: { id(of: $0) == code }) { return unit(place) }
    let wanted = Folding.folded(Array(text.utf8)[...])
    // The longest name that the words end with: "محافظة ريف دمشق" is not Damascus.
    var best: (length: Int, place: Int32)?
    for place in all {
      for name in names(of: place) + latinNames(of: place) {
        let own = Folding.folded(nameBytes[Int(name.start)..<Int(name.end)])
        if !own.isEmpty, own.count > best?.length ?? 0,
          wanted.reversed().starts(with: own.reversed())
        {
          best = (own.count, place)
        }
      }
    }
    return best.map { unit($0.place) }
  }

  /// The governorates by p-code.
  public var governorates: [AdminUnit] {
    places.indices.filter { places[$0].kind == .governorate }.map { unit(Int32($0)) }
      .sorted { $0.code < $1.code }
  }

  /// The unit of a row as features cite it.
  func unit(_ place: Int32) -> AdminUnit {
    AdminUnit(
      code: id(of: place), nameArabic: arabicName(of: place), nameEnglish: englishName(of: place))
  }
}
