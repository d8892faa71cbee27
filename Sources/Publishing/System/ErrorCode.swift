#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Why the operating system refused a call: a value of `errno`.
public struct ErrorCode: Error, Hashable, Sendable {
  /// The number.
  public let number: Int32

  /// Makes a code from a value of `errno`.
  public init(_ number: Int32) { self.number = number }

  /// What the last call of this thread left; to be read at once.
  static var last: ErrorCode { ErrorCode(errno) }

  static let notFound = ErrorCode(ENOENT)
  static let notFolder = ErrorCode(ENOTDIR)
  static let isFolder = ErrorCode(EISDIR)
  static let exists = ErrorCode(EEXIST)
  static let notEmpty = ErrorCode(ENOTEMPTY)
  static let interrupted = ErrorCode(EINTR)
  static let wouldBlock = ErrorCode(EWOULDBLOCK)
  static let linkCircle = ErrorCode(ELOOP)
  static let invalid = ErrorCode(EINVAL)
  static let otherDevice = ErrorCode(EXDEV)
  static let busy = ErrorCode(EBUSY)
  static let notPermitted = ErrorCode(EPERM)
  static let noAccess = ErrorCode(EACCES)
  static let noSpace = ErrorCode(ENOSPC)
  static let readOnly = ErrorCode(EROFS)
  static let noSuchCall = ErrorCode(ENOSYS)
  static let notSupported = ErrorCode(ENOTSUP)
  static let tooManyLinks = ErrorCode(EMLINK)
}

extension ErrorCode: CustomStringConvertible {
  /// The system's own words, such as `No space left on device`.
  public var description: String { String(cString: strerror(number)) }
}
