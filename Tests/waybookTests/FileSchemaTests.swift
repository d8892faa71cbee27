import Foundation
import TestSupport
import Testing

/// `waybook schema`: what an editor is told about the files that people write.
@Suite struct FileSchemaTests {
  private static let kinds = [
    "playbook", "questions", "criterion", "step", "guide", "data", "sources", "glossary", "tests", "answers",
    "shared-answers", "project", "words",
  ]

  @Test(arguments: kinds)
  func `each kind of file has a schema`(kind: String) throws {
    let schema = try schema(kind)
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["type"] as? String == "object" || kind == "data")
  }

  @Test func `answers are those to the questions of the playbook that is named`() throws {
    let project = try Project()
    let run = try project.run("schema", "answers")
    #expect(run.status == 0 && run.stderr == "", "\(run.stderr)")
    let named = try Program.run(["schema", "answers", "--playbook", "playbook"], in: project.folder.url)
    #expect(named.stdout == run.stdout)
    #expect(run.stdout.contains(#""outages" : {"#))
    let elsewhere = try TemporaryFolder()
    let any = try Program.run(["schema", "answers"], in: elsewhere.url)
    #expect(any.status == 0 && !any.stdout.contains(#""outages" : {"#))
  }

  @Test func `a playbook with mistakes is told, and makes no schema`() throws {
    let project = try Project()
    try project.edit("playbook/playbook.yaml", "version: 2.1.0", "version: new")
    let run = try project.run("schema", "answers")
    #expect(
      run.status == 1 && run.stdout == "" && run.stderr.contains("playbook/playbook.yaml:3:10: error: "))
  }

  @Test func `a kind that is not there is wrong usage`() throws {
    let run = try Program.run(["schema", "question"], in: Checkout.root)
    #expect(run.status == 64 && run.stderr.contains("did you mean 'questions'?"), "\(run.stderr)")
    #expect(run.stderr.contains("Known: \(Self.kinds.joined(separator: ", "))."))
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1", "slow, needs PyPI"))
  func `the schemas take all content, and no key that is unheard of`() throws {
    let packages = ["jsonschema==4.23.0", "pyyaml==6.0.3"]
    guard let tools = try PythonTools.installed("file-schemas", packages: packages) else { return }
    let content = try FileManager.default.contentsOfDirectory(atPath: Checkout.path("Content"))
    for playbook in content.sorted() where !playbook.hasSuffix(".md") {
      let folder = try TemporaryFolder()
      for kind in Self.kinds {
        let named = ["--playbook", Checkout.path("Content/\(playbook)")]
        let run = try Program.run(["schema", kind] + named, in: folder.url)
        try folder.write(run.stdout, to: "\(kind).json")
      }
      let checked = try tools.run(
        Self.validation, [Checkout.path("Content/\(playbook)"), Checkout.path("Templates/words.yaml")],
        in: folder.url)
      #expect(checked.status == 0, "\(playbook): \(checked.stdout)\(checked.stderr)")
    }
  }

  private func schema(_ kind: String) throws -> [String: Any] {
    let folder = try TemporaryFolder()
    let run = try Program.run(["schema", kind], in: folder.url)
    let schema = try JSONSerialization.jsonObject(with: Data(run.stdout.utf8))
    return try #require(schema as? [String: Any])
  }

  /// Reads YAML as an editor does: dates stay texts, and only `true` and `false` are flags.
  private static let validation = """
    import json, pathlib, re, sys, yaml
    from jsonschema import Draft202012Validator

    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))

    playbook, words = map(pathlib.Path, sys.argv[1:])
    files = {
        "playbook": ["playbook.yaml"], "questions": ["questions/*.yaml"], "criterion": ["criteria/*.md"],
        "step": ["steps/*.md"], "guide": ["guides/*.md"], "data": ["data/*.yaml"], "sources": ["sources.yaml"],
        "glossary": ["glossary.yaml"], "tests": ["tests/*.yaml"], "answers": ["examples/*.yaml"],
    }
    schemas = {}
    for file in pathlib.Path(".").glob("*.json"):
        schemas[file.stem] = json.loads(file.read_text())
        Draft202012Validator.check_schema(schemas[file.stem])
    found = [(kind, path) for kind, globs in files.items() for glob in globs for path in playbook.glob(glob)]
    assert len(found) >= 8, found
    problems = []
    for kind, path in found + [("words", words)]:
        text = path.read_text()
        if path.suffix == ".md":
            text = text.split("---\\n")[1]
        content = yaml.load(text, Loader)
        validator = Draft202012Validator(schemas[kind])
        problems += [f"{path}: {error.json_path}: {error.message}" for error in validator.iter_errors(content)]
        if kind in ("data", "words"):
            continue
        content["unheard_of"] = "x"
        if validator.is_valid(content):
            problems.append(f"{path}: the schema takes a key that is unheard of")
    print("\\n".join(problems))
    sys.exit(1 if problems else 0)
    """
}
