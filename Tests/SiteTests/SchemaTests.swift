import Foundation
import SiteFiles
import TestSupport
import Testing

/// The published schema of playbook.json says what a record writes, no more and no less.
@Suite struct SchemaTests {
  private typealias Object = [String: Any]
  private typealias Named = PlaybookRecord.Named

  private static let thing = Named(id: "a", title: "A")

  /// A record with everything that can be there.
  private static let full = PlaybookRecord(
    key: "a", isListed: true, playbook: .init(id: "a", title: "A", version: "1.0.0"), team: "A", subject: "a",
    verdict: .init(
      computed: thing, standing: "open", possible: [thing], known: 0.5,
      decision: .init(verdict: thing, by: ["A"], on: "2027-01-11", because: "b", review: "2027-02-01")),
    scores: [.init(option: thing, points: 1, least: 0, most: 2)],
    criteria: [.init(id: "a", title: "A", state: .known, strength: 1, points: 1, option: "a")],
    rulings: [.init(verdict: thing, criterion: thing, holdsBack: true)],
    steps: [
      .init(
        id: "a", title: "A", phase: thing, status: .inProgress, needs: ["b"],
        checklist: [.init(id: "a", isDone: true)], url: "steps/a.html")
    ],
    sensitivity: .init(
      robustness: 0.5,
      tippingPoints: [.init(questions: ["a"], text: "a", verdict: thing, isChangeable: true)],
      answerFirst: [.init(question: "a", canChangeVerdict: true)]),
    candidates: [
      .init(
        component: thing, least: 0, most: 1, isTied: false, remedies: [.init(questions: ["a"], text: "a")])
    ],
    schedule: .init(
      length: .init(low: 1, likely: 2, high: 3), work: .init(low: 1, likely: 2, high: 3), gate: "a",
      people: 1,
      availability: 1, start: "2027-01-11", end: "2027-01-12",
      steps: [.init(step: "a", start: 0, end: 1, isCritical: true)]),
    gates: [.init(step: thing, outcome: thing, waitsFor: ["a"])],
    measurements: [
      .init(
        id: "a", title: "A", comparison: .tooEarly,
        values: [.init(moment: "a", value: 1, weeks: 1, expected: 1)])
    ],
    nextGate: thing, progress: .init(total: 1, done: 0, inProgress: 1, skipped: 0), openQuestions: [thing],
    answers: [
      .init(
        question: "a", label: "A", state: .answered, value: .choices(["a"]), text: "A", origin: .team,
        isOld: false)
    ],
    newestAnswer: "2026-11-20", pages: [.init(path: "steps/a.html", title: "A")])

  /// The same record without what may be missing.
  private static var bare: PlaybookRecord {
    var record = full
    record.verdict.decision = .init(verdict: thing, by: [], on: nil, because: nil, review: nil)
    record.criteria = [
      .init(id: "a", title: "A", state: .open, strength: nil, points: nil, option: nil)
    ]
    record.rulings[0].holdsBack = nil
    record.sensitivity?.robustness = nil
    record.candidates = [.init(component: thing, least: nil, most: nil, isTied: false, remedies: [])]
    record.schedule?.gate = nil
    record.schedule?.start = nil
    record.schedule?.end = nil
    record.gates = [.init(step: thing, outcome: nil, waitsFor: [])]
    record.measurements[0].values = [.init(moment: "a", value: nil, weeks: nil, expected: nil)]
    record.answers = [
      .init(question: "a", label: "A", state: .open, value: nil, text: nil, origin: nil, isOld: false)
    ]
    record.pages = [.init(path: "index.html", title: nil)]
    return record
  }

  /// The same record without the objects that may be missing.
  private static var empty: PlaybookRecord {
    var record = bare
    (record.verdict.decision, record.sensitivity, record.schedule) = (nil, nil, nil)
    (record.nextGate, record.newestAnswer) = (nil, nil)
    return record
  }

  @Test func everyKeyOfARecordIsInTheSchemaAndTheOtherWayRound() throws {
    let schema = try Self.schema()
    var keys: [String: [Set<String>]] = [:]
    for record in [Self.full, Self.bare, Self.empty] {
      let json = try JSONSerialization.jsonObject(with: Data(record.json))
      Self.collect(json, "", schema, in: schema, &keys)
    }
    var objects = try #require(schema["$defs"] as? [String: Object])
    objects[""] = schema
    for (name, object) in objects.sorted(by: { $0.key < $1.key }) {
      let written = keys[name] ?? []
      let always = written.reduce(written.first ?? []) { $0.intersection($1) }
      let properties = try #require(object["properties"] as? Object)
      #expect(Set(properties.keys) == written.reduce([]) { $0.union($1) }, "\(name)")
      #expect(Set(try #require(object["required"] as? [String])) == always, "\(name)")
      #expect(object["additionalProperties"] as? Bool == false, "\(name)")
    }
  }

  @Test func theSchemaIsThatOfTheRecordsVersion() throws {
    let properties = try #require(try Self.schema()["properties"] as? [String: Object])
    #expect(properties["schema"]?["const"] as? Int == PlaybookRecord.schema)
  }

  /// The keys of every object, by the name of its definition.
  private static func collect(
    _ value: Any, _ name: String, _ schema: Object, in root: Object, _ keys: inout [String: [Set<String>]]
  ) {
    if let reference = schema["$ref"] as? String {
      let name = String(reference.dropFirst("#/$defs/".count))
      let definition = (root["$defs"] as? [String: Object])?[name] ?? [:]
      collect(value, name, definition, in: root, &keys)
    } else if let object = value as? Object {
      keys[name, default: []].append(Set(object.keys))
      let properties = schema["properties"] as? [String: Object] ?? [:]
      for (key, value) in object { collect(value, "\(name).\(key)", properties[key] ?? [:], in: root, &keys) }
    } else if let items = value as? [Any], let schema = schema["items"] as? Object {
      for item in items { collect(item, name, schema, in: root, &keys) }
    }
  }

  private static func schema() throws -> Object {
    let file = try Data(contentsOf: Checkout.root.appending(path: "Schemas/playbook.schema.json"))
    return try #require(try JSONSerialization.jsonObject(with: file) as? Object)
  }

  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1", "slow, needs PyPI"))
  func aValidatorTakesEveryRecord() throws {
    let folder = try TemporaryFolder()
    for (name, record) in [("full", Self.full), ("bare", Self.bare), ("empty", Self.empty)] {
      try folder.write(String(decoding: record.json, as: UTF8.self), to: "records/\(name)/playbook.json")
    }
    let examples = Checkout.path("Content/go-to-rust/examples")
    let built = try Program.run(
      ["build", "--playbook", "go-to-rust", "--teams", examples, "--output", "records/site"], in: folder.url)
    #expect(built.status == 0, "\(built.stderr)")
    guard let tools = try PythonTools.installed("schemas", packages: ["jsonschema==4.23.0"]) else { return }
    let checked = try tools.run(
      """
      import json, pathlib, sys
      from jsonschema import Draft202012Validator
      schema = json.loads(pathlib.Path(sys.argv[1]).read_text())
      Draft202012Validator.check_schema(schema)
      files = list(pathlib.Path("records").rglob("playbook.json"))
      for file in files:
          Draft202012Validator(schema).validate(json.loads(file.read_text()))
      assert len(files) == 6, files
      """, [Checkout.path("Schemas/playbook.schema.json")], in: folder.url)
    #expect(checked.status == 0, "\(checked.stderr)")
  }
}
