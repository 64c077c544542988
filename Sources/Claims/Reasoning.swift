import ArabicText
import Lexicon
import Mentions
import Reports

/// How the sentences of a report became its claims, step by step: for people who ask why.
package struct Reasoning: Sendable {
  /// Why a whole report claims nothing, whatever its sentences say.
  package enum Silence: String, Sendable {
    case unrelated = "it is about sport, a film, weather and the like"
    case abroad = "it is about another country"
  }

  /// A part of a sentence that tells one event, and what was made of it.
  package struct Step: Sendable {
    package var sentence: Int
    package var tokens: Range<Int>
    /// What was done; nil when no word tells it.
    package var type: OperationType?
    package var status: ClaimStatus
    /// The tokens of the sign that gives the status.
    package var sign: Range<Int>?
    /// Why it has a status without a sign for it.
    package var unsigned: String?
    /// The places where it happened, as indexes of the reading's.
    package var places: [Int] = []
    /// The places that tell where these lie.
    package var contexts: [Int] = []
    /// Places of its sentence that are not where it happened, each with the reason.
    package var passed: [Passed] = []
    /// The index of the date that dates it.
    package var date: Int?
    package var outcome: Outcome
  }

  /// A place that was not chosen.
  package struct Passed: Sendable {
    package var place: Int
    package var reason: String
  }

  /// What an event does.
  package enum Outcome: Sendable {
    /// It begins a claim.
    case begins(Int)
    /// It adds to a claim that was begun before; why, and what it gives it.
    case joins(Int, why: String, giving: [String])
    /// It is left out.
    case nothing(String)
  }

  /// What a claim was put together from.
  package struct Account: Sendable {
    package var claim: Claim
    /// The index of the date that dates it; nil when it takes its day from elsewhere.
    package var date: Int?
    /// Where a day that no words give was taken from.
    package var dateSource: String?
    package var anchors: [Int]
    package var contexts: [Int]
    /// The ranges of the actors' names, as the claim lists the actors.
    package var actors: [TextRange]
    package var counts: [Counted]
    /// The sentences that it is read from.
    package var sentences: [Int]
  }

  /// A figure of one sentence.
  package struct Counted: Sendable {
    package var outcome: String
    package var count: CountRange
    /// Who was counted; nil when the report does not say.
    package var group: String?
    /// The token at which the figure stands.
    package var position: Int
    /// The number of the account: a rival one follows "while … said".
    package var account: Int
  }

  package var silence: Silence?
  package var steps: [Step] = []
  /// The claims, in the order in which they were begun.
  package var accounts: [Account] = []
}

extension Reasoning {
  /// Numbers the claims anew where the first one only sums up those behind it.
  fileprivate mutating func forgetLead() {
    for s in steps.indices {
      switch steps[s].outcome {
      case .begins(0), .joins(0, _, _):
        steps[s].outcome = .nothing("a lead: the claims behind it tell the same place by place")
      case .begins(let claim): steps[s].outcome = .begins(claim - 1)
      case .joins(let claim, let why, let giving):
        steps[s].outcome = .joins(claim - 1, why: why, giving: giving)
      case .nothing: break
      }
    }
  }
}

extension ClaimReader {
  /// Reads a report that has been taken apart, and keeps why each claim is what it is.
  package func reasoning(about reading: ReportReading) -> Reasoning {
    var reasoning = Reasoning()
    if reading.isUnrelatedThroughout { reasoning.silence = .unrelated }
    if reading.isAbroadThroughout { reasoning.silence = .abroad }
    guard reasoning.silence == nil else { return reasoning }
    var discourse = Discourse(reading)
    for s in reading.sentences.indices {
      for event in discourse.open(sentence: s) {
        if let step = discourse.step(reading: event) { reasoning.steps.append(step) }
      }
    }
    if discourse.foldLead() { reasoning.forgetLead() }
    reasoning.accounts = discourse.accounts
    return reasoning
  }
}
