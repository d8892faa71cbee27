import TestSupport
import Testing

/// Wrong usage: what is wrong, and how that command is used.
@Suite struct UsageTests {
  @Test(arguments: [
    ("build", "Error: No playbook is named: give --playbook DIR"),
    ("build --playbook go-to-rust", "Error: No answers are named: give --teams DIR"),
    ("build web --playbook go-to-rust --teams .", "Error: There is no team 'web'"),
    ("explain web --playbook go-to-rust", "Error: No answers are named: give --teams DIR"),
    ("explain web --playbook go-to-rust --teams .", "Error: There is no team 'web'"),
    ("check", "Error: No playbook is named: give --playbook DIR"),
    ("check --teams a --answers b", "Error: Give either --teams or --answers, not both."),
    ("eval a --bind =1", "Error: '=1' is no binding; write NAME=JSON."),
    ("eval a --bind a=1 a=2", "Error: The name 'a' is bound twice; give it one value."),
    ("publish", "Error: No target is named: give a folder or an address"),
    ("publish web", "Error: There is no target 'web' in waybook.yaml; a folder is written with a '/'"),
    ("publish ./a b", "Error: Only --rollback takes a release; give one target."),
    ("publish ./a --list --dry-run", "Error: Give one of --dry-run, --list and --rollback."),
    ("publish ./a --keep 0", "Error: At least one release has to stay: give --keep 1 or more."),
    ("publish ssh://a:geheim@h/x", "Error: A target cannot have a password in it"),
    ("publish ~/site", "Error: '~' is the home folder to a shell alone; write the whole path"),
    ("publish ssh://-oProxyCommand=x/y", "Error: '-oProxyCommand=x' is no name of a host"),
    ("build --shard 1/0", "Error: The value '1/0' is invalid for '--shard <share>'"),
    ("build --shard 3/2", "Error: The value '3/2' is invalid for '--shard <share>'"),
    ("check --report json=a --report sarif=a", "Error: Two reports go to 'a': give each a file of its own."),
    ("eval true --playbook a", "Error: Give --playbook and --answers together, or neither."),
  ])
  func `wrong usage shows the usage of the command`(arguments: String, message: String) throws {
    let folder = try TemporaryFolder()
    let words = arguments.split(separator: " ").map(String.init)
    let output = try Program.run(words, in: folder.url)
    #expect(output.status == 64)
    #expect(output.stdout == "")
    let lines = output.stderr.split(separator: "\n")
    #expect(lines.first?.hasPrefix(message) == true, "\(output.stderr)")
    #expect(lines.contains { $0.hasPrefix("Usage: waybook \(words[0]) ") }, "\(output.stderr)")
    #expect(lines.last == "  See 'waybook \(words[0]) --help' for more information.")
  }
}
