import CGEOS

/// Holds GEOS's state for one operation, and what GEOS said last.
///
/// A context lives inside one synchronous function and never crosses a task; making one takes
/// well under a microsecond.
@safe final class Context {
  /// GEOS's own handle, valid as long as this object.
  let raw: GEOSContextHandle_t
  private let said = Message()

  private final class Message {
    var text = ""
  }

  init() {
    guard let raw = unsafe GEOS_init_r() else { fatalError("GEOS_init_r: out of memory") }
    unsafe self.raw = raw
    unsafe _ = GEOSContext_setErrorMessageHandler_r(
      raw,
      { text, box in
        guard let text = unsafe text, let box = unsafe box else { return }
        let message = unsafe Unmanaged<Message>.fromOpaque(box).takeUnretainedValue()
        message.text = unsafe String(cString: text)
      }, Unmanaged.passUnretained(said).toOpaque())
  }

  deinit { unsafe GEOS_finish_r(raw) }

  /// Builds the error of a call from the last message.
  func error(_ call: String) -> GEOSError {
    GEOSError(call: call, message: said.text.isEmpty ? "no reason given" : said.text)
  }

  /// Takes what a call made; null means that it failed.
  func require(
    _ call: String, _ body: (GEOSContextHandle_t) -> OpaquePointer?
  ) throws(GEOSError) -> Handle {
    guard let made = unsafe body(raw) else { throw error(call) }
    return unsafe Handle(owning: made, in: self)
  }

  /// Makes a call that answers 0 or -1 when it failed.
  func check(_ call: String, _ body: (GEOSContextHandle_t) -> Int32) throws(GEOSError) {
    if unsafe body(raw) <= 0 { throw error(call) }
  }

  /// Asks a question that answers 0, 1, or 2 when it failed.
  func test(
    _ call: String, _ body: (GEOSContextHandle_t) -> CChar
  ) throws(GEOSError) -> Bool {
    switch unsafe body(raw) {
    case 0: return false
    case 1: return true
    default: throw error(call)
    }
  }

  /// Asks for a count or a code that is -1 when the call failed.
  func count(_ call: String, _ body: (GEOSContextHandle_t) -> Int32) throws(GEOSError) -> Int {
    let answer = unsafe body(raw)
    if answer < 0 { throw error(call) }
    return Int(answer)
  }
}

/// Owns one geometry of GEOS, and keeps its context alive.
@safe struct Handle: ~Copyable {
  let context: Context
  private var owned: OpaquePointer?

  init(owning geometry: OpaquePointer, in context: Context) {
    self.context = context
    unsafe owned = geometry
  }

  deinit {
    if let geometry = unsafe owned { unsafe GEOSGeom_destroy_r(context.raw, geometry) }
  }

  /// The geometry, for the length of a call.
  var raw: OpaquePointer {
    guard let geometry = unsafe owned else { fatalError("a geometry was used after its end") }
    return unsafe geometry
  }

  /// Gives the geometry away: the call that it goes to owns it from now on.
  consuming func take() -> OpaquePointer {
    let geometry = unsafe raw
    unsafe owned = nil
    return unsafe geometry
  }
}
