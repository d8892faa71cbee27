/// Where a site is published: a folder of this computer, or of another that ssh leads to.
public enum PublishTarget: Hashable, Sendable {
  case folder(String)
  case ssh(SSHAddress)

  /// Reads a path, or an address with `ssh://`.
  public init(_ text: String) throws(Problem) {
    if text.isEmpty { throw .empty }
    if text.unicodeScalars.contains(where: \.isControl) { throw .controlCharacter }
    if text.hasPrefix("-") { throw .option(text) }
    if text == "~" || text.hasPrefix("~/") { throw .home(text) }
    if text.hasPrefix(SSHAddress.scheme) {
      self = .ssh(try SSHAddress(text))
    } else if let scheme = text.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.-]*:\/\//) {
      throw .otherScheme(String(scheme.output))
    } else {
      self = .folder(text)
    }
  }

  /// The releases there.
  ///
  /// - Throws: `PublishingError` where the path of a folder cannot be looked at.
  public func releases() throws(PublishingError) -> Releases {
    switch self {
    case .folder(let path): Releases(on: try FolderHost(path, disk: Disk()))
    case .ssh(let address): Releases(on: SSHHost(address))
    }
  }

  /// Why a text is no target. None of them quotes what may be a password.
  public enum Problem: Error, Hashable, Sendable {
    case empty, controlCharacter, password, noHost, noPath, escape
    case option(String), home(String), otherScheme(String), host(String), user(String), port(String), path(
      String)
  }
}

extension PublishTarget.Problem: CustomStringConvertible {
  /// What is wrong and what to write.
  public var description: String {
    switch self {
    case .empty: "A target cannot be empty; write a folder, or \(SSHAddress.pattern)"
    case .controlCharacter: "A target cannot have a control character or the end of a line in it"
    case .password: "A target cannot have a password in it, since others would read it; let ssh use a key"
    case .noHost: "The target names no host; write \(SSHAddress.pattern)"
    case .noPath: "The target names no folder on the host; write \(SSHAddress.pattern)"
    case .escape:
      "The target has a '%' without two hexadecimal digits behind it; write '%25' for the sign itself"
    case .option(let text): "'\(text)' looks like an option; write './\(text)' for a folder of that name"
    case .home(let text):
      "'~' is the home folder to a shell alone; write the whole path, or './\(text)' for a folder of that name"
    case .otherScheme(let scheme):
      "'\(scheme)' is no way to publish; write a folder, or \(SSHAddress.pattern)"
    case .host(let host): "'\(host)' is no name of a host; it has letters, digits, '.', '-', '_' and ':'"
    case .user(let user): "'\(user)' is no name of a user; it has letters, digits, '.', '-', '_', '@' and '+'"
    case .port(let port): "'\(port)' is no port; write a number from 1 to 65535"
    case .path(let path): "'\(path)' has '.' or '..' in it; write the path of the folder itself"
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is one that a terminal obeys and does not show.
  var isControl: Bool {
    properties.generalCategory == .control || properties.generalCategory == .lineSeparator
  }
}
