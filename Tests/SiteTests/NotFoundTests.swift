import SiteFiles
import TestSupport
import Testing

@Suite struct NotFoundTests {
  @Test func withoutAnAddressThePageNeedsNoOtherFile() throws {
    let page = try PortfolioPages([.sample()]).notFound
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(!page.contains("assets/") && !page.contains("<script") && !page.contains("style="))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(page.contains("href=\"index.html\"") && page.contains("href=\"../../../index.html\""))
  }

  @Test(arguments: ["https://example.org/books", "https://example.org/books/"])
  func withAnAddressEveryLinkIsWhole(_ url: String) throws {
    let page = try PortfolioPages([.sample()], url: url).notFound
    let links = page.matches(of: #/(?:href|src)="([^"]*)"/#).map { String($0.1) }
    #expect(links.count == 6)
    #expect(
      links.allSatisfy { $0.hasPrefix("https://example.org/books/") && !$0.dropFirst(8).contains("//") })
    #expect(links.contains("https://example.org/books/index.html"))
  }
}
