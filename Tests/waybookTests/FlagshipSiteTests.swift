import Foundation
import TestSupport
import Testing

/// The three example sites of the flagship, as a browser would read them.
@Suite struct FlagshipSiteTests {
  private static let site = Result { () throws -> [String: Data] in
    let folder = try TemporaryFolder()
    let examples = Checkout.path("Content/go-to-rust/examples")
    let built = try Program.run(
      ["build", "--playbook", "go-to-rust", "--teams", examples, "--output", "site"], in: folder.url)
    #expect(built.status == 0, "\(built.stderr)")
    var files: [String: Data] = [:]
    for file in folder.files(below: "site") {
      files[file] = try Data(contentsOf: folder.url.appending(path: "site/\(file)"))
    }
    return files
  }

  private static func pages() throws -> [String: HTMLPage] {
    try site.get().filter { $0.key.hasSuffix(".html") }.mapValues(HTMLPage.init)
  }

  @Test func `the examples come out with three verdicts`() throws {
    let portfolio = HTMLPage(try #require(try Self.site.get()["index.html"])).source
    for verdict in ["Move piece by piece", "Pilot one component", "Don&#39;t move yet"] {
      #expect(portfolio.contains(verdict), "\(verdict)")
    }
  }

  @Test(arguments: ["go-to-rust", "skeleton", "vm-to-kubernetes"])
  func `every question stands on the questionnaire`(playbook: String) throws {
    let folder = try TemporaryFolder(["blank.yaml": "{}\n"])
    let source = Checkout.path("Content/\(playbook)")
    let built = try Program.run(["build", "--playbook", source, "--answers", "blank.yaml"], in: folder.url)
    #expect(built.status == 0, "\(built.stderr)")
    let page = try folder.text("site/answer.html")
    var ids: [String] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: "\(source)/questions") {
      let text = try String(contentsOfFile: "\(source)/questions/\(file)", encoding: .utf8)
      ids += text.matches(of: #/\n  - id: (\w+)/#).map { String($0.1) }
    }
    #expect(ids.count > 4)
    for id in ids { #expect(page.contains("data-question=\"\(id)\""), "\(id)") }
    #expect(page.ranges(of: "data-question=").count == ids.count)
    #expect(!page.contains("Only where <code>"), "a condition that has no words")
  }

  @Test func `every internal link and anchor leads somewhere, by name of a file`() throws {
    let (files, pages) = (try Self.site.get(), try Self.pages())
    let anchors = pages.mapValues { Set($0.anchors) }
    #expect(pages.count > 100)
    for (name, page) in pages {
      #expect(Set(page.anchors).count == page.anchors.count, "\(name) has an id twice")
      for link in page.links where !link.hasPrefix("https://") && !link.hasPrefix("http://") {
        let (path, fragment) = Self.parts(of: link)
        let target = path.isEmpty ? name : Self.resolved(path, from: name)
        #expect(files[target] != nil, "\(name) links to \(link)")
        if let fragment {
          #expect(anchors[target]?.contains(fragment) == true, "\(name) links to \(link)")
        }
      }
    }
  }

  @Test func `every page has a title of its own, and one first heading`() throws {
    let pages = try Self.pages()
    let titles = pages.values.map { $0.source.split(separator: "<title>")[1].split(separator: "</title>")[0] }
    #expect(Set(titles).count == titles.count)
    for (name, page) in pages { #expect(page.source.components(separatedBy: "<h1").count == 2, "\(name)") }
  }

  @Test func `no page has a script or a style within, and none loads from elsewhere`() throws {
    for (name, page) in try Self.pages() {
      let source = page.source
      for part in source.components(separatedBy: "<script").dropFirst() {
        #expect(part.prefix { $0 != ">" }.contains(" src=\""), "\(name)")
      }
      #expect(!source.contains("<style"), "\(name)")
      #expect(!source.contains(" style=\""), "\(name)")
      for tag in ["<img", "<script", "<link", "<iframe"] {
        for part in source.components(separatedBy: tag).dropFirst() {
          #expect(!part.prefix { $0 != ">" }.contains("//"), "\(name): \(tag)")
        }
      }
      for event in ["onclick=", "onload=", "onerror=", "onchange="] {
        #expect(!source.contains(" \(event)"), "\(name)")
      }
    }
  }

  private static func parts(of link: String) -> (path: String, fragment: String?) {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return (parts[0], parts.count > 1 ? parts[1].removingPercentEncoding : nil)
  }

  private static func resolved(_ path: String, from page: String) -> String {
    var folders = page.split(separator: "/").dropLast().map(String.init)
    for part in (path.removingPercentEncoding ?? path).split(separator: "/").map(String.init) {
      if part == ".." { _ = folders.popLast() } else { folders.append(part) }
    }
    return folders.joined(separator: "/")
  }
}
