import CommonMark

/// An address from the input that a page may link to: http, https or mailto, percent-encoded.
struct WebAddress: Sendable {
  /// The address as an attribute holds it.
  let html: [UInt8]

  /// Nil where the text is no such address.
  init?(_ text: String) {
    let lower = text.lowercased()
    guard ["http://", "https://", "mailto:"].contains(where: lower.hasPrefix) else { return nil }
    var html: [UInt8] = []
    do { try SlotContext.urlStart.write(text, into: &html) } catch { return nil }
    self.html = html
  }
}
