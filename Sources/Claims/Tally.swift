import ArabicText
import Lexicon
import Mentions

/// The people harmed in an operation, as the sentences of one report count them.
struct Tally {
  /// One count as one sentence gives it.
  struct Entry {
    var outcome: Outcome
    var min: Int
    var max: Int?
    var group: Trade.Group?
    var sentence: Int
    /// Number of the source within the report: a new one after "بينما قال".
    var source: Int
    /// Where the count stands.
    var position: Int
    /// A plural without a number: it says no more than a number beside it.
    var isBare = false
    /// "عشرات": it says no more than a number that some sentence gives.
    var isVague = false
    /// Killed and wounded were counted together: any count of either says more.
    var isUndivided = false
    /// "أي 22 قتيلاً في المجموع": the others of its sentence are in it.
    var isTotal = false
    /// "ارتفعت الحصيلة إلى 12": all counts before are in it.
    var isRaised = false
    /// "رجل وأبناؤه": a plural without a number that is told besides the one before it.
    var isListed = false
    /// "وقتلت خمسة آخرين": more than those of the sentences before.
    var isMore = false
    /// "توفي متأثراً بجراحه": killed by what wounded him before.
    var isOfWounds = false
    /// Whether its sentence says who told it.
    var isOfSource = false
    /// "بلغ عدد القتلى 23": smaller figures behind it are parts of it.
    var isToll = false

    /// Whether it counts one person, without a number.
    var isOne: Bool { isBare && max == 1 }
  }
  var entries: [Entry] = []
  /// Whether somebody says that nobody was killed, wounded, detained.
  var nobody: Harmlessness = []

  /// The range for an outcome: counts of one sentence are added, rival ones bound it.
  func range(_ outcome: Outcome) -> CountRange? {
    guard let first = entries.firstIndex(where: { $0.outcome == outcome }) else {
      return nobody.covers(outcome) ? CountRange(0, 0) : nil
    }
    // A single count has none to be weighed against.
    if !entries[(first + 1)...].contains(where: { $0.outcome == outcome }) {
      return CountRange(entries[first].min, entries[first].max)
    }
    let every = entries.filter { $0.outcome == outcome }
    if let raised = every.last(where: \.isRaised) { return CountRange(raised.min, raised.max) }
    var all = every.filter { entry in
      if entry.isUndivided, every.contains(where: { !$0.isUndivided }) { return false }
      if entry.isVague, every.contains(where: { !$0.isVague && $0.sentence != entry.sentence }) {
        return false
      }
      return !entry.isBare || entry.max != nil || entry.isListed
        || !every.contains {
          $0.sentence == entry.sentence && $0.position != entry.position && $0.min > 0
            && !($0.isBare && $0.max == nil && $0.position > entry.position)
        }
    }
    if let toll = all.first(where: \.isToll) {
      all.removeAll { !$0.isToll && $0.sentence > toll.sentence && $0.min < toll.min }
    }
    guard !all.isEmpty else { return nobody.covers(outcome) ? CountRange(0, 0) : nil }
    // One account a sentence and source.
    var accounts: [(min: Int, max: Int?, groups: GroupSet, isOne: Bool, sentence: Int)] = []
    var more = CountRange(0, 0)
    var keys: [Int] = []
    for entry in all {
      if entry.isMore, !keys.isEmpty {
        more.min += entry.min
        more.max = more.max.flatMap { a in entry.max.map { a + $0 } }
        continue
      }
      let key = entry.sentence * 64 + entry.source
      if let i = keys.firstIndex(of: key) {
        if entry.isTotal {
          (accounts[i].min, accounts[i].max) = (entry.min, entry.max)
        } else {
          accounts[i].min += entry.min
          accounts[i].max = accounts[i].max.flatMap { a in entry.max.map { a + $0 } }
        }
        accounts[i].groups.formUnion(GroupSet(entry.group))
        accounts[i].isOne = false
      } else {
        keys.append(key)
        accounts.append(
          (entry.min, entry.max, GroupSet(entry.group), entry.isOne, entry.sentence))
      }
    }
    // "أحد المصابين بُترت قدمه": one told of by himself elsewhere is no rival of a number.
    if accounts.contains(where: { !$0.isOne && $0.min > 1 }) {
      let numbered = accounts.filter { !$0.isOne }.reduce(into: GroupSet()) {
        $0.formUnion($1.groups)
      }
      let numberedSentences = accounts.filter { !$0.isOne }.map(\.sentence)
      accounts.removeAll {
        $0.isOne && !addsUp(numbered, $0.groups) && !numberedSentences.contains($0.sentence)
      }
    }
    var result = (accounts[0].min, accounts[0].max)
    var groups = accounts[0].groups
    for account in accounts.dropFirst() {
      if addsUp(groups, account.groups) {
        result.0 += account.min
        result.1 = result.1.flatMap { a in account.max.map { a + $0 } }
      } else {
        // A bare plural says no more than a number that was given.
        if account.min == 2, account.max == nil { continue }
        if result.0 == 2, result.1 == nil {
          result = (account.min, account.max)
          continue
        }
        // "4 على الأقل … وقال آخر إنهم 6": as many as the figure that has an end.
        let isBounded = account.min > result.0 && result.1 == nil && account.max != nil
        result.1 =
          isBounded ? account.max : result.1.flatMap { a in account.max.map { Swift.max(a, $0) } }
        result.0 = Swift.min(result.0, account.min)
      }
      groups.formUnion(account.groups)
    }
    return CountRange(
      result.0 + more.min, result.1.flatMap { a in more.max.map { a + $0 } })
  }

