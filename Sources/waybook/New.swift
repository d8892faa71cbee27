import ArgumentParser
import Authoring
import Diagnostics
import Foundation
import Publishing

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begins a project: waybook.yaml, a playbook, one team and a recipe for CI.",
    discussion: """
      With --playbook the project uses a bundled playbook; without it, a small playbook of its own is put into the \
      folder 'playbook', complete and ready to be changed. No file that is there already is touched. \
      Where there is no .gitignore, one tells git to leave the site alone.

        waybook new --playbook go-to-rust --team payments handbook
      """)

  @Argument(help: "The project's folder, which is made where it is missing.", completion: .directory)
  var folder = "."

  @Option(help: "The name of a bundled playbook; without it the project gets one of its own.")
  var playbook: String?

  @Option(help: "The id of the first team.")
  var team = "my-team"

  @Option(help: "Whose recipe for CI: github, gitlab, shell for any other, or none.")
  var ci = NewProject.CI.github

  func run() throws {
    try Console.run(Self.self) {
      guard let id = Slug(team) else {
        throw ValidationError(
          "'\(team)' is no id of a team: write small letters and digits, with '-' between words.")
      }
      if TeamsFolder.isReserved(id) {
        throw ValidationError("No team can be called '\(team)': the site needs a folder of that name.")
      }
      let (content, copied) = try loadedPlaybook()
      let project = NewProject(
        playbook: copied.isEmpty ? content.id.text : Self.ownFolder,
        reference: "\(content.id)@\(content.version.major).\(content.version.minor)", team: team)
      let ignored = FileManager.default.fileExists(atPath: place(NewProject.ignored.path).path)
      let files = project.files + (ignored ? [] : [NewProject.ignored])
      try write(files.map { ($0.path, Array($0.text.utf8)) } + recipe() + copied)
      Console.say("waybook: the project is in \(folder == "." ? "this folder" : folder). Go on with:")
      if ignored {
        let lines = NewProject.ignored.text.split(separator: "\n").joined(separator: " and ")
        Console.say("  (first put \(lines) into .gitignore, so that git leaves alone what is made)")
      }
      if folder != "." { Console.say("  cd \(folder.shellQuoted)") }
      Console.say("  waybook ask \(team)")
      Console.say("  waybook build")
      Console.say("  waybook check")
    }
  }

  /// The recipe for CI, as it comes with the tool.
  private func recipe() throws -> [(path: String, bytes: [UInt8])] {
    guard let recipe = ci.recipe else { return [] }
    guard let path = InstalledFiles.recipe(recipe.name), let bytes = try SingleFile(path).contents() else {
      throw InputError(
        path: "share/waybook/Recipes", reason: "The recipes that come with waybook are not beside it")
    }
    return [(recipe.path, bytes)]
  }

  private static let ownFolder = "playbook"

  /// The bundled playbook, and the files to copy where the project gets its own.
  private func loadedPlaybook() throws -> (Playbook, [(path: String, bytes: [UInt8])]) {
    let bundled = InstalledFiles.playbooks
    let name = playbook ?? InstalledFiles.skeleton
    guard let path = InstalledFiles.bundled(name) else {
      throw ValidationError(
        "There is no bundled playbook '\(name)'\(NearMiss.hint(for: name, among: bundled)); "
          + "there are: \(bundled.joined(separator: ", "))")
    }
    var diagnostics: [Diagnostic] = []
    guard let loaded = Playbook.load(try .disk(path), diagnostics: &diagnostics), !diagnostics.containsErrors
    else {
      Console.show(diagnostics)
      throw Console.problems(diagnostics)
    }
    guard playbook == nil else { return (loaded, []) }
    let files = try InputFolder.disk(path).files.map { file in
      let bytes = try SingleFile("\(path)/\(file)").contents()
      return (path: "\(Self.ownFolder)/\(file)", bytes: bytes ?? [])
    }
    return (loaded, files)
  }

  /// A file of the project.
  private func place(_ path: String) -> SingleFile { SingleFile(folder == "." ? path : "\(folder)/\(path)") }

  /// Writes all files, or none where one of them is there already.
  private func write(_ files: [(path: String, bytes: [UInt8])]) throws {
    let places = files.map { place($0.path) }
    for place in places where FileManager.default.fileExists(atPath: place.path) {
      throw ValidationError("'\(place.path)' is there already; nothing was written.")
    }
    for (place, file) in zip(places, files) { try place.replace(with: file.bytes) }
  }
}

extension NewProject.CI: ExpressibleByArgument {}
