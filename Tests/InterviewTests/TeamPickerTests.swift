import Authoring
import Testing

@testable import Interview

@Suite struct TeamPickerTests {
  private let keys = ["payments/ledger", "payments/vault", "web"].compactMap { TeamKey($0) }

  @Test(
    "a team is chosen by number or by name, or begun",
    arguments: [
      ("2", "payments/vault"), ("web", "web"), ("search", "search"), ("payments/api", "payments/api"),
    ])
  func chosen(line: String, key: String) {
    var picker = TeamPicker(among: keys, asked: nil)
    _ = picker.receive(line)
    #expect(picker.choice?.description == key)
  }

  @Test(arguments: ["", "0", "4", "Web Team", "a//b", "a/b/c"])
  func `a wrong entry says what is expected`(line: String) {
    var picker = TeamPicker(among: keys, asked: nil)
    let words = Typesetter().text(of: picker.receive(line))
    #expect(words.contains("a number from 1 to 3, or an id"))
    #expect(picker.choice == nil)
  }

  @Test func `a team that is there needs no choice`() {
    #expect(TeamPicker(among: keys, asked: TeamKey("web")).choice?.description == "web")
  }

  @Test func `of a team with several subjects one is chosen`() {
    var picker = TeamPicker(among: keys, asked: TeamKey("payments"))
    #expect(picker.choice == nil)
    #expect(Typesetter().text(of: picker.begin()).contains("  2  payments/vault\n"))
    _ = picker.receive("api")
    #expect(picker.choice?.description == "payments/api")
  }

  @Test func `a new team is begun only after a yes, since it may be a slip`() {
    var picker = TeamPicker(among: keys, asked: TeamKey("wbe"))
    #expect(Typesetter().text(of: picker.begin()).contains("There is no team 'wbe' yet; did you mean 'web'?"))
    var other = picker
    _ = other.receive("n")
    _ = other.receive("web")
    #expect(other.choice?.description == "web")
    _ = picker.receive("y")
    #expect(picker.choice?.description == "wbe")
  }

  @Test func `one can leave`() {
    var picker = TeamPicker(among: [], asked: nil)
    #expect(
      Typesetter().text(of: picker.begin()).hasPrefix("There are no answers yet. Name the first team.\n"))
    _ = picker.receive("q")
    #expect(picker.isLeft)
  }
}