  /// Of people counted together each kind has one at least, and all but one at most; "مقتل وإصابة عدد
  /// منهم" tells several of each.
  mutating func addUndivided(_ count: CountMention, sentence: Int, source: Int) {
    for outcome in [Outcome.killed, .wounded] {
      entries.append(
        Entry(
          outcome: outcome, min: count.min == 2 && count.max == nil ? 2 : 1,
          max: count.max.map { Swift.max(1, $0 - 1) },
          group: nil, sentence: sentence, source: source, position: count.tokens.lowerBound,
          isUndivided: true))
    }
  }

  /// Whether sentences before one told of more killed than a number, all at once.
  func hasMore(than count: Int, before sentence: Int) -> Bool {
    let told = entries.filter { $0.outcome == .killed && $0.sentence != sentence }
    return told.contains { $0.min > count && !$0.isUndivided }
      && !told.contains(where: \.isOfWounds)
  }

  /// Whether one person was wounded, and nobody else.
  var isOneWounded: Bool {
    let wounded = entries.filter { $0.outcome == .wounded }
    return !wounded.isEmpty && wounded.allSatisfy { $0.min == 1 && $0.max == 1 }
  }

  /// "أصيب شابان، وتوفي أحدهما", "أصيب شاب ثم توفي": who dies is no more among the wounded told before.
  mutating func bury(woundedBefore hit: OutcomeMention, isOneOfThem: Bool, _ isHe: Bool) {
    guard hit.outcome == .killed else { return }
    if isHe, isOneWounded {
      entries.removeAll { $0.outcome == .wounded && $0.position < hit.tokens.lowerBound }
    } else if isOneOfThem,
      let i = entries.lastIndex(where: {
        $0.outcome == .wounded && $0.position < hit.tokens.lowerBound
      }), entries[i].min >= 2, entries[i].max == entries[i].min
    {
      entries[i].min -= 1
      entries[i].max = entries[i].min
    }
  }

  /// "مقتل عاملين وإصابة ثالث": a third tells that those before him were two.
  mutating func settle(_ count: Int, before entry: Int) {
    guard let i = entries[..<entry].lastIndex(where: { $0.sentence == entries[entry].sentence }),
      entries[i].isBare, entries[i].min == 2, entries[i].max == nil, count >= 2
    else { return }
    (entries[i].min, entries[i].max, entries[i].isBare) = (count, count, false)
  }

  /// "مقتل مواطنين وجرح ثلاثة": behind the one that is counted, the other is counted as well.
  mutating func settleTwo(before entry: Int) {
    guard entry > 0, entries[entry - 1].sentence == entries[entry].sentence,
      entries[entry - 1].min == 2, entries[entry - 1].max == nil, entries[entry - 1].isBare
    else { return }
    (entries[entry - 1].max, entries[entry - 1].isBare) = (2, false)
  }

  /// Soldiers here and civilians there are different people; the same or unknown groups are rivals.
  private func addsUp(_ a: GroupSet, _ b: GroupSet) -> Bool {
    guard !a.contains(.unknown), !b.contains(.unknown) else { return false }
    return a.isDisjoint(with: b) && (a.isSubset(of: .armed) != b.isSubset(of: .armed))
  }
}

/// The groups of people that were counted, one bit each.
private struct GroupSet: OptionSet {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ group: Trade.Group?) { rawValue = group.map { 2 << UInt32($0.rawValue) } ?? 1 }

  /// People of whom the report does not say what they are.
  static let unknown = GroupSet(nil)
  static let armed: GroupSet = [
    GroupSet(.soldier), GroupSet(.militant), GroupSet(.police), GroupSet(.commander),
  ]
}
