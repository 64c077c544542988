import Makan

/// Reports made of others: no two alike, and each read as the ones that it is made of.
///
/// Sentences change their order, some come from another report; names of towns and villages give way
/// to others of the same governorate, explicit days to days near the report's own. Reports come
/// at so many a day, so that a longer archive is a longer time and not a denser one.
struct VariedCorpus {
  /// How many reports a day has.
  static let reportsPerDay = 200

  private let templates: [Template]
  /// Names of towns and villages for each governorate.
  private let names: [Int32: [[UInt8]]]
  /// The names of months as the sources write them.
  private let months: [[[UInt8]]]
  private let seed: Int

  /// Takes the sources apart.
  init(_ sources: [Report], makan: Makan, seed: Int) {
    self.seed = seed
    let gazetteer = makan.gazetteer
    var names: [Int32: [[UInt8]]] = [:]
    for index in gazetteer.places.indices {
      let place = gazetteer.places[index]
      guard place.kind == .village || place.kind == .town,
        let name = gazetteer.names(of: Int32(index)).first
      else { continue }
      names[place.governorate, default: []].append(
        Array(gazetteer.nameBytes[Int(name.start)..<Int(name.end)]))
    }
    self.names = names
    var months = [[[UInt8]]](repeating: [], count: 13)
    templates = sources.map { source in
      Template(
        of: source, in: ReportReading(source, reader: makan.reader.words), gazetteer: gazetteer,
        months: &months)
    }
    self.months = months
  }

  /// Writes the record of one report as a line of JSON.
  func write(report number: Int, to json: inout JSONWriter, _ room: inout [UInt8]) {
    var random = Random(seed: seed &+ number &* 0x1_0001)
    let template = templates[random.below(templates.count)]
    let day = CalendarDay(iso: "2011-03-15")! + number / Self.reportsPerDay
    var order = Array(template.sentences.indices.dropFirst())
    for i in order.indices.dropLast() where random.oneIn(3) {
      order.swapAt(i, i + random.below(order.count - i))
    }
    room.removeAll(keepingCapacity: true)
    var substitutes: [Int32: [UInt8]] = [:]
    for sentence in [0] + order {
      let isBorrowed = sentence > 0 && random.oneIn(5)
      let other = isBorrowed ? templates[random.below(templates.count)] : template
      guard
        let pieces = isBorrowed
          ? other.sentences.randomElement(&random) : template.sentences[sentence]
      else { continue }
      for piece in pieces {
        switch piece {
        case .text(let bytes): room += bytes
        case .place(let place, let governorate, let bytes):
          if let known = substitutes[place] {
            room += known
          } else {
            let all = names[governorate] ?? []
            let name = all.isEmpty || random.oneIn(3) ? bytes : all[random.below(all.count)]
            substitutes[place] = name
            room += name
          }
        case .day(let withYear):
          let back = random.below(10) < 7 ? random.below(4) : random.below(700)
          appendDay(day - back, withYear: withYear, &random, to: &room)
        }
      }
      room.append(UInt8(ascii: "\n"))
    }
    json.object { json in
      json.member("id", "g\(number)")
      json.member("title", template.title)
      json.member("published", day.iso)
      json.member("source", template.source)
      json.member("text", utf8: room[...])
    }
    json.newline()
  }

  private func appendDay(
    _ day: CalendarDay, withYear: Bool, _ random: inout Random, to room: inout [UInt8]
  ) {
    let parts = day.parts
    let names = months[parts.month]
    guard !names.isEmpty else {
      room += Array("\(parts.day)/\(parts.month)/\(parts.year)".utf8)
      return
    }
    room += Array("\(parts.day) ".utf8) + names[random.below(names.count)]
    if withYear { room += Array(" \(parts.year)".utf8) }
  }
}

extension Array {
  fileprivate func randomElement(_ random: inout Random) -> Element? {
    isEmpty ? nil : self[random.below(count)]
  }
}

