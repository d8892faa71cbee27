import Diagnostics
import Rules
import Templating
import YAML

/// How a value is written in YAML: reads a node, or says what is wrong with it.
struct Form<Value> {
  /// Reads a node; nil, after a diagnostic, where it does not have the form.
  let read: (YAMLNode, inout [Diagnostic]) -> Value?
  /// What it takes. It is made only for schemas, which are rare beside nodes.
  let shape: () -> Shape

  /// A form.
  init(_ shape: @autoclosure @escaping () -> Shape, read: @escaping (YAMLNode, inout [Diagnostic]) -> Value?)
  {
    (self.shape, self.read) = (shape, read)
  }

  /// The same form, with its values turned into others; nil from `transform` must have been reported.
  func map<Other>(_ transform: @escaping (Value, YAMLNode, inout [Diagnostic]) -> Other?) -> Form<Other> {
    Form<Other>(shape()) { node, diagnostics in
      read(node, &diagnostics).flatMap { transform($0, node, &diagnostics) }
    }
  }

  /// The same form, of which a schema can say more.
  func shaped(_ shape: @autoclosure @escaping () -> Shape) -> Self { Self(shape(), read: read) }

  /// The same form, keeping the place.
  func located() -> Form<Located<Value>> where Value: Sendable {
    map { value, node, _ in Located(value, at: node.location) }
  }
}

extension Form where Value == String {
  /// A text, not empty; numbers and words such as `no` stay as written.
  static var text: Self {
    Self(.text) { node, diagnostics in
      guard let scalar = node.scalar, !scalar.isNull else {
        diagnostics.wrongForm(node, expected: "a text")
        return nil
      }
      if let character = scalar.text.unicodeScalars.first(where: \.isPrivateUse) {
        diagnostics.append(.privateUseCharacter(character, in: scalar))
        return nil
      }
      return scalar.text
    }
  }
}

extension Form where Value == PlainText {
  /// A text that says something.
  static var nonBlankText: Self {
    Form<String>.text.map { text, node, diagnostics in
      if text.contains(where: { !$0.isWhitespace }) { return text }
      diagnostics.wrongForm(node, expected: "a text that is not blank")
      return nil
    }
  }

  /// A text of a playbook that pages show as it is. A tag in it is a mistake, since nothing fills it in.
  static var plainText: Self {
    nonBlankText.map { text, node, diagnostics in
      // Making the expression takes longer than all else that is done to a text, and hardly any text has a tag.
      if text.utf8.contains(UInt8(ascii: "{")), let tag = text.firstMatch(of: #/{{[{#^&\s]*(\w+)\.\w.*?}}/#),
        TextNames.groups.contains(String(tag.1))
      {
        diagnostics.append(.tagInPlainText(String(tag.0), at: node.location))
      }
      return text
    }
  }
}

extension Form where Value == Bool {
  /// `true` or `false`.
  static var flag: Self {
    Self(.flag) { node, diagnostics in
      if let flag = node.scalar?.asBool { return flag }
      diagnostics.wrongForm(node, expected: "true or false")
      return nil
    }
  }
}

extension Form where Value == Double {
  /// A number in a range.
  static func number(in range: ClosedRange<Double> = -.greatestFiniteMagnitude ... .greatestFiniteMagnitude)
    -> Self
  {
    Self(.number(in: range)) { node, diagnostics in
      guard let number = node.scalar?.asDouble, number.isFinite else {
        diagnostics.wrongForm(node, expected: "a number")
        return nil
      }
      guard range.contains(number) else {
        diagnostics.append(.outOfRange(node, range))
        return nil
      }
      return number
    }
  }

