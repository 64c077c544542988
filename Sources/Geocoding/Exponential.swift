#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The odds that a logarithm of odds stands for.
func exponential(_ logarithm: Double) -> Double { exp(logarithm) }

/// The cosine of an angle in radians.
func cosine(_ angle: Double) -> Double { cos(angle) }

/// The natural logarithm.
func logarithm(_ value: Double) -> Double { log(value) }
