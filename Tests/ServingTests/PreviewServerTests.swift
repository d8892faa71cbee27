import Diagnostics
import Foundation
import Serving
import SiteFiles
import TestSupport
import Testing

@Suite struct PreviewServerTests {
  private static let site = [
    SiteFile("index.html", text: "<html><head></head><body>all</body></html>"),
    SiteFile("web/index.html", text: "<html><head></head><body>web</body></html>"),
    SiteFile("assets/style.css", text: "a{}"), SiteFile("web/file of steps.csv", text: "1"),
  ]

  private func preview(_ files: [SiteFile]? = site, _ problems: [Diagnostic] = []) -> Preview {
    Preview(files: files, problems: problems, printer: TextPrinter(colours: false) { _ in nil })
  }

  /// Serves a preview for as long as some work takes.
  private func serve(
    _ preview: Preview, host: String = "127.0.0.1",
    _ work: @escaping @Sendable (PreviewServer, UInt16) throws -> Void
  ) async throws {
    let server = PreviewServer(at: try #require(PreviewAddress(host: host, port: 0)), showing: preview)
    try await server.run { url in
      let port = try #require(UInt16(url.split(separator: ":").last?.dropLast() ?? ""))
      // On a thread that may wait: those of tasks are few, and the server needs one.
      try await withCheckedThrowingContinuation { done in
        Thread.detachNewThread { done.resume(with: Result { try work(server, port) }) }
      }
    }
  }

  private func problem(_ severity: Diagnostic.Severity = .error) -> Diagnostic {
    let place = SourceLocation(file: "a.yaml", start: SourcePosition(line: 3, column: 7))
    return Diagnostic(severity, "test.problem", at: place, "Not <b>\"good\"</b> & {{role}}")
  }

  @Test func `pages get the script, other files no other byte, and each its type`() async throws {
    try await serve(preview()) { _, port throws in
      let page = try HTTPExchange("/web/", port: port)
      #expect(page.status == 200 && page.fields["content-type"] == "text/html; charset=utf-8")
      #expect(
        page.body.hasPrefix(
          "<html><head><script defer src=\"/_waybook/preview.js\" data-page=\"web/index.html\""))
      #expect(page.body.hasSuffix("</head><body>web</body></html>"))
      #expect(page.fields["cache-control"] == "no-store")
      #expect(page.fields["content-security-policy"]?.hasPrefix("default-src 'self';") == true)
      let style = try HTTPExchange("/assets/style.css", port: port)
      #expect(style.body == "a{}" && style.fields["content-type"] == "text/css; charset=utf-8")
      #expect(try HTTPExchange("/web/file%20of%20steps.csv", port: port).body == "1")
      #expect(try HTTPExchange("/_waybook/preview.js", port: port).body.contains("EventSource"))
    }
  }

  @Test func `HEAD tells the length without the bytes, a folder leads to its page`() async throws {
    try await serve(preview()) { _, port throws in
      let head = try HTTPExchange("/", method: "HEAD", port: port)
      let page = try HTTPExchange("/", port: port)
      #expect(head.status == 200 && head.body == "")
      #expect(head.fields["content-length"] == "\(page.body.utf8.count)")
      let folder = try HTTPExchange("/web", port: port)
      #expect(folder.status == 302 && folder.fields["location"] == "/web/")
      #expect(try HTTPExchange("/", method: "POST", port: port).status == 405)
    }
  }

  @Test(arguments: [
    "/no.html", "/../Package.swift", "/%2e%2e/%2e%2e/etc/passwd", "/web/../../../etc/passwd", "//etc/passwd",
    "/%00", "/_waybook/../Package.swift",
  ])
  func `nothing but the site is there`(path: String) async throws {
    try await serve(preview()) { _, port throws in
      let answer = try HTTPExchange(path, port: port)
      #expect(answer.status == 404 && answer.body.contains("No such page"), "\(path): \(answer.status)")
    }
  }

  @Test func `what is no address is refused`() async throws {
    try await serve(preview()) { _, port throws in
      #expect(try HTTPExchange("/%ff", port: port).status == 400)
      #expect(try HTTPExchange("http://evil.example/", port: port).status == 400)
    }
  }

  @Test func `only requests to this computer's own names are answered`() async throws {
    try await serve(preview()) { _, port throws in
      for host in ["127.0.0.1", "localhost:\(port)", "LOCALHOST", "[::1]:1"] {
        #expect(try HTTPExchange("/", port: port, host: host).status == 200, "\(host)")
      }
      for host in [
        "evil.example", "evil.example:\(port)", "localhost.evil.example", "192.168.1.7", "", "127.0.0.1@evil",
      ] {
        let answer = try HTTPExchange("/", port: port, host: host)
        #expect(answer.status == 421 && !answer.body.contains("all"), "\(host)")
      }
    }
    try await serve(preview(), host: "0.0.0.0") { _, port throws in
      #expect(try HTTPExchange("/", port: port, host: "192.168.1.7:\(port)").status == 200)
      #expect(try HTTPExchange("/", port: port, host: "evil.example").status == 421)
    }
  }

  @Test func `an address is one of this computer, and known to be its own`() {
    #expect(PreviewAddress(host: "localhost", port: 0)?.isLoopback == true)
    #expect(PreviewAddress(host: "::1", port: 0)?.isLoopback == true)
    #expect(PreviewAddress(host: "0.0.0.0", port: 0)?.isLoopback == false)
    #expect(PreviewAddress(host: "example.com", port: 0) == nil)
  }

  @Test func `a page is told of its own changes and those of assets, and not of others`() async throws {
    @Sendable func events(_ port: UInt16) throws -> String {
      try HTTPExchange("/_waybook/events?web%2Findex.html", port: port, until: "\n\n").body
    }
    try await serve(preview()) { server, port in
      let first = try events(port)
      #expect(first.contains("\"problems\":\"\""))
      var site = Self.site
      site[0] = SiteFile("index.html", text: "other")
      server.show(preview(site))
      #expect(try events(port) == first)
      site[2] = SiteFile("assets/style.css", text: "b{}")
      server.show(preview(site))
      let second = try events(port)
      #expect(second != first)
      server.show(preview())
      #expect(try events(port) == first)
    }
  }

  @Test func `problems lie over pages as text, with their place`() async throws {
    try await serve(preview(Self.site, [problem(), problem(.warning)])) { _, port throws in
      let told = try HTTPExchange("/_waybook/events?index.html", port: port, until: "\n\n").body
      #expect(
        told.contains("a.yaml:3:7: error: Not &lt;b&gt;&quot;good&quot;&lt;/b&gt; &amp; {{role}}"),
        "\(told)")
      #expect(told.contains("a.yaml:3:7: warning: ") && told.contains("role=\\\"alert\\\""))
      #expect(try HTTPExchange("/", port: port).body.hasSuffix("<body>all</body></html>"))
    }
    try await serve(preview(Self.site, [problem(.warning)])) { _, port throws in
      let told = try HTTPExchange("/_waybook/events?index.html", port: port, until: "\n\n").body
      #expect(told.contains("role=\\\"status\\\""))
    }
  }

  @Test func `without a site the page is the problems`() async throws {
    try await serve(preview(nil, [problem()])) { server, port in
      let alone = try HTTPExchange("/web/", port: port)
      #expect(alone.status == 503 && alone.body.contains("a.yaml:3:7: error: Not &lt;b&gt;"))
      server.show(preview())
      #expect(try HTTPExchange("/web/", port: port).status == 200)
    }
  }
}
