#if canImport(Glibc)
  import Glibc

  /// How the C library keeps large blocks of memory.
  enum LargeBlocks {
    /// Gives blocks of 256 KiB and more back to the system as soon as nobody needs them.
    ///
    /// Blocks of input and of output come and go by megabytes. Left to itself the library soon keeps
    /// them inside the heaps of the threads, between the small things that stay: the heaps get holes,
    /// and grow with the input.
    static func giveBack() {
      typealias Setting = @convention(c) (_ parameter: Int32, _ value: Int32) -> Int32
      // Swift's module of the C library leaves out `malloc.h`, where M_MMAP_THRESHOLD is -3.
      guard let mallopt = dlsym(nil, "mallopt") else { return }
      _ = unsafeBitCast(mallopt, to: Setting.self)(-3, 1 << 18)
    }
  }
#else
  /// How the C library keeps large blocks of memory.
  enum LargeBlocks {
    /// Leaves it to the library.
    static func giveBack() {}
  }
#endif
