import ArabicText
import Gazetteer
import Lexicon
import Mentions
import Reports

/// A lead that only sums up what the report goes on to tell place by place.
extension Discourse {
  /// Takes the first claim away where those behind it tell the same place by place: "دخلت قوات الاحتلال
  /// بلدات في ريف القنيطرة", and then which.
  ///
  /// - Returns: Whether there was such a lead.
  mutating func foldLead() -> Bool {
    guard drafts.count > 1, let lead = drafts.first, lead.status == .reported,
      lead.sentences.count == 1, lead.events.count == 1, isWide(lead)
    else { return false }
    let parts = drafts.dropFirst().filter { isPart($0, of: lead) }
    guard !parts.isEmpty, sayAsMuch(parts, as: lead) else { return false }
    drafts.removeFirst()
    if let current { self.current = current > 0 ? current - 1 : nil }
    return true
  }

  /// Whether a claim lies in an area, and in no place of it.
  private func isWide(_ draft: Draft) -> Bool {
    !draft.anchors.isEmpty && draft.relation != .between && draft.relation != .road
      && draft.anchors.allSatisfy { anchor in
        let mention = reading.places[anchor]
        // "غربي إدلب", where nobody says how far.
        let isSide = draft.relation == .direction && draft.distanceKm == nil
        return mention.anaphor == nil
          && (reading.isArea(mention) || isSide && mention.spelling.has(.governorate))
          && (mention.spelling.has(.governorate) || mention.noun == .countryside)
      }
  }

  /// Whether a claim may be one of those that a lead sums up: of its kind and day, told behind it, in a
  /// place of its area.
  private func isPart(_ draft: Draft, of lead: Draft) -> Bool {
    guard draft.status == .reported, !draft.anchors.isEmpty, !isWide(draft),
      draft.sentences[0] > lead.sentences[0],
      // "توغلت القوات في الريف", and then where they searched houses.
      draft.type == lead.type || lead.type == .other && draft.type == .groundRaid
        || draft.type.isRaidOrPart && lead.type.isRaidOrPart
        || draft.type.isFightOrAttempt && lead.type.isFightOrAttempt,
      draft.date == nil || lead.date == nil || draft.date == lead.date
    else { return false }
    let area = lead.anchors.flatMap { reading.governorates(of: $0) }
    return draft.anchors.allSatisfy { anchor in
      reading.governorates(of: anchor).contains { area.contains($0) }
        || reading.places[anchor].anaphor != nil
    }
  }

  /// Whether the parts give every loss that the lead gives.
  private func sayAsMuch(_ parts: [Draft], as lead: Draft) -> Bool {
    lead.tally.entries.allSatisfy { entry in
      parts.contains { part in
        part.tally.entries.contains { $0.outcome == entry.outcome }
      }
    }
  }
}
