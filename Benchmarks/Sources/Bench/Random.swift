import Makan

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Random numbers that are the same for the same seed everywhere: SplitMix64.
struct Random {
  private var state: UInt64

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number from 0 up to but not including a bound.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(max(1, bound))).high)
  }

  mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }

  /// A number from 0 up to but not including 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number of the normal distribution.
  mutating func normal() -> Double {
    (-2 * log(1 - unit())).squareRoot() * cos(2 * .pi * unit())
  }
}

extension Array where Element == GeoPoint {
  /// Points as operations lie: seven in ten around towns, the others anywhere in a box around Syria.
  static func scattered(_ count: Int, around towns: [GeoPoint], seed: Int) -> [GeoPoint] {
    var random = Random(seed: seed)
    return (0..<count).map { _ in
      if random.below(10) < 3 {
        return GeoPoint(
          longitude: 35.5 + 7 * random.unit(), latitude: 32.2 + 5.2 * random.unit())
      }
      let town = towns[random.below(towns.count)]
      return GeoPoint(
        longitude: town.longitude + 0.03 * random.normal(),
        latitude: town.latitude + 0.03 * random.normal())
    }
  }
}
