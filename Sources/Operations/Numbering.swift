import Reports

/// Texts as numbers, in the order in which they are first met, and lists of them.
struct Numbering {
  /// What a text stands for; texts of two kinds have two numbers.
  enum Kind: UInt8 { case report, unit, means, actor, name }

  private struct Text {
    var kind: Kind
    /// Where its bytes lie.
    var bytes: Range<Int>
    /// What an actor is counted among.
    var camps: Camps?
  }

  private var texts: [Text] = []
  /// The bytes of all texts, one behind the other.
  private var bytes: [UInt8] = []
  private var known = NumbersByHash()
  /// The numbers of the short ones, which most are.
  private var short = ShortTexts()
  private var lastReport: (id: ShortText, number: Int32)?
  /// The list that is being made.
  private var list: [Int32] = []
  private let store: NumberStore

  /// Numbers texts, and keeps lists in a store.
  init(in store: NumberStore) { self.store = store }

  /// The number of a text.
  mutating func number(of text: String, _ kind: Kind) -> Int32 {
    var text = text
    return text.withUTF8 { number(of: $0, kind) }
  }

  /// The number of a report's id; the claims of a report come one after the other.
  mutating func number(ofReport id: String) -> Int32 {
    var id = id
    return id.withUTF8 { id in
      let key = ShortText(id, .report)
      if let key, let lastReport, lastReport.id == key { return lastReport.number }
      let number = number(of: id, .report)
      lastReport = key.map { ($0, number) }
      return number
    }
  }

  private mutating func number(of text: UnsafeBufferPointer<UInt8>, _ kind: Kind) -> Int32 {
    if let key = ShortText(text, kind) {
      if let number = short.number(of: key) { return number }
      let number = added(text, kind)
      short.insert(number, key)
      return number
    }
    var mixed = StableHash()
    mixed.combine(Int(kind.rawValue))
    mixed.combine(text)
    let hash = mixed.value
    if let number = known.number(hash, where: { isSame($0, text, kind) }) { return Int32(number) }
    let number = added(text, kind)
    known.insert(Int(number), hash)
    return number
  }

  /// The number of a text that is new.
  private mutating func added(_ text: UnsafeBufferPointer<UInt8>, _ kind: Kind) -> Int32 {
    let number = texts.count
    let camps = kind == .actor ? Camps.of(actor: String(decoding: text, as: UTF8.self)) : nil
    texts.append(Text(kind: kind, bytes: bytes.count..<bytes.count + text.count, camps: camps))
    bytes += text
    return Int32(number)
  }

  /// The camps that the actor of a number may be counted among; nil for nobody in particular.
  func camps(of actor: Int32) -> Camps? { texts[Int(actor)].camps }

  /// Puts a number into the list that is being made.
  mutating func put(_ number: Int32) {
    var place = list.count
    while place > 0, list[place - 1] >= number {
      if list[place - 1] == number { return }
      place -= 1
    }
    list.insert(number, at: place)
  }

  /// Puts the number of a text into the list that is being made.
  mutating func put(_ text: String, _ kind: Kind) { put(number(of: text, kind)) }

  /// Ends the list that is being made: the numbers put into it, ascending, each once.
  mutating func takeList() -> Numbers {
    defer { list.removeAll(keepingCapacity: true) }
    return store.keep(list)
  }

  /// Whether a number stands for a text, byte for byte.
  @inline(__always)
  private func isSame(
    _ number: Int, _ text: UnsafeBufferPointer<UInt8>, _ kind: Kind
  ) -> Bool {
    let known = texts[number]
    return known.kind == kind
      && bytes.withUnsafeBytes {
        UnsafeRawBufferPointer(rebasing: $0[known.bytes]).isSame(as: UnsafeRawBufferPointer(text))
      }
  }
}
