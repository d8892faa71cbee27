/// The links and ids in finished HTML, in order.
///
/// It looks for `="`, which stands nowhere in escaped text, so it needs no parser.
struct HTMLAttributes: Sequence {
  /// The attributes that matter.
  enum Name {
    case href, src, id
  }

  /// An attribute with the range of its value's bytes.
  struct Attribute {
    let name: Name
    let value: Range<Int>
  }

  private let html: [UInt8]

  init(_ html: [UInt8]) { self.html = html }

  func makeIterator() -> Iterator { Iterator(html: html) }

  struct Iterator: IteratorProtocol {
    fileprivate let html: [UInt8]
    private var index = 0

    fileprivate init(html: [UInt8]) { self.html = html }

    mutating func next() -> Attribute? {
      html.withUnsafeBytes { html in
        while let equals = html.firstIndex(of: UInt8(ascii: "="), from: index) {
          index = equals + 1
          guard index < html.count, html[index] == UInt8(ascii: "\""),
            let name = Name(endingAt: equals, in: html),
            let end = html.firstIndex(of: UInt8(ascii: "\""), from: index + 1)
          else { continue }
          let value = index + 1..<end
          index = end + 1
          return Attribute(name: name, value: value)
        }
        return nil
      }
    }
  }
}

extension HTMLAttributes.Name {
  /// The attribute whose name ends before an offset.
  fileprivate init?(endingAt end: Int, in html: UnsafeRawBufferPointer) {
    func ends(with name: StaticString) -> Bool {
      let start = end - name.utf8CodeUnitCount
      return start > 0 && html[start - 1] <= UInt8(ascii: " ") && html.has(name, at: start)
    }
    if ends(with: "href") {
      self = .href
    } else if ends(with: "id") {
      self = .id
    } else if ends(with: "src") {
      self = .src
    } else {
      return nil
    }
  }
}
