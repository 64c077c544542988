import Gazetteer

extension Reason {
  /// How close the words are to a name of the place.
  static let nameMatch = Reason { candidate, scene, _ in
    switch candidate.match {
    case .exact: 0
    case .alias: -0.6
    case .article: -0.3
    case .variant: -1.2
    case .part(let trust): -0.9 + 3 * (Double(trust) / 100 - 0.6)
    case .qualifier(let words, let article):
      // Without a named area, half a name is little more than a guess.
      -0.8 - 0.5 * Double(words) - (article ? 1 : 0) - (scene.frames.isEmpty ? 1.5 : 0)
    case .spelling(let cost): -2 - 2.5 * Double(cost) / 100
    }
  } tell: { candidate, scene, atlas in
    let name = atlas.arabicName(candidate.place)
    return switch candidate.match {
    case .exact: "exact name"
    case .alias: "another name of \(name)"
    case .article: "the name with or without its article: \(name)"
    case .variant: "a rarer name of \(name)"
    case .part: "part of the name \(name)"
    case .qualifier: "the name without its qualifier: \(name)"
    case .spelling: "nearest spelling: \(name) for \(scene.text)"
    }
  }

  /// How well known the place is: a bare name means the capital sooner than a hamlet.
  static let importance = Reason { candidate, _, atlas in
    2.5 * Double(atlas[candidate.place].importance) / 100
  } tell: { _, _, _ in
    "the best known place of this name"
  }

  /// How far the gazetteer's row is to be trusted.
  static let rowTrust = Reason { candidate, _, atlas in
    -1.2 * (1 - Double(atlas[candidate.place].confidence))
  } tell: { _, _, _ in
    "the gazetteer doubts this row"
  }
}
