import ArabicText

extension Makan {
  /// Sorts the operations of annotated reports by what they are like, and tells how well each class
  /// is read.
  ///
  /// - Throws: `GazetteerError` when the boundaries cannot be read.
  public func phenomena(
    of claims: [LocatedClaim], against gold: [GoldReport]
  ) throws -> Phenomena {
    Phenomena(of: claims, against: gold, knowing: try PlaceFacts(gazetteer)) { words in
      ReportReading(Report(id: "", text: words), reader: reader.words).dates.first?.rule
    }
  }

  /// Spoils the spelling of annotated reports on purpose, and tells how much worse they are read.
  ///
  /// - Parameter seed: Any number; another one spoils other words.
  /// - Throws: `GazetteerError` when the boundaries cannot be read.
  public func noiseFigures(
    of reports: [Report], against gold: [GoldReport], seed: Int
  ) throws -> NoiseFigures {
    let words = reader.words
    return NoiseFigures(
      of: reports, against: gold, knowing: try PlaceFacts(gazetteer), seed: seed,
      clitics: { word in
        let tokens = Tokens(word, table: words.table, memory: nil)
        guard let first = tokens.list.first, first.readingCount > 0 else { return [] }
        return first.likelyClitics
      }, read: { claims(in: $0) })
  }
}
