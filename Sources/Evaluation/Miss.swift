/// One thing that came out wrong, with the words it stands on.
public struct Miss: Hashable, Sendable {
  /// What is wrong.
  public enum Field: String, Sendable, CaseIterable {
    /// A gold operation without a claim.
    case missed
    /// A claim without a gold operation.
    case falseAlarm = "false_alarm"
    case status, type, relation, precision, governorate, place
    /// Another place by code, though the point or an equivalent is right.
    case code
    case date, killed, wounded, detained, freed, actors
    /// A claim located at a place where the report says nothing happened.
    case trap
  }

  public var field: Field
  /// The class that it is counted in: `wrong type: clash → shelling`.
  public var category: String
  /// The report's id.
  public var report: String
  /// What the gold has; nil for a claim too many.
  public var gold: String?
  /// What the claim has; nil for an operation that was missed.
  public var claimed: String?
  /// The beginning of the evidence: the gold's, or the claim's where there is no gold.
  public var excerpt: String
}

/// The misses of one class.
public struct MissCategory: Hashable, Sendable {
  public var name: String
  public var misses: [Miss]
}

extension [Miss] {
  /// The misses by class, the largest class first, classes of one size by name.
  public var categories: [MissCategory] {
    Dictionary(grouping: self, by: \.category)
      .map { MissCategory(name: $0.key, misses: $0.value) }
      .sorted { ($1.misses.count, $0.name) < ($0.misses.count, $1.name) }
  }
}
