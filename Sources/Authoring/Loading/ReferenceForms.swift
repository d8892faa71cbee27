import Diagnostics
import Rules
import YAML

// The forms of guides, sources, the glossary and data.

/// The items of a file that is one list.
struct Listing<Item: Sendable>: Sendable {
  var items: [Item]
  /// Whether all of them could be read.
  var isWhole: Bool
}

extension Form where Value == Guide {
  /// The front matter of a guide's file.
  static func guide(id: Slug, fileName: String, body: MarkdownText?) -> Self {
    .fields(of: "guide") { fields in
      let title = fields.required("title", .plainText)
      let summary = fields.optional("summary", .plainText)
      let when = fields.optional("when", .condition)
      let sources = fields.optional("sources", .list(of: Form<Slug>.slug.located()))
      return Guide(
        id: id, fileName: fileName, title: title ?? id.text, summary: summary, when: when,
        sources: sources ?? [], body: body, location: fields.node.firstLineLocation)
    }
  }
}

extension Form where Value == Listing<Source> {
  /// The file sources.yaml.
  static var sourcesFile: Self {
    .fields(of: "file of sources") { fields in
      let sources = fields.required("sources", .list(of: .source))
      return Listing(items: sources ?? [], isWhole: fields.isWhole("sources", count: sources?.count))
    }
  }
}

extension Form where Value == Source {
  static var source: Self {
    .fields(of: "source") { fields in
      let id = fields.required("id", .slug)
      let title = fields.required("title", .plainText)
      let author = fields.optional("author", .plainText)
      let date = fields.optional("date", .dateOrPart)
      let url = fields.optional("url", .webAddress)
      let kind = fields.optional("kind", .plainText)
      let claims = fields.optional("claims", .oneOrMore(of: .markdownLine))
      let interest = fields.optional("interest", .plainText)
      let read = fields.optional("read", .word() as Form<Source.Reading>)
      let via = fields.optional("via", .plainText)
      let accessed = fields.optional("accessed", .date)
      guard let id else { return nil }
      return Source(
        id: id, title: title ?? id.text, author: author, date: date, url: url, kind: kind,
        claims: claims ?? [], interest: interest, read: read, via: via, accessed: accessed,
        location: fields.location(of: "id"))
    }
  }
}

extension Form where Value == Listing<Term> {
  /// The file glossary.yaml.
  static var glossaryFile: Self {
    .fields(of: "glossary") { fields in
      let terms = fields.required("terms", .list(of: .term))
      return Listing(items: terms ?? [], isWhole: fields.isWhole("terms", count: terms?.count))
    }
  }
}

extension Form where Value == Term {
  static var term: Self {
    .fields(of: "term") { fields in
      let id = fields.required("id", .slug)
      let title = fields.required("title", .plainText)
      let text = fields.required("text", .markdownLine)
      let also = fields.optional("also", .oneOrMore(of: .plainText))
      let sources = fields.optional("sources", .list(of: Form<Slug>.slug.located()))
      guard let id, let text else { return nil }
      return Term(
        id: id, title: title ?? id.text, text: text, also: also ?? [], sources: sources ?? [],
        location: fields.location(of: "id"))
    }
  }
}

extension Form where Value == String {
  /// A year, a month or a day in ISO 8601 form.
  static var dateOrPart: Self {
    Form<String>.text.map { text, node, diagnostics in
      let padded = text + "-01-01".suffix(max(0, 10 - text.utf8.count))
      if [4, 7, 10].contains(text.utf8.count), CalendarDate(padded) != nil { return text }
      diagnostics.wrongForm(node, expected: "a year, a month or a date such as 2026-11-20")
      return nil
    }
    .shaped(.pattern("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"))
  }

  /// An `https:` or `http:` address.
  static var webAddress: Self {
    Form<String>.text.map { text, node, diagnostics in
      let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
      if isWeb, !text.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0.value < 0x20 }) {
        return text
      }
      diagnostics.wrongForm(node, expected: "an address such as https://example.com/page")
      return nil
    }
    .shaped(.pattern(#"https?://\S*"#))
  }
}

extension Form where Value == DataValue {
  /// Anything: texts, flags, lists and maps; nil where any part of it is broken, since texts may name that part.
  static var data: Self {
    Self(.anything) { node, diagnostics in
      if let items = node.sequence {
        let values = items.compactMap { Form<DataValue>.data.read($0, &diagnostics) }
        return values.count == items.count ? .list(values) : nil
      }
      if let mapping = node.mapping {
        let pairs = Form<[(key: Located<Name>, value: DataValue)]>.pairs(of: .name, .data)
        return pairs.read(node, &diagnostics).flatMap { pairs in
          guard mapping.isComplete, pairs.count == mapping.entries.count else { return nil }
          return .map(Dictionary(pairs.map { ($0.key.value, $0.value) }) { first, _ in first })
        }
      }
      if node.scalar?.style == .plain, let flag = node.scalar?.asBool { return .flag(flag) }
      return Form<String>.text.read(node, &diagnostics).map { .text($0) }
    }
  }
}
