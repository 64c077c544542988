#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The odds that a logarithm of odds stands for.
func exponential(_ logarithm: Double) -> Double { exp(logarithm) }
