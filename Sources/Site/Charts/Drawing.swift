import Templating

/// An SVG picture as it is drawn (Scalable Vector Graphics 1.1, W3C 2011): shapes with classes, which the style
/// sheet colours, and no script. It has a title and a description for those who cannot see it; the same
/// figures stand in a table beside it.
struct Drawing {
  /// Where a text is held.
  enum Anchor: String {
    case start, middle, end
  }

  private var shapes: [UInt8] = []
  private let width: Double

  /// - Parameter width: in units of the picture, which the page scales.
  init(width: Double) { self.width = width }

  /// A filled rectangle; none where it has no area.
  mutating func bar(x: Double, y: Double, width: Double, height: Double, _ name: String) {
    guard width > 0, height > 0 else { return }
    write(
      "<rect class=\"\(name)\" x=\"\(x.coordinate)\" y=\"\(y.coordinate)\" width=\"\(width.coordinate)\" "
        + "height=\"\(height.coordinate)\"/>")
  }

  /// A straight line.
  mutating func line(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double), _ name: String) {
    write(
      "<line class=\"\(name)\" x1=\"\(from.x.coordinate)\" y1=\"\(from.y.coordinate)\" "
        + "x2=\"\(to.x.coordinate)\" y2=\"\(to.y.coordinate)\"/>")
  }

  /// A square on its point, as gates are drawn.
  mutating func diamond(x: Double, y: Double, size: Double, _ name: String) {
    let points = [(x, y - size), (x + size, y), (x, y + size), (x - size, y)]
    let path = points.map { "\($0.0.coordinate),\($0.1.coordinate)" }.joined(separator: " ")
    write("<polygon class=\"\(name)\" points=\"\(path)\"/>")
  }

  /// A line of text, its base line at `y`.
  mutating func text(_ text: String, x: Double, y: Double, _ name: String, anchor: Anchor = .start) {
    let held = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    write("<text class=\"\(name)\" x=\"\(x.coordinate)\" y=\"\(y.coordinate)\"\(held)>")
    shapes.appendEscaped(text)
    write("</text>")
  }

  /// The element.
  ///
  /// - Parameters:
  ///   - id: an id that no other element of the page has, nor any that begins with it.
  ///   - height: in units of the picture.
  func svg(id: String, title: String, description: String, height: Double) -> [UInt8] {
    var svg = Array(
      ("<svg class=\"chart\" role=\"img\" viewBox=\"0 0 \(width.coordinate) \(height.coordinate)\" "
        + "aria-labelledby=\"\(id)-title \(id)-description\"><title id=\"\(id)-title\">").utf8)
    svg.appendEscaped(title)
    svg += "</title><desc id=\"\(id)-description\">".utf8
    svg.appendEscaped(description)
    return svg + "</desc>".utf8 + shapes + "</svg>".utf8
  }

  private mutating func write(_ markup: String) { shapes += markup.utf8 }
}

extension Double {
  /// To a tenth, and without a fraction that is zero.
  fileprivate var coordinate: String {
    let tenths = Int((self * 10).rounded())
    return tenths % 10 == 0
      ? String(tenths / 10) : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
