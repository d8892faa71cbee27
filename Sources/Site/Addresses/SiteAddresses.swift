public import Authoring

/// The addresses on the web that a project knows of itself.
public struct SiteAddresses: Sendable {
  /// Where the site is published, ending in `/`.
  let site: String?
  private let repository: AddressPattern?
  private let tickets: AddressPattern?

  /// Those that a project's file names.
  public init(_ project: ProjectFile = .none) {
    site = project.url.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    repository = project.repository
    tickets = project.tickets
  }

  /// Where a file of the content is edited; nil where the project says nothing, or the file is not one of its own.
  ///
  /// - Parameter file: its path from the project's folder.
  func editing(_ file: String) -> WebAddress? {
    let parts = file.split(separator: "/").filter { $0 != "." }
    guard let repository, !file.hasPrefix("/"), !parts.contains("..") else { return nil }
    return WebAddress(repository.address(of: parts.joined(separator: "/")))
  }

  /// Where a ticket is; nil where the project says nothing. One that is written as an address is there.
  func ticket(_ id: String) -> WebAddress? {
    WebAddress(id) ?? tickets.flatMap { WebAddress($0.address(of: id)) }
  }
}
