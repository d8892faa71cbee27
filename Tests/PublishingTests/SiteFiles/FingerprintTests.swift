import SiteFiles
import Testing

@Suite struct FingerprintTests {
  @Test(
    "The hash is that of the reference implementation, with and without whole stripes of 32 bytes",
    arguments: [
      ("", "0-ef46db3751d8e999"),
      ("a", "1-d24ec4f1a98c6e5b"),
      ("abc", "3-44bc2cf5ad770999"),
      ("Nobody inspects the spammish repetition", "39-fbcea83c8a378bf1"),
    ])
  func referenceValues(text: String, expected: String) {
    #expect(Fingerprint(of: Array(text.utf8)).description == expected)
  }

  @Test("What it prints can be read again", arguments: [0, 1, 7, 8, 31, 32, 33, 100, 5000])
  func roundTrip(length: Int) {
    let fingerprint = Fingerprint(of: (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    #expect(fingerprint.size == length)
    #expect(Fingerprint(fingerprint.description) == fingerprint)
  }

  @Test(
    "Other text is no fingerprint", arguments: ["", "-", "3", "3-", "-44bc", "x-44bc2cf5ad770999", "3-xyz"])
  func malformed(text: String) {
    #expect(Fingerprint(text) == nil)
  }
}
