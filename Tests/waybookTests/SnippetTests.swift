import Foundation
import TestSupport
import Testing

/// The Go and Rust of the shipped pages, and of pages with mistakes, through the compilers.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["WAYBOOK_TEST_ALL"] == "1", "slow; set WAYBOOK_TEST_ALL=1"))
struct SnippetTests {
  /// Runs the script; what is skipped for want of a compiler or a crate is said.
  private func compile(_ folder: String, work: String) throws -> Program.Output {
    let run = try Program.run(
      "/usr/bin/env", ["python3", Checkout.path("Tests/Snippets/compile.py"), folder, "--work", work])
    for line in run.stdout.split(separator: "\n") where line.hasPrefix("Skipped: ") { print(line) }
    return run
  }

  @Test func `every snippet of the content compiles, or its title says that it does not`() throws {
    let run = try compile("Content", work: Checkout.path(".build/snippets"))
    guard run.status != 127 else { return print("Skipped: there is no Python to compile snippets") }
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.contains(", 0 wrong"), "\(run.stdout)")
  }

  /// A page, and the lines of what is wrong with it, each with a word of the message.
  struct Page: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    var problems: [(line: Int, words: String)] = []
  }

  private static let pages = [
    Page(
      testDescription: "Go that does not compile",
      text: "Text.\n\n```go\nfunc Twice(n int) int {\n\treturn n + m\n}\n```\n", problems: [(5, "m")]),
    Page(
      testDescription: "Go that vet refuses",
      text: "```go\nfunc Say() { fmt.Printf(\"%d\", \"one\") }\n```\n", problems: [(2, "Printf")]),
    Page(
      testDescription: "Rust that does not compile",
      text: "Text.\n\n```rust\nfn twice(n: u32) -> u32 {\n    n + m\n}\n```\n", problems: [(5, "E0425")]),
    Page(
      testDescription: "A mistake in a test",
      text: "```rust\n#[test]\nfn adds() {\n    assert_eq!(1 + 1, \"2\");\n}\n```\n", problems: [(4, "E0277")]
    ),
    Page(
      testDescription: "A mark on what does compile",
      text: """
        ```go title="Go (not compiled)"
        func Fine() {}
        ```

        ```rust title="Rust (not compiled)"
        fn fine() {}
        ```

        """, problems: [(2, "marked as not compiled"), (6, "marked as not compiled")]),
    Page(
      testDescription: "Another error than the title says, and none",
      text: """
        ```rust title="Rust: error E0382"
        fn one() -> u32 { "one" }
        ```

        ```rust title="Rust: error E0382"
        fn fine() {}
        ```

        """, problems: [(2, "E0308"), (6, "and it compiles")]),
    Page(
      testDescription: "A mistake in what is around a snippet",
      text: "<!-- go\nfunc helper() int { return nothing }\n-->\n\n```go\nfunc Fine() {}\n```\n",
      problems: [(6, "around the snippet")]),
    Page(
      testDescription: "Fragments, contexts, imports, marks and expected errors",
      text: """
        <!-- go
        func load(path string) (string, error) {
        	...
        }
        -->
        <!-- rust
        struct Job;
        -->

        ```go compare
        b, err := os.ReadFile(path)
        if err != nil {
        	return "", fmt.Errorf("loading: %w", err)
        }
        return strings.TrimSpace(string(b)), nil
        ```

        ```rust compare
        let jobs: HashMap<String, Job> = HashMap::new();
        println!("{}", jobs.len());
        ```

        What stood before this line is forgotten.

        ```go
        wait := 3 * time.Second
        _ = wait
        ```

        ~~~rust title="Moved: error E0382"
        struct Job;

        fn twice(job: Job) -> (Job, Job) {
            (job, job)
        }
        ~~~

        ```rust title="Left out (not compiled)"
        fn main() { ... }
        ```

        ````markdown
        ```go
        this is shown, not compiled
        ```
        ````

        """),
  ]

  @Test(arguments: pages)
  func `a mistake is told with its page and line`(page: Page) throws {
    let folder = try TemporaryFolder(["guides/page.md": page.text])
    let run = try compile(folder.path("guides"), work: folder.path("work"))
    guard run.status != 127, !run.stdout.contains("Skipped: ") else { return }
    #expect(run.status == (page.problems.isEmpty ? 0 : 1), "\(run.stdout)\(run.stderr)")
    let lines = run.stderr.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(lines.count == page.problems.count, "\(run.stderr)")
    for (line, problem) in zip(lines, page.problems) {
      #expect(line.hasPrefix(folder.path("guides/page.md:\(problem.line):")), "\(line)")
      #expect(line.contains(problem.words), "\(line)")
    }
  }

  @Test func `what cannot be tried here is named and counted`() throws {
    let text = "```go title=\"Go 9.1: not yet\"\nfunc Fine() {}\n```\n"
    let folder = try TemporaryFolder(["guides/page.md": text])
    let run = try compile(folder.path("guides"), work: folder.path("work"))
    guard run.status != 127 else { return }
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.contains("Skipped: \(folder.path("guides/page.md")):2: "), "\(run.stdout)")
    #expect(run.stdout.contains("0 Go, 0 Rust snippets compiled") && run.stdout.contains(" 1 skipped"))
  }
}
