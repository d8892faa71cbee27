import Authoring
import Diagnostics
import SiteFiles

/// What the shares of one site have to be made from alike: the playbook, the answers of all teams, the project's own
/// templates, and this program.
struct ShareInput {
  /// The same for the same files, on every machine.
  let fingerprint: Fingerprint

  /// Reads what options and a project file name.
  ///
  /// - Throws: `InputError` where something of it cannot be listed.
  init(_ options: InputOptions, _ project: ProjectFile, templates: String?) throws {
    // What is wrong with the input was reported, and what cannot be read is the same for nobody.
    var known: [Diagnostic] = []
    var listing = "waybook \(waybookVersion)\n"
    func add(_ folder: InputFolder, where isWanted: (String) -> Bool = { _ in true }) {
      for file in folder.files where isWanted(file) {
        listing += "\(file) \(Fingerprint(of: folder.bytes(file, diagnostics: &known) ?? []))\n"
      }
      listing += "\n"
    }
    add(.disk("", files: [ProjectFile.name]))
    if let playbook = try Input.playbookFolder(options.playbook, project, diagnostics: &known) {
      add(playbook)
    }
    if let path = templates ?? project.templates?.value { add(try .disk(path)) }
    if let path = options.teams ?? project.teams?.value, options.answers.isEmpty {
      add(try .disk(path)) { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    }
    add(.disk("", files: options.answers.sorted()))
    fingerprint = Fingerprint(of: Array(listing.utf8))
  }
}
