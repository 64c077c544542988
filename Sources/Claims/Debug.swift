import Mentions
extension ReportReading {
  public func debugEvents(of s: Int) -> [String] {
    events(of: s).map { e in
      "EV [\(s)] type \(type(of: e).map { "\($0)" } ?? "nil") noEvent \(isNoEvent(e)) bg \(isBackground(e, sentences[s].tokens)) T \(e.triggers.map { "\(text(of: $0.tokens)):\($0.trigger)\(isStrong($0) ? "!" : "")\($0.isDefinite ? "D" : "")" }) O \(e.outcomes.map { "\(text(of: $0.tokens)):\($0.outcome)" }) G \(e.groups.map { groups[$0].heads.map { places[$0].text } }) clauses \(e.clauses.map { text(of: $0.tokens) })"
    }
  }
}
