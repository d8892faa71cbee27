import ArgumentParser
import Authoring
import Diagnostics
import Foundation
import Rules
import Tailoring

struct Eval: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Evaluates a rule and prints its value as JSON.",
    discussion: """
        waybook eval 'size(protocols) > 1' --bind 'protocols=["grpc", "rest"]'

      With --playbook and --answers the rule is checked first, and sees what a criterion of the playbook sees.
      An open answer gives {"unknown": [names]}, one that does not apply {"not_applicable": [names]}. Private \
      answers are printed as well: whoever runs this has the file at hand, so mind where the output goes.
      """)

  @Argument(help: "The rule.")
  var rule: String

  @Option(
    name: .customLong("bind"), parsing: .upToNextOption,
    help: ArgumentHelp("A name and its value, as NAME=JSON; names may have dots.", valueName: "name=json"))
  var bindings: [String] = []

  @Option(help: "The playbook whose names the rule may use.", completion: .directory)
  var playbook: String?

  @Option(help: "The answers file whose answers the rule sees.", completion: .file(extensions: ["yaml"]))
  var answers: String?

  func validate() throws {
    if (playbook == nil) != (answers == nil) {
      throw ValidationError("Give --playbook and --answers together, or neither.")
    }
    if playbook != nil, !bindings.isEmpty {
      throw ValidationError("Names are bound by --bind or by --playbook and --answers, not by both.")
    }
    for binding in bindings where !binding.contains("=") || binding.hasPrefix("=") {
      throw ValidationError("'\(binding)' is no binding; write NAME=JSON.")
    }
    let names = bindings.map { Self.parts(of: $0).name }
    for (index, name) in names.enumerated() where names[..<index].contains(name) {
      throw ValidationError("The name '\(name)' is bound twice; give it one value.")
    }
  }

  func run() throws {
    try Console.run(Self.self) {
      var diagnostics: [Diagnostic] = []
      let source = SourceFile(path: "<rule>", text: rule)
      var result: String?
      if let rule = Rule(parsing: LocatedText(source), diagnostics: &diagnostics),
        let names = try names(for: rule, diagnostics: &diagnostics), !diagnostics.containsErrors
      {
        let outcome = rule.evaluate(names)
        if case .error(let error) = outcome { diagnostics.append(rule.diagnostic(for: error)) }
        result = outcome.json
      }
      let sources = Console.Sources([source] + bindingFiles)
      Console.show(diagnostics, sources)
      guard let result, !diagnostics.containsErrors else { throw ExitCode.problemsInInput }
      try Console.write(result + "\n")
    }
  }

  /// What the rule sees; nil, with diagnostics, where that is broken.
  private func names(for rule: Rule, diagnostics: inout [Diagnostic]) throws -> Bindings? {
    guard let playbook, let answers else { return parsedBindings(&diagnostics) }
    var options = InputOptions()
    (options.playbook, options.answers) = (playbook, [answers])
    let input = try Input(options, diagnostics: &diagnostics)
    guard let playbook = input.playbook, let teams = input.teams, let entry = teams.entries.first,
      let answers = teams.answers(entry, for: playbook, diagnostics: &diagnostics)
    else { return nil }
    guard !diagnostics.containsErrors else { return nil }
    _ = rule.check(in: playbook.criterionScope, diagnostics: &diagnostics)
    return playbook.tailored(to: answers, diagnostics: &diagnostics).criterionBindings
  }

  private var bindingFiles: [SourceFile] {
    bindings.map { binding in
      let (name, json) = Self.parts(of: binding)
      return SourceFile(path: "<\(name)>", text: json)
    }
  }

  private func parsedBindings(_ diagnostics: inout [Diagnostic]) -> Bindings {
    var names: Bindings = [:]
    for (binding, file) in zip(bindings, bindingFiles) {
      let path = Self.parts(of: binding).name.split(separator: ".").map(String.init)
      if let value = RuleValue(json: LocatedText(file), diagnostics: &diagnostics) {
        names.bind(path, to: .value(value))
      }
    }
    return names
  }

  private static func parts(of binding: String) -> (name: String, json: String) {
    let index = binding.firstIndex(of: "=") ?? binding.endIndex
    return (String(binding[..<index]), String(binding[index...].dropFirst()))
  }
}
