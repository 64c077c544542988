import ArabicText

/// A report with every mention marked, and how its claims were put together: a picture in text.
///
/// What stands in brackets in the report's lines has a number; the lines below say what it was
/// read as, and by which rule or word list. Arabic stands on lines of its own, or isolated from
/// the English around it, so that a terminal shows both in their own direction.
///
///     [1 أمس]، [2 قصفت] طائرة ...
///
///       1  date     2025-10-07  <yesterday>
///       2  trigger  shelling    triggers.tsv
public struct Explanation: Sendable {
  /// The report, its mentions and its claims, line by line, the same bytes for the same report.
  public let text: String
  /// How many claims the report makes.
  public let claimCount: Int
}

extension Makan {
  /// Explains what a report is read as.
  public func explanation(of report: Report) -> Explanation {
    let reading = ReportReading(report, reader: reader.words)
    let reasoning = reader.reasoning(about: reading)
    var writer = ExplanationWriter(reading, reasoning, gazetteer)
    let claims = reasoning.accounts.map(\.claim)
    return Explanation(
      text: writer.written(with: geocoder.locations(for: claims)), claimCount: claims.count)
  }
}

/// Writes the explanation of one report.
struct ExplanationWriter {
  let reading: ReportReading
  let reasoning: Reasoning
  let gazetteer: Gazetteer
  let marks: Marks
  private var text = ""

  init(_ reading: ReportReading, _ reasoning: Reasoning, _ gazetteer: Gazetteer) {
    self.reading = reading
    self.reasoning = reasoning
    self.gazetteer = gazetteer
    marks = Marks(of: reading)
  }

  mutating func written(with locations: [Location?]) -> String {
    writeHead()
    let lines = reading.lines.array
    for (number, line) in lines.enumerated() {
      if line.kind == .furniture {
        write(dropped: line.tokens, behind: lines[..<number])
        continue
      }
      for s in reading.sentences.indices where reading.sentences[s].line == number {
        write(sentence: s)
      }
      let rest = line.tokens.upperBound..<endOfLine(from: line.tokens.upperBound)
      if !rest.isEmpty { write(dropped: rest, behind: lines[..<number]) }
    }
    for (number, account) in reasoning.accounts.enumerated() {
      text += "\n"
      for line in self.lines(about: account, number + 1, at: locations[number]) { write(line) }
    }
    return text
  }

  /// Adds a line, with the Arabic in it isolated.
  private mutating func write(_ line: String) { text += line.isolatingArabic + "\n" }

  // MARK: The report

  private mutating func writeHead() {
    let report = reading.report
    write(
      "report \(report.id)" + (report.published.map { ", published \($0.iso)" } ?? ", no day given")
    )
    if let title = report.title { write("title: \(title)") }
    if let source = report.source { write("source: \(source)") }
    write(
      [
        count(reading.sentences.count, "sentence"), count(marks.list.count, "mention"),
        count(reasoning.accounts.count, "claim"),
      ].joined(separator: ", "))
    if let silence = reasoning.silence { write("nothing is claimed: \(silence.rawValue)") }
  }

  private func count(_ number: Int, _ what: String) -> String {
    "\(number) \(what)" + (number == 1 ? "" : "s")
  }

  private func endOfLine(from token: Int) -> Int {
    var end = token
    while end < reading.tokens.list.count, reading.tokens.list[end].kind != .lineBreak { end += 1 }
    return end
  }

  private mutating func write(dropped tokens: Range<Int>, behind lines: ArraySlice<Line>) {
    text += "\n"
    write("dropped: \(reason(forDropping: tokens, behind: lines))")
    text += reading.text(of: tokens).onOneLine + "\n"
  }

  /// By which word a line was told as furniture, or by which shape.
  private func reason(forDropping tokens: Range<Int>, behind lines: ArraySlice<Line>) -> String {
    if let match = reading.matches.next(.furniture, in: tokens), let lexeme = match.lexeme,
      let sign = Furniture(rawValue: lexeme.value)
    {
      return "\(sign.key), furniture.tsv"
    }
    let isArabic = tokens.contains { token in
      reading.tokens.list[token].kind == .word
        && reading.tokens.letter(0, of: reading.tokens.list[token]).isArabicLetter
    }
    if !isArabic { return "no Arabic word" }
    if lines.last?.kind == .furniture { return "no prose, behind a dropped line" }
    let isMenu = tokens.contains { reading.tokens.list[$0].mark == .separator }
    return isMenu ? "items parted by signs, no prose" : "a run of headlines, no prose"
  }

  // MARK: Sentences

  private mutating func write(sentence s: Int) {
    let sentence = reading.sentences[s]
    let kind =
      switch sentence.kind {
      case .body, .furniture: ""
      case .heading: ", a heading"
      case .label: ", a label for what follows"
      case .dateline: ", the day of the report"
      case .dayOfPosts: ", the day of the posts below"
      }
    text += "\n"
    write("sentence \(s + 1)\(kind)")
    text += marks.marked(sentence.tokens, in: reading) + "\n"
    let own = marks.list.indices.filter {
      sentence.tokens.contains(marks.list[$0].tokens.lowerBound)
    }
    if !own.isEmpty {
      text += "\n"
      var rows = Columns(["", "", "", ""], rightAligned: [0])
      for mark in own {
        let words = MarkWords(of: marks.list[mark], in: reading, gazetteer)
        rows.add(["\(mark + 1)", marks.list[mark].kind.name, words.value, words.reader])
      }
      for row in rows.lines(indent: 2).dropFirst() { write(row) }
    }
    for step in reasoning.steps where step.sentence == s {
      text += "\n"
      for line in self.lines(about: step) { write(line) }
    }
  }

  // MARK: Numbers

  /// `[3]`, for the mention of a kind with an index in the reading.
  func number(_ kind: Marks.Kind, _ index: Int) -> String {
    marks.number(of: kind, index).map { "[\($0)]" } ?? "[?]"
  }
}
