import Diagnostics
import Testing

@Suite struct NearMissTests {
  @Test(arguments: [
    ("race_incident", "race_incidents"), ("protcols", "protocols"), ("Team", "team"), ("wieght", "weight"),
  ])
  func `a name with a slip finds what was meant`(name: String, meant: String) {
    #expect(NearMiss.of(name, among: ["race_incidents", "protocols", "team", "weight", "p99_ms"]) == meant)
  }

  @Test(arguments: ["zzz", "", "a_name_like_no_other"])
  func `a name like none finds nothing`(name: String) {
    #expect(NearMiss.of(name, among: ["race_incidents", "protocols"]) == nil)
  }

  @Test func `ties go to the first in the alphabet`() {
    #expect(NearMiss.of("bat", among: ["cat", "bar", "mat"]) == "bar")
  }
}
