import ArabicText

extension ExplanationWriter {
  // MARK: Steps

  /// What was made of a part of a sentence.
  func lines(about step: Reasoning.Step) -> [String] {
    let own = marks.list.indices.filter { step.tokens.contains(marks.list[$0].tokens.lowerBound) }
    var head = ""
    if let first = own.first, let last = own.last {
      head = first == last ? "[\(first + 1)] " : "[\(first + 1)]…[\(last + 1)] "
    }
    let told =
      step.type.map { "tells \($0.rawValue), \(step.status.rawValue)" } ?? "tells no act of its own"
    let outcome =
      switch step.outcome {
      case .begins(let claim): "begins claim \(claim + 1)"
      case .joins(let claim, let why, let giving):
        "goes to claim \(claim + 1): \(why)"
          + (giving.isEmpty ? "" : "; gives it \(giving.joined(separator: ", "))")
      case .nothing(let why): "left out: \(why)"
      }
    var lines = ["  \(head)\(told)", "    \(outcome)"]
    guard step.type != nil else { return lines }
    if let sign = step.sign, let number = marks.number(of: .status, sign.lowerBound) {
      lines.append("    \(step.status.rawValue) by [\(number)]")
    } else if let unsigned = step.unsigned {
      lines.append("    \(step.status.rawValue): \(unsigned)")
    }
    if !step.places.isEmpty {
      lines.append("    place \(numbers(of: step.places))" + closer(step.contexts))
    }
    for passed in step.passed {
      lines.append("    not \(number(.place, passed.place)): \(passed.reason)")
    }
    if let date = step.date { lines.append("    date \(number(.date, date))") }
    return lines
  }

  // MARK: Claims

  /// What a claim says, and from which mentions.
  func lines(about account: Reasoning.Account, _ number: Int, at location: Location?) -> [String] {
    let claim = account.claim
    var lines = ["claim \(number): \(claim.type.rawValue), \(claim.status.rawValue)"]
    func add(_ name: String, _ text: String) {
      lines.append("  " + name + String(repeating: " ", count: max(1, 11 - name.count)) + text)
    }
    addPlace(account, location, add)
    addDate(account, add)
    for (actor, range) in zip(claim.actors, account.actors) {
      let mark = reading.actors.indices.first { reading.actors[$0].range == range }
      add(
        actor.role.rawValue,
        "\(actor.id ?? "not in the table"), by " + (mark.map { self.number(.actor, $0) } ?? "[?]"))
    }
    for (name, range) in [
      ("killed", claim.killed), ("wounded", claim.wounded), ("detained", claim.detained),
      ("freed", claim.freed),
    ] {
      if let range { add(name, range.told + figures(of: name, in: account)) }
    }
    if !claim.means.isEmpty { add("means", claim.means.joined(separator: ", ")) }
    add("read from", Self.sentences(account.sentences))
    return lines
  }

  private static func sentences(_ numbers: [Int]) -> String {
    (numbers.count == 1 ? "sentence " : "sentences ")
      + numbers.map { "\($0 + 1)" }.joined(separator: ", ")
  }

  /// `[3] [5]`, each place once.
  private func numbers(of places: [Int]) -> String {
    var seen: Set<Int> = []
    return places.filter { seen.insert($0).inserted }.map { number(.place, $0) }
      .joined(separator: " ")
  }

  private func closer(_ contexts: [Int]) -> String {
    contexts.isEmpty ? "" : ", told closer by \(numbers(of: contexts))"
  }

  private func addPlace(
    _ account: Reasoning.Account, _ location: Location?, _ add: (String, String) -> Void
  ) {
    guard !account.anchors.isEmpty else { return add("place", "none") }
    add(
      "place",
      "\(numbers(of: account.anchors)) \(account.claim.place?.text ?? "")"
        + closer(account.contexts))
    guard let location else { return add("", "nowhere in the gazetteer") }
    let places = location.places.map { "\($0.id) \($0.nameEnglish)" }.joined(separator: ", ")
    add("", (places.isEmpty ? "" : "\(places): ") + location.whereabouts)
    if !location.governorates.isEmpty {
      add("", "in " + location.governorates.joined(separator: ", "))
    }
    for reason in location.reasons { add("", "because \(reason)") }
    for other in location.alternatives.prefix(3) {
      add(
        "",
        "not \(other.place.id) \(other.place.nameEnglish),"
          + " \(Int((other.confidence * 100).rounded())) % likely")
    }
  }

  private func addDate(_ account: Reasoning.Account, _ add: (String, String) -> Void) {
    let claim = account.claim
    let day = claim.date?.edtf ?? "not known"
    let source =
      account.date.map { "by \(number(.date, $0))" } ?? account.dateSource.map { "from \($0)" }
    add("date", [day, source].compactMap(\.self).joined(separator: ", "))
    if let time = claim.time { add("time", time) }
  }

  /// `: [7] 11 militant + [9] 2; in another account [12] 15`.
  private func figures(of outcome: String, in account: Reasoning.Account) -> String {
    var accounts: [(key: Int, figures: [String])] = []
    for counted in account.counts where counted.outcome == outcome {
      let figure = [mark(of: counted), counted.count.told, counted.group].compactMap(\.self)
        .joined(separator: " ")
      if let i = accounts.firstIndex(where: { $0.key == counted.account }) {
        accounts[i].figures.append(figure)
      } else {
        accounts.append((counted.account, [figure]))
      }
    }
    guard !accounts.isEmpty else { return "" }
    return ": "
      + accounts.map { $0.figures.joined(separator: " + ") }.joined(separator: "; elsewhere ")
  }

  /// The mention that a figure was read from.
  private func mark(of counted: Reasoning.Counted) -> String? {
    let found = marks.list.indices.first {
      marks.list[$0].kind == .count && marks.list[$0].tokens.contains(counted.position)
    }
    let word =
      found
      ?? marks.list.indices.first {
        marks.list[$0].kind == .outcome && marks.list[$0].tokens.contains(counted.position)
      }
    return word.map { "[\($0 + 1)]" }
  }
}
