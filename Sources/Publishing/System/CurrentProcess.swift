#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The process that this code runs in.
enum CurrentProcess {
  /// Its number, as `ps` shows it.
  static var id: Int { Int(getpid()) }
}
