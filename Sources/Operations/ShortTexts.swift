/// The kind and all bytes of a text of at most 16 bytes, as numbers that are soon compared.
struct ShortText: Equatable {
  private var first: UInt64
  private var last: UInt64
  /// The kind and the length.
  private var form: UInt32

  init?(_ text: UnsafeBufferPointer<UInt8>, _ kind: Numbering.Kind) {
    let (bytes, count) = (UnsafeRawBufferPointer(text), text.count)
    form = UInt32(kind.rawValue) << 8 | UInt32(truncatingIfNeeded: count)
    // What is read twice in the middle does no harm, as the length is known.
    switch count {
    case 8...16:
      first = bytes.loadUnaligned(as: UInt64.self)
      last = bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    case 4..<8:
      first = UInt64(bytes.loadUnaligned(as: UInt32.self))
      last = UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    case 1..<4:
      first = UInt64(bytes[0]) << 8 | UInt64(bytes[count / 2])
      last = UInt64(bytes[count - 1])
    case 0: (first, last) = (0, 0)
    default: return nil
    }
  }

  /// The same for equal texts, and seldom so for others.
  @inline(__always)
  fileprivate var hash: UInt64 {
    let mixed = (first ^ UInt64(form) << 48).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    let product = (last ^ mixed.high ^ mixed.low).multipliedFullWidth(by: 0xD1B5_4A32_D192_ED03)
    return product.high ^ product.low
  }
}

/// Numbers by short texts: a table with open addresses, at most half full.
struct ShortTexts {
  private struct Slot {
    var text: ShortText
    var number: Int32
  }

  private var slots: [Slot]
  private var count = 0

  private static let free = Slot(
    text: ShortText(UnsafeBufferPointer(start: nil, count: 0), .unit)!, number: -1)

  init() { slots = Array(repeating: Self.free, count: 1024) }

  /// The number put in for a text.
  func number(of text: ShortText) -> Int32? {
    let slot = slots[place(of: text)]
    return slot.number < 0 ? nil : slot.number
  }

  /// Puts in a text that is not there.
  mutating func insert(_ number: Int32, _ text: ShortText) {
    count += 1
    if count * 2 > slots.count {
      let old = slots
      slots = Array(repeating: Self.free, count: 2 * old.count)
      for filled in old where filled.number >= 0 { slots[place(of: filled.text)] = filled }
    }
    slots[place(of: text)] = Slot(text: text, number: number)
  }

  /// Where a text stands or is to stand.
  @inline(__always)
  private func place(of text: ShortText) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: text.hash) & mask
    while slots[place].number >= 0, slots[place].text != text { place = (place + 1) & mask }
    return place
  }
}
