/// An online map that the reader of the page may switch on behind ours.
public struct TileLayer: Hashable, Sendable {
  /// The address of a tile, with `{z}`, `{x}`, `{y}`, and `{s}` where there are several hosts.
  public var address: String
  /// Who made it, as its licence asks.
  public var credit: String

  /// Takes an address of the form `https://host/{z}/{x}/{y}.png`.
  ///
  /// - Throws: ``TileLayerError`` for anything else.
  public init(address: String, credit: String = "") throws(TileLayerError) {
    self.address = address
    self.credit = credit
    let scheme = "https://"
    let host = address.dropFirst(scheme.count).prefix { $0 != "/" }
    let isSound =
      address.hasPrefix(scheme) && host.contains(".")
      && ["{z}", "{x}", "{y}"].allSatisfy { address.contains($0) }
      && host.replacing("{s}", with: "a").utf8.allSatisfy {
        (48...57).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 46
      }
      && (!host.contains("{s}") || host.hasPrefix("{s}."))
      && address.utf8.allSatisfy { (33...126).contains($0) && !"\"'<>\\;,".utf8.contains($0) }
    guard isSound else { throw TileLayerError(address: address) }
  }

  /// The address's scheme and host as a policy names them: `https://*.example.org`.
  var origin: String {
    let host = address.dropFirst(8).prefix { $0 != "/" }
    return "https://" + host.replacing("{s}", with: "*")
  }
}

/// Says that an address is none of map tiles.
public struct TileLayerError: Error, Hashable, Sendable, CustomStringConvertible {
  public var address: String

  public var description: String {
    "'\(address)' is no address of map tiles; give one like https://host/{z}/{x}/{y}.png"
  }
}
