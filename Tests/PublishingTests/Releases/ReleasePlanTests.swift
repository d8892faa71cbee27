import SiteFiles
import Testing

@testable import Publishing

/// What is to be done, from what is there.
@Suite struct ReleasePlanTests {
  private static let hashes = ["00000000000000aa", "00000000000000bb", "00000000000000cc"]
  private static let names = hashes.enumerated().map {
    ReleaseName(time: UTCTime(seconds: 1000 + $0.offset), hash: $0.element)
  }

  private func plan(_ hash: String, _ state: TargetState, now: Int = 9000, keep: Int = 5) -> ReleasePlan {
    ReleasePlan(hash: hash, state: state, now: UTCTime(seconds: now), keep: keep)
  }

  private func state(_ count: Int, current: Int?, next: Int? = nil, leftovers: [String] = []) -> TargetState {
    let names = Self.names.prefix(count).map(\.description)
    return TargetState(
      owner: .us, names: names + leftovers, current: current.map { "releases/\(names[$0])" },
      next: next.map { "releases/\(names[$0])" })
  }

  @Test("Old releases go, and what interrupted runs have left, but not what this run goes on with")
  func prune() {
    let hash = "00000000000000dd"
    let state = state(3, current: 2, leftovers: [".incoming-\(hash)", ".incoming-old", ".removed-old"])
    let release = ReleaseName(time: UTCTime(seconds: 9000), hash: hash)
    #expect(
      plan(hash, state, keep: 2).steps == [
        .upload(to: ".incoming-\(hash)", unchangedFrom: Self.names[2]), .verify(".incoming-\(hash)"),
        .flip(to: release, from: ".incoming-\(hash)"),
        .prune([".incoming-old", ".removed-old", Self.names[0].description, Self.names[1].description]),
      ])
  }

  @Test("A release is later than all others, even where the clock went back")
  func clock() {
    #expect(plan("00000000000000dd", state(3, current: 2), now: 5).release.time.seconds == 1003)
    #expect(plan("00000000000000dd", TargetState(owner: .nobody), now: 5).release.time.seconds == 5)
  }

  @Test("The newest release is not made again; only a flip that was interrupted is finished")
  func newest() {
    #expect(plan(Self.hashes[2], state(3, current: 2)).steps == [])
    #expect(plan(Self.hashes[2], state(3, current: 0)).steps == [], "somebody went back")
    let flip = [ReleaseStep.flip(to: Self.names[2], from: nil)]
    #expect(plan(Self.hashes[2], state(3, current: 0, next: 2)).steps == flip)
    #expect(plan(Self.hashes[2], state(3, current: nil)).steps == flip)
    #expect(plan(Self.hashes[1], state(3, current: 2)).steps.count == 3, "an older one is made again")
  }

  @Test(
    "A link that leads elsewhere is no current release", arguments: ["releases/x", "/etc", "", "releases/"])
  func oddLink(link: String) {
    let state = TargetState(owner: .us, names: Self.names.map(\.description), current: link)
    #expect(state.current == nil)
    #expect(state.releases == Self.names)
  }

  @Test(
    "Names of releases are read as they are written, and nothing else is",
    arguments: [
      "", "x", "20270115T080000Z", "20270115T080000Z-12", "20270115T080000Z-00000000000000AA",
      "20270231T080000Z-00000000000000aa", "20270115T080000Z-00000000000000aa-",
      "../20270115T080000Z-00000000000000aa",
      "20270115T256000Z-00000000000000aa",
    ])
  func names(text: String) {
    #expect(ReleaseName(text) == nil)
    let name = ReleaseName(time: UTCTime(seconds: 1_800_000_000), hash: Self.hashes[0])
    #expect(name.description == "20270115T080000Z-00000000000000aa")
    #expect(ReleaseName(name.description) == name)
  }

  @Test("The steps say what they will do")
  func words() {
    let steps: [ReleaseStep] = [
      .upload(to: ".incoming-a", unchangedFrom: nil),
      .upload(to: ".incoming-a", unchangedFrom: Self.names[0]),
      .prune(["a", "b"]),
    ]
    #expect(
      steps.map(\.description) == [
        "upload all files to releases/.incoming-a",
        "upload to releases/.incoming-a what is not in 19700101T001640Z-00000000000000aa", "remove a, b",
      ])
  }
}
