/// A value that may not stand in a link, since its scheme is not http, https or mailto.
public struct RefusedURL: Error, Hashable, Sendable {
  /// The scheme, without the colon.
  public var scheme: String
}

extension SlotContext {
  /// Appends a value as this context needs it, so that it can neither become markup nor lead elsewhere.
  ///
  /// - Throws: where a URL would start with a scheme that may not be linked to; nothing is written then.
  public func write(_ value: String, into output: inout [UInt8]) throws(RefusedURL) {
    switch self {
    case .text, .linkText, .code, .attribute:
      for byte in value.utf8 { HTMLEscape.append(byte, to: &output) }
    case .urlStart:
      if let scheme = URLScheme(ofURL: value.utf8), !scheme.isAllowed {
        throw RefusedURL(scheme: scheme.name)
      }
      for byte in value.utf8 { URLEscape.append(byte, to: &output) }
    case .url:
      for byte in value.utf8 { URLEscape.appendAsData(byte, to: &output) }
    }
  }
}