/// A report cut into sentences, and these at what is to be varied.
private struct Template {
  enum Piece {
    case text([UInt8])
    /// A town or village, its governorate, and the name as written.
    case place(Int32, Int32, [UInt8])
    case day(withYear: Bool)
  }

  var title: String?
  var source: String?
  var sentences: [[Piece]] = []

  init(
    of report: Report, in reading: ReportReading, gazetteer: Gazetteer, months: inout [[[UInt8]]]
  ) {
    title = report.title
    source = report.source
    var slots: [(range: TextRange, piece: Piece)] = []
    for place in reading.places.array {
      guard let first = reading.candidates(of: place).first, !place.nameTokens.isEmpty else {
        continue
      }
      let row = gazetteer.places[Int(first)]
      guard row.kind == .village || row.kind == .town, row.governorate >= 0,
        place.clitics.isEmpty
      else { continue }
      let range = reading.range(of: place.nameTokens)
      slots.append(
        (range, .place(first, row.governorate, Array(report.text[range.start..<range.end]))))
    }
    for date in reading.dates.array {
      let range = reading.range(of: date.tokens)
      let bytes = Array(report.text[range.start..<range.end])
      guard let written = WrittenDay(bytes) else { continue }
      if let month = date.expression.month, !months[month].contains(written.month) {
        months[month].append(written.month)
      }
      slots.append((range, .day(withYear: written.hasYear)))
    }
    slots.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    var next = 0
    var start = 0
    for end in Self.sentenceEnds(of: report.text) where end > start {
      var pieces: [Piece] = []
      var position = start
      while next < slots.count, slots[next].range.end <= end {
        let (range, piece) = slots[next]
        next += 1
        guard range.start >= position else { continue }
        pieces.append(.text(Array(report.text[position..<range.start])))
        pieces.append(piece)
        position = range.end
      }
      pieces.append(.text(Array(report.text[position..<end])))
      sentences.append(pieces)
      start = end
      while start < report.text.count, report.text[start] == 0x20 || report.text[start] == 0x0A {
        start += 1
      }
    }
  }

  /// Where lines end, and sentences of some length inside them.
  private static func sentenceEnds(of text: [UInt8]) -> [Int] {
    var ends: [Int] = []
    var start = 0
    for i in text.indices {
      let isStop =
        text[i] == UInt8(ascii: ".") && i - start > 60 && i + 1 < text.count && text[i + 1] == 0x20
      if isStop { ends.append(i + 1) }
      if text[i] == 0x0A, i > start { ends.append(i) }
      if isStop || text[i] == 0x0A { start = i + 1 }
    }
    if start < text.count { ends.append(text.count) }
    return ends
  }
}

/// A day written as a number and a month, perhaps with a year behind them.
private struct WrittenDay {
  var month: [UInt8]
  var hasYear: Bool

  init?(_ bytes: [UInt8]) {
    func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    let head = bytes.prefix(while: isDigit)
    guard (1...2).contains(head.count), bytes.count > head.count, bytes[head.count] == 0x20 else {
      return nil
    }
    let tail = Array(bytes.reversed().prefix(while: isDigit))
    guard tail.count == 4 || tail.isEmpty else { return nil }
    hasYear = tail.count == 4
    let middle = bytes[(head.count + 1)..<(bytes.count - tail.count)]
    month = Array(middle.last == 0x20 ? middle.dropLast() : middle)
    // One or two words of Arabic.
    guard month.count > 4, month.allSatisfy({ $0 >= 0x80 || $0 == 0x20 }),
      month.count(where: { $0 == 0x20 }) <= 1
    else { return nil }
  }
}

extension DateExpression {
  /// The month of a day that is written with its month.
  fileprivate var month: Int? {
    switch self {
    case .exact(.day(let day)): day.parts.month
    case .dayMonth(_, let month, _): month
    default: nil
    }
  }
}
