import Dispatch
import Synchronization

/// The whole way from Arabic reports to a map, one method for each arrow.
///
/// Making one loads the word lists and the gazetteer, and builds the automaton over both; after
/// that it is read-only and may be shared between tasks.
///
/// ```swift
/// let makan = try Makan()
/// let report = Report(id: "r1", published: CalendarDay(iso: "2025-10-08"), text: text)
/// let claims = makan.claims(in: report)
/// let operations = makan.operations(from: claims)
/// try makan.map(of: operations).write(to: "maps")
/// ```
///
/// The same input gives the same result, whatever the machine, the day, the locale or the number of
/// cores.
public struct Makan: Sendable {
  /// The places that names are looked up in.
  public let gazetteer: Gazetteer
  /// Reads what reports claim.
  public let reader: ClaimReader
  /// Finds where that happened.
  public let geocoder: Geocoder

  /// Loads what comes with the program.
  ///
  /// - Throws: `GazetteerError` or `LexiconError`, when a table is missing or broken.
  public init() throws {
    try self.init(gazetteer: .bundled())
  }

  /// Loads the word lists that come with the program, for a gazetteer that is loaded already.
  public init(gazetteer: Gazetteer) throws {
    try self.init(lexicon: .bundled(), gazetteer: gazetteer)
  }

  /// Loads what comes with the program, the word lists and the gazetteer at the same time.
  ///
  /// - Parameter gazetteer: Loads the places.
  /// - Throws: `GazetteerError` or `LexiconError`, when a table is missing or broken.
  public static func loaded(
    in gazetteer: @Sendable () throws -> Gazetteer = { try Gazetteer.bundled() }
  ) throws -> Makan {
    try loaded(Category.allCases, in: gazetteer, toRead: nil)
  }

  /// Loads what `location(of:)` needs, in half the time; it reads no claims.
  ///
  /// - Parameters:
  ///   - phrase: The only phrase that will be asked for, which takes half of that time again; nil for
  ///     phrases of any kind.
  ///   - gazetteer: Loads the places.
  public static func forPhrases(
    only phrase: String? = nil,
    in gazetteer: @Sendable () throws -> Gazetteer = { try Gazetteer.bundled() }
  ) throws -> Makan {
    try loaded(Category.spatialLists, in: gazetteer, toRead: phrase)
  }

  private static func loaded(
    _ lists: [Category], in places: @Sendable () throws -> Gazetteer, toRead phrase: String?
  ) throws -> Makan {
    let lexicon = Mutex<Result<Lexicon, any Error>?>(nil)
    let gazetteer = Mutex<Result<Gazetteer, any Error>?>(nil)
    DispatchQueue.concurrentPerform(iterations: 3) { i in
      switch i {
      case 0:
        let loaded = Result { try places() }
        gazetteer.withLock { $0 = loaded }
      case 1:
        let loaded = Result { try Lexicon.bundled(lists) }
        lexicon.withLock { $0 = loaded }
      default:
        // Whoever is done first need not wait for the other.
        WordReader.makeRules()
      }
    }
    // Both have been set.
    return try Makan(
      lexicon: lexicon.withLock { try $0!.get() }, gazetteer: gazetteer.withLock { try $0!.get() },
      toRead: phrase)
  }

  /// Puts the stages together over word lists and a gazetteer.
  public init(lexicon: Lexicon, gazetteer: Gazetteer) {
    self.init(lexicon: lexicon, gazetteer: gazetteer, toRead: nil)
  }

  private init(lexicon: Lexicon, gazetteer: Gazetteer, toRead phrase: String?) {
    self.gazetteer = gazetteer
    let geocoder = Mutex<Geocoder?>(nil)
    let words = Mutex<WordReader?>(nil)
    DispatchQueue.concurrentPerform(iterations: 3) { i in
      switch i {
      case 0:
        let built = WordReader(lexicon: lexicon, gazetteer: gazetteer, toRead: phrase)
        words.withLock { $0 = built }
      case 1:
        let built = Geocoder(gazetteer: gazetteer)
        geocoder.withLock { $0 = built }
      default:
        gazetteer.indexSpellings()
      }
    }
    // Both have been set.
    reader = ClaimReader(words: words.withLock { $0! })
    self.geocoder = geocoder.withLock { $0! }
  }

  /// Reads what a report claims, and finds where it happened.
  ///
  /// - Returns: The claims in the order of the text.
  public func claims(in report: Report) -> [LocatedClaim] {
    let claims = reader.claims(in: report)
    return LocatedClaim.joined(claims, at: geocoder.locations(for: claims), in: report)
  }

  /// Finds where a phrase is: `"قرية أطمة بريف إدلب"`, `"10 كم جنوب غرب منبج"`.
  ///
  /// - Returns: The likeliest place with the reasons for it, and up to ten alternatives; nil when
  ///   the words name no place.
  public func location(of phrase: String) -> Location? {
    reader.placePhrase(phrase).map { geocoder.answer(for: $0) }
  }

  /// Links the claims that tell of the same events.
  ///
  /// - Parameter claims: Who has no more need of them hands them over (`consume`): then they are not
  ///   copied.
  /// - Returns: The operations by day, whatever the order of the claims.
  public func operations(from claims: consuming [LocatedClaim]) -> [Operations.Operation] {
    Operations.operations(from: claims)
  }
}