  /// A part of a whole from 0 to 1, written as `60%` or `0.6`.
  static var share: Self {
    Self(.either([.number(in: 0...1), .pattern(#"[0-9]+(\.[0-9]+)?%"#)])) { node, diagnostics in
      let text = node.scalar?.text ?? ""
      let number = text.hasSuffix("%") ? Double(text.dropLast()).map { $0 / 100 } : node.scalar?.asDouble
      guard let number, (0...1).contains(number) else {
        diagnostics.wrongForm(node, expected: "a share such as 60%")
        return nil
      }
      return number
    }
  }
}

extension Form where Value == Int {
  /// A whole number in a range.
  static func integer(in range: ClosedRange<Int>) -> Self {
    Self(.integer(in: range)) { node, diagnostics in
      guard let number = node.scalar?.asInt.flatMap({ Int(exactly: $0) }) else {
        diagnostics.wrongForm(node, expected: "a whole number")
        return nil
      }
      guard range.contains(number) else {
        diagnostics.append(.outOfRange(node, Double(range.lowerBound)...Double(range.upperBound)))
        return nil
      }
      return number
    }
  }
}

extension Form where Value == Name {
  /// What rules write after a dot.
  static var name: Self {
    Form<String>.text.map { text, node, diagnostics in
      if let name = Name(text) { return name }
      diagnostics.append(.notAName(text, at: node.location))
      return nil
    }
    .shaped(.pattern("[a-z][a-z0-9_]*"))
  }
}

extension Form where Value == Slug {
  /// The id of a page, a file or an item.
  static var slug: Self {
    Form<String>.text.map { text, node, diagnostics in
      if let slug = Slug(text) { return slug }
      diagnostics.append(.notASlug(text, at: node.location))
      return nil
    }
    .shaped(.pattern("[a-z0-9]+(-[a-z0-9]+)*"))
  }
}

extension Form where Value == Version {
  /// `1.2.0`.
  static var version: Self {
    Form<String>.text.map { text, node, diagnostics in
      if let version = Version(text) { return version }
      diagnostics.wrongForm(node, expected: "a version such as 1.2.0")
      return nil
    }
    .shaped(.pattern(#"[0-9]+(\.[0-9]+){0,2}"#))
  }
}

extension Form where Value == CalendarDate {
  /// `2026-11-20`.
  static var date: Self {
    Form<String>.text.map { text, node, diagnostics in
      if let date = CalendarDate(text) { return date }
      diagnostics.wrongForm(node, expected: "a date such as 2026-11-20")
      return nil
    }
    .shaped(.pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}"))
  }
}

extension Form where Value == Rule {
  /// A rule.
  static var rule: Self {
    Self(.text) { node, diagnostics in
      guard let scalar = node.scalar, !scalar.isNull else {
        diagnostics.wrongForm(node, expected: "a rule")
        return nil
      }
      if let character = scalar.text.unicodeScalars.first(where: \.isPrivateUse) {
        diagnostics.append(.privateUseCharacter(character, in: scalar))
        return nil
      }
      return Rule(parsing: scalar.located, diagnostics: &diagnostics)
    }
  }
}

extension Form where Value == Rule {
  /// A rule that says whether something holds. One that cannot be read is reported, and then never holds: it
  /// was there all the same, and nothing else is to be said about its absence.
  static var condition: Self {
    Self(.text) { node, diagnostics in
      if let rule = Form.rule.read(node, &diagnostics) { return rule }
      return Rule(
        parsing: LocatedText(SourceFile(path: node.file.path, text: "false")), diagnostics: &diagnostics)
    }
  }
}

extension Form where Value == MarkdownText {
  /// One line of Markdown with tags.
  static var markdownLine: Self {
    Self(.text) { node, diagnostics in
      guard let scalar = node.scalar, !scalar.isNull else {
        diagnostics.wrongForm(node, expected: "a line of Markdown")
        return nil
      }
      let template = Template(parsing: scalar.located, as: .inlineMarkdown, diagnostics: &diagnostics)
      return MarkdownText(template: template, layout: .line)
    }
  }
}

extension Form {
  /// One of a closed set of words.
  static func word() -> Self where Value: RawRepresentable<String> & CaseIterable {
    Form<String>.text.map { text, node, diagnostics in
      if let value = Value(rawValue: text) { return value }
      let allowed = Value.allCases.map(\.rawValue)
      diagnostics.append(.notAWord(text, allowed: allowed, at: node.location))
      return nil
    }
    .shaped(.words(Value.allCases.map(\.rawValue)))
  }

  /// A list; what is wrong with one item does not hide the others.
  static func list<Item>(of item: Form<Item>) -> Form<[Item]> where Value == [Item] {
    Form<[Item]>(.list(of: item.shape())) { node, diagnostics in
      guard let nodes = node.sequence else {
        diagnostics.wrongForm(node, expected: "a list")
        return nil
      }
      return nodes.compactMap { item.read($0, &diagnostics) }
    }
  }

  /// One item, or a list of them.
  static func oneOrMore<Item>(of item: Form<Item>) -> Form<[Item]> where Value == [Item] {
    Form<[Item]>(.either([item.shape(), .list(of: item.shape())])) { node, diagnostics in
      if node.sequence != nil { return Form<[Item]>.list(of: item).read(node, &diagnostics) }
      return item.read(node, &diagnostics).map { [$0] }
    }
  }

  /// A map, as pairs in the order of the file.
  static func pairs<Key, Item>(of key: Form<Key>, _ item: Form<Item>) -> Form<
    [(key: Located<Key>, value: Item)]
  >
  where Value == [(key: Located<Key>, value: Item)], Key: Sendable {
    Form<[(key: Located<Key>, value: Item)]>(.map(of: key.shape(), item.shape())) { node, diagnostics in
      guard let mapping = node.mapping else {
        diagnostics.wrongForm(node, expected: "a map of keys and values")
        return nil
      }
      return mapping.entries.compactMap { entry in
        let name = key.located().read(entry.key.node, &diagnostics)
        let value = item.read(entry.value, &diagnostics)
        guard let name, let value else { return nil }
        return (name, value)
      }
    }
  }

  /// A map with known keys.
  ///
  /// - Parameters:
  ///   - noun: what it describes, for messages: "question".
  ///   - variants: maps in YAML for which `read` takes other keys than for an empty one; for schemas alone.
  ///   - read: takes the keys; unknown ones are reported afterwards.
  static func fields(
    of noun: String, variants: [String] = [], _ read: @escaping (inout Fields) -> Value?
  ) -> Form<Value> {
    func shape() -> Shape {
      let records = (["{}"] + variants).map { Fields.keys(takenFrom: $0, noun: noun) { _ = read(&$0) } }
      return .record(Shape.Record(merging: records, noun: noun))
    }
    return Form<Value>(shape()) { node, diagnostics in
      guard var fields = Fields(of: node, noun: noun, diagnostics: &diagnostics) else { return nil }
      let value = read(&fields)
      fields.finish(&diagnostics)
      return value
    }
  }
}
