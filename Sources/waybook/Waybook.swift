import ArgumentParser

// The commands: options in, one call to a library, exit code out.
//
// Data goes to standard output, words about it to standard error. Exit codes: 0 done; 1 problems in the input,
// and nothing written; 2 the world failed, such as a disk; 3 done with --keep-going while some teams failed;
// 64 wrong usage.

@main struct Waybook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waybook",
    abstract: "Generates tailored migration playbooks: a static site for each team.",
    discussion: """
      An author writes a playbook: decision criteria, questions and steps. A team writes its answers. Waybook \
      merges the two into a site made for that team.

        waybook build --playbook go-to-rust --answers ledger.yaml --output site

      In a folder with a waybook.yaml no option is needed.

      Exit codes: 0 done; 1 problems in the input, and nothing written; 2 the world failed, such as a disk; \
      3 done with --keep-going while some teams failed; 64 wrong usage.
      """,
    version: waybookVersion,
    subcommands: [
      New.self, Ask.self, Build.self, Publish.self, Serve.self, Check.self, Test.self, Diff.self,
      Explain.self, Schema.self, Eval.self, Render.self,
    ])

  static func main() async {
    Console.holdStreams()
    await main(nil)
  }
}

/// ArgumentParser's option, and not a playbook's.
typealias Option = ArgumentParser.Option

/// The version of the tool, as `--version` prints it.
let waybookVersion = "0.1.0"
