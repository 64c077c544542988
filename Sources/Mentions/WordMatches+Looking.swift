import ArabicText
import Lexicon

// What is asked of matches is asked all the time. Only the lists that it needs are handed on, for to
// hand on the whole is to copy it.
extension WordMatches {
  /// The indexes in `list` of the matches that begin at a token.
  @inlinable @inline(__always)
  public func at(_ token: Int) -> Range<Int> {
    guard token >= 0, token + 1 < firsts.count else { return 0..<0 }
    return Int(firsts[token])..<Int(firsts[token + 1])
  }

  @inlinable
  public subscript(_ match: Int) -> Match {
    @inline(__always) get { list[match] }
  }

  /// Whether anything of a set begins at a token.
  @inlinable @inline(__always)
  public func begins(_ set: CategorySet, at token: Int) -> Bool {
    token >= 0 && token < begins.count && !begins[token].isDisjoint(with: set)
  }

  /// The match of a word list that begins at a token.
  @inlinable @inline(__always)
  public func lexeme(_ category: Category, at token: Int) -> Match? {
    guard begins(CategorySet(category), at: token) else { return nil }
    return found(category, at: token)
  }

  @inlinable @inline(__always)
  func found(_ category: Category, at token: Int) -> Match? {
    list.withElements { Self.found(category, among: at(token), of: $0) }
  }

  @usableFromInline
  static func found(
    _ category: Category, among matches: Range<Int>, of list: UnsafeBufferPointer<Match>
  ) -> Match? {
    for m in matches where list[m].isOf(category) { return list[m] }
    return nil
  }

  /// The match of a word list that ends right before a token.
  @inlinable @inline(__always)
  public func lexeme(_ category: Category, endingAt token: Int) -> Match? {
    guard token > 0, token < ends.count, ends[token].has(category) else { return nil }
    return list.withElements { list in
      firsts.withElements { firsts in
        begins.withElements { Self.found(category, endingAt: token, begins: $0, firsts, of: list) }
      }
    }
  }

  @usableFromInline
  static func found(
    _ category: Category, endingAt token: Int, begins: UnsafeBufferPointer<CategorySet>,
    _ firsts: UnsafeBufferPointer<Int32>, of list: UnsafeBufferPointer<Match>
  ) -> Match? {
    var start = token - 1
    while start >= max(0, token - 4) {
      if begins[start].has(category),
        let match = found(category, among: Int(firsts[start])..<Int(firsts[start + 1]), of: list),
        Int(match.end) == token
      {
        return match
      }
      start -= 1
    }
    return nil
  }

  /// The next match of a word list that begins in a range of tokens; nil when there is none.
  @inlinable @inline(__always)
  public func next(_ category: Category, in range: Range<Int>) -> Match? {
    guard present.has(category) else { return nil }
    let token = next(CategorySet(category), from: range.lowerBound, to: range.upperBound)
    return token < range.upperBound ? found(category, at: token) : nil
  }

  /// The first token of a range at which anything of a set begins; the end when there is none.
  @inlinable @inline(__always)
  func next(_ set: CategorySet, from start: Int, to end: Int) -> Int {
    next(set, orBefore: [], from: start, to: end)
  }

  /// The first token of a range at which anything of a set begins, or right behind which anything of
  /// another does; the end when there is none.
  @inlinable @inline(__always)
  func next(
    _ set: CategorySet, orBefore other: CategorySet, from start: Int, to end: Int
  ) -> Int {
    begins.withElements { begins in
      let limit = min(end, begins.count)
      var i = max(start, 0)
      while i < limit, begins[i].isDisjoint(with: set),
        other.isEmpty || i &+ 1 == begins.count || begins[i &+ 1].isDisjoint(with: other)
      {
        i &+= 1
      }
      return i < limit ? i : end
    }
  }

  /// Calls a body with each match of a word list that begins in a range of tokens.
  @inlinable
  public func forEach(_ category: Category, in range: Range<Int>, _ body: (Match) -> Void) {
    guard present.has(category) else { return }
    for token in range where begins[token].has(category) {
      for m in at(token) where list[m].isOf(category) { body(list[m]) }
    }
  }

  /// The first match of a word list in a range of tokens that a test holds for.
  @inlinable
  public func first(
    _ category: Category, in range: Range<Int>, where test: (Match) -> Bool
  ) -> Match? {
    guard present.has(category) else { return nil }
    for token in range where begins[token].has(category) {
      for m in at(token) where list[m].isOf(category) {
        if test(list[m]) { return list[m] }
      }
    }
    return nil
  }

  /// The first sign of a kind that begins in a range of tokens.
  @inlinable @inline(__always)
  public func first(_ sign: StatusSign, in range: Range<Int>) -> Match? {
    guard !signs.isEmpty else { return nil }
    return signs.withElements { Self.first(sign, in: range, of: $0) }
  }

  @usableFromInline
  static func first(
    _ sign: StatusSign, in range: Range<Int>, of signs: UnsafeBufferPointer<Match>
  ) -> Match? {
    var (first, end) = (0, signs.count)
    while first < end {
      let middle = (first + end) / 2
      if Int(signs[middle].start) >= range.lowerBound { end = middle } else { first = middle + 1 }
    }
    while first < signs.count, Int(signs[first].start) < range.upperBound {
      if signs[first].lexeme?.value == sign.rawValue { return signs[first] }
      first += 1
    }
    return nil
  }

  /// Calls a body with each sign that begins in a range of tokens.
  func forEachSign(in range: Range<Int>, _ body: (Match) -> Void) {
    var i = signs.firstIndex { Int($0.start) >= range.lowerBound }
    while i < signs.count, Int(signs[i].start) < range.upperBound {
      body(signs[i])
      i += 1
    }
  }

  /// The place name that begins at a token.
  @inlinable @inline(__always)
  public func name(at token: Int) -> Match? {
    guard begins(.names, at: token) else { return nil }
    return list.withElements { Self.foundName(among: at(token), of: $0) }
  }

  @usableFromInline
  static func foundName(
    among matches: Range<Int>, of list: UnsafeBufferPointer<Match>
  ) -> Match? {
    for m in matches where list[m].isName { return list[m] }
    return nil
  }
}
