import SiteFiles
import Testing

@Suite struct ManifestTests {
  private let manifest = Manifest(units: [
    .team("payments/ledger-api"): ["payments/ledger-api/index.html": Fingerprint(of: [1])],
    .shared: ["index.html": Fingerprint(of: []), "answer.html": Fingerprint(of: [2, 3])],
    .assets("1f"): ["assets/1f/style.css": Fingerprint(of: [4])],
    .team("a \"quoted\"\\ \u{1} name"): [:],
  ])

  @Test("The file is sorted, has one line for each file, and has no time in it")
  func text() {
    #expect(
      String(decoding: manifest.json, as: UTF8.self) == #"""
        {
          "version": 1,
          "shared": {
            "answer.html": "2-a0d71229f0bfc840",
            "index.html": "0-ef46db3751d8e999"
          },
          "assets": {
            "1f": {
              "assets/1f/style.css": "1-64b9da3ed69d6732"
            }
          },
          "teams": {
            "a \"quoted\"\\ \u0001 name": {},
            "payments/ledger-api": {
              "payments/ledger-api/index.html": "1-8a4127811b21e730"
            }
          }
        }

        """#)
  }

  @Test("What is written can be read again")
  func roundTrip() throws {
    #expect(try Manifest(json: manifest.json) == manifest)
    #expect(try Manifest(json: Manifest().json) == Manifest())
  }

  @Test("It remembers whose last build failed, with files of an earlier one or without")
  func failures() throws {
    let manifest = Manifest(units: [.team("web"): [:]], failed: ["web", "api"])
    #expect(
      String(decoding: manifest.json, as: UTF8.self) == #"""
        {
          "version": 1,
          "failed": ["api", "web"],
          "teams": {
            "web": {}
          }
        }

        """#)
    #expect(try Manifest(json: manifest.json) == manifest)
  }

  @Test(
    "A file that is no manifest, or could lead out of the site, is refused with the reason",
    arguments: [
      (#"{"version": 2, "sites": []}"#, "it has version 2, and this Waybook knows version 1"),
      (
        #"{"version": 1, "teams": {"a": {"../x": "0-ef46db3751d8e999"}}}"#,
        "it is no manifest: '../x' has the name '..', and a path inside the site cannot"
      ),
      (#"{"version": 1, "teams": {"a": {"x": "0"}}}"#, "it is no manifest: '0' is no fingerprint"),
    ])
  func refusal(json: String, sentence: String) {
    let problem = #expect(throws: Manifest.Problem.self) { try Manifest(json: Array(json.utf8)) }
    #expect(problem?.description == sentence)
  }

  @Test(
    "Broken JSON is refused in words",
    arguments: [
      ("", "it is not JSON, or no object"), ("{", "it is not JSON, or no object"),
      ("[]", "it is not JSON, or no object"), ("{}", "'version' is missing"),
      (#"{"version": 1}"#, "'teams' is missing"),
      (#"{"version": "1"}"#, "what stands at 'version' has another form"),
      (#"{"version": 1, "teams": {"web": 3}}"#, "what stands at 'teams.web' has another form"),
    ])
  func brokenJSON(json: String, reason: String) {
    let problem = #expect(throws: Manifest.Problem.self) { try Manifest(json: Array(json.utf8)) }
    #expect(problem?.description == "it is no manifest: \(reason)")
  }
}
