import TestSupport
import Testing

@Suite struct EvalTests {
  @Test(arguments: [
    (["1 + 2 * 3"], "7"), (["'a' + \"b\""], "\"ab\""), (["[1, 2.0, true, null]"], "[1, 2.0, true, null]"),
    (["a.b > 2 && c", "--bind", "a.b=3", "c=true"], "true"),
    (["size(protocols)", "--bind", "protocols=[\"grpc\", \"rest\"]"], "2"),
  ])
  func `a rule is evaluated and printed as JSON`(arguments: [String], json: String) throws {
    let output = try Program.run(["eval"] + arguments)
    #expect(output.status == 0)
    #expect(output.stdout == json + "\n")
    #expect(output.stderr == "")
  }

  @Test(arguments: [
    ("1/0", "<rule>:1:2: error: Division of an int by zero"), ("1 +", "<rule>:1:"),
    ("nobody", "<rule>:1:1: error: "), ("b'x'", "<rule>:1:1: error: "),
  ])
  func `an error is a diagnostic and exit code 1`(rule: String, message: String) throws {
    let output = try Program.run(["eval", rule])
    #expect(output.status == 1)
    #expect(output.stdout == "")
    #expect(output.stderr.hasPrefix(message), "\(output.stderr)")
  }

  @Test(arguments: [
    ("answers.race_incidents == 'many'", "true"), ("answers.delivery", "\"with_effort\""),
    ("facts.race_pain && size(answers.native_code) == 0", "true"),
  ])
  func `with a playbook and answers it sees what a criterion sees`(rule: String, json: String) throws {
    let playbook = Checkout.path("Content/go-to-rust")
    let output = try Program.run(
      ["eval", rule, "--playbook", playbook, "--answers", "\(playbook)/examples/dispatch.yaml"])
    #expect(output.status == 0, "\(output.stderr)")
    #expect(output.stdout == json + "\n")
  }

  @Test func `an open answer is unknown, by name`() throws {
    let folder = try TemporaryFolder(["blank.yaml": "playbook: go-to-rust\n"])
    let output = try Program.run(
      [
        "eval", "answers.objective == 'x' || answers.pains == []", "--playbook", "go-to-rust", "--answers",
        "blank.yaml",
      ],
      in: folder.url)
    #expect(output.status == 1)
    #expect(output.stderr.contains("'x'"))
    let open = try Program.run(
      ["eval", "answers.code_size", "--playbook", "go-to-rust", "--answers", "blank.yaml"], in: folder.url)
    #expect(open.stdout == "{\"unknown\": [\"answers.code_size\"]}\n")
  }

  @Test(arguments: [
    ["eval"], ["eval", "1", "--bind", "x"], ["eval", "1", "--playbook", "x"], ["evil", "1"],
  ])
  func `wrong usage is exit code 64`(arguments: [String]) throws {
    #expect(try Program.run(arguments).status == 64)
  }
}
