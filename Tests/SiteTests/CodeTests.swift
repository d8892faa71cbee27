import Authoring
import Diagnostics
import Foundation
import Highlighting
import Site
import TestSupport
import Testing

/// The default theme's languages, with a project's own before them.
private func languages(_ own: [String: String] = [:]) throws -> (Languages, [Diagnostic], at: TemporaryFolder)
{
  let folder = try TemporaryFolder(["look/README.md": "Our own languages."])
  for (file, text) in own { try folder.write(text, to: "look/\(file)") }
  var diagnostics: [Diagnostic] = []
  let languages = Languages.load(
    defaults: try DefaultTheme.folder(), overrides: try .disk(folder.path("look")),
    library: SourceHighlightFolder.path, diagnostics: &diagnostics)
  return (languages, diagnostics, folder)
}

/// Whether GNU Source-highlight is installed, and the program was built with it.
private let canHighlight = (try? languages()).flatMap { try? Highlighter($0.0) } != nil

@Suite(.enabled(if: canHighlight, "GNU Source-highlight is not installed"))
struct CodeTests {
  private static let guide = """
    ---
    title: Carrying well
    ---
    ```go {2} title="Carry <it>"
    func Carry() {}
    var n = "<b>" // 1
    ```

    ```sh template
    carry --to {{answers.words}} # down
    ```
    """

  private func site(_ own: [String: String] = [:], guide: String = guide) throws -> Sample.Pages {
    let (languages, diagnostics, _) = try languages(own)
    #expect(diagnostics.lines == [])
    let sample = try Sample(["guides/10-carrying.md": guide], highlighter: try Highlighter(languages))
    return try sample.site()
  }

  @Test func codeIsHighlightedOnEveryPageThatShowsItAndTemplatesArePlain() throws {
    let pages = try site()
    for page in ["guides/carrying.html", "print.html"] {
      let html = try pages(page)
      #expect(
        html.contains(
          """
          <span class="keyword">func</span> <span class="function">Carry</span>() {}
          <mark><span class="keyword">var</span> n = <span class="string">&quot;&lt;b&gt;&quot;</span> \
          <span class="comment">// 1</span></mark>
          </code></pre>
          """), "\(page): \(html)")
      #expect(html.contains("<figcaption>Carry &lt;it&gt;</figcaption>"))
      #expect(html.contains("carry --to Sour &amp; warm"))
    }
    #expect(pages.diagnostics.lines == [])
  }

  @Test func aProjectsOwnLanguageIsHighlighted() throws {
    let guide = "---\ntitle: Carrying well\n---\n```cellar\nroll barrel\n```\n\n```go\nroll nil\n```\n"
    let own = [
      "languages/lang.map": "cellar = cellar.lang\ngo = cellar.lang\n",
      "languages/cellar.lang": "keyword = \"roll\"\n",
    ]
    // The definition is read when the page is made.
    let (languages, diagnostics, folder) = try languages(own)
    let sample = try Sample(["guides/10-carrying.md": guide], highlighter: try Highlighter(languages))
    let html = try sample.site()("guides/carrying.html")
    #expect(diagnostics.lines == [])
    #expect(html.contains("<span class=\"keyword\">roll</span> barrel\n"))
    #expect(html.contains("<span class=\"keyword\">roll</span> nil\n"))
    withExtendedLifetime(folder) {}
  }

  @Test func aDefinitionThatCannotBeUsedIsReportedAtItsLine() throws {
    let (_, diagnostics, folder) = try languages(["languages/cellar.lang": "# ours\nkeyword \"roll\"\n"])
    #expect(diagnostics.map(\.id) == ["site.language-definition"])
    #expect(diagnostics.first?.location?.file == folder.path("look/languages/cellar.lang"))
    #expect(diagnostics.first?.location?.start?.line == 2)
  }
}

@Suite struct CodeStyleTests {
  /// The theme's colours, for light pages and for dark ones.
  private static func palettes() throws -> [[Substring: [Double]]] {
    let css = try String(contentsOfFile: Checkout.path("Templates/assets/colours.css"), encoding: .utf8)
    let colours = css.matches(of: /--([a-z-]+): light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\);/).map(\.output)
    return [\.2, \.3].map { (hex: KeyPath<(Substring, Substring, Substring, Substring), Substring>) in
      Dictionary(
        uniqueKeysWithValues: colours.map { colour in
          let number = Int(colour[keyPath: hex], radix: 16) ?? 0
          return (colour.1, [16, 8, 0].map { Double(number >> $0 & 0xFF) / 255 })
        })
    }
  }

  /// The relative luminance of WCAG 2.2.
  private func luminance(_ colour: [Double]) -> Double {
    zip(colour, [0.2126, 0.7152, 0.0722]).map { value, weight in
      weight * (value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4))
    }.reduce(0, +)
  }

  @Test func everyColourOfCodeCanBeReadOnItsGroundAndOnMarkedLines() throws {
    for palette in try Self.palettes() {
      let (raised, open) = (try #require(palette["raised"]), try #require(palette["open"]))
      let marked = zip(open, raised).map { 0.22 * $0 + 0.78 * $1 }
      let colours = palette.filter { $0.key.hasPrefix("code-") || ["text", "bad"].contains($0.key) }
      #expect(colours.count == 10)
      for (name, colour) in colours {
        for ground in [raised, marked] {
          let (a, b) = (luminance(colour) + 0.05, luminance(ground) + 0.05)
          #expect(max(a, b) / min(a, b) >= 4.5, "\(name)")
        }
      }
    }
  }

  @Test func everyKindOfCodeHasAStyle() throws {
    let css = try String(contentsOfFile: Checkout.path("Templates/assets/style.css"), encoding: .utf8)
    for kind in CodePart.Kind.allCases { #expect(css.contains("pre .\(kind.rawValue)"), "\(kind)") }
  }
}
