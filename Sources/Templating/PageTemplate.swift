/// A theme template, checked against the view model of one kind of page and ready to be rendered.
public struct PageTemplate<Model: TemplateModel>: Sendable {
  let program: Program

  /// Renders a page at the end of a buffer.
  ///
  /// - Parameters:
  ///   - model: the page's values.
  ///   - buffer: what the HTML is appended to.
  ///   - writeOpen: writes the HTML that stands for a value nobody has given yet.
  public func render(
    _ model: Model, into buffer: inout [UInt8], writeOpen: (OpenValue, _ buffer: inout [UInt8]) -> Void
  ) {
    program.render(.record(model), into: &buffer, writeOpen: writeOpen)
  }
}

extension Program {
  /// Runs the program for a root value.
  func render(
    _ root: TemplateValue, into buffer: inout [UInt8], writeOpen: (OpenValue, inout [UInt8]) -> Void
  ) {
    var frames = [Frame(root)]
    run(instructions.indices, &frames, &buffer, writeOpen)
  }

  /// Runs a range of instructions; it nests as deep as sections do, which is limited.
  private func run(
    _ range: Range<Int>, _ frames: inout [Frame], _ buffer: inout [UInt8],
    _ writeOpen: (OpenValue, inout [UInt8]) -> Void
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let next = index + 1
      switch instructions[index] {
      case .literal(let range):
        bytes.withUnsafeBufferPointer { buffer.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
        index = next
      case .print(let lookup):
        print(value(lookup, in: frames), &buffer, writeOpen)
        index = next
      case .printHTML(let lookup):
        let value = value(lookup, in: frames)
        if case .html(let html) = value { buffer += html } else { print(value, &buffer, writeOpen) }
        index = next
      case .section(let lookup, _, let end):
        let value = value(lookup, in: frames)
        switch value.standing {
        case .holds:
          frames.append(Frame(value))
          run(next..<end, &frames, &buffer, writeOpen)
          frames.removeLast()
        case .list(let list):
          frames.append(Frame(list))
          for element in 0..<list.count {
            frames[frames.count - 1].index = element
            run(next..<end, &frames, &buffer, writeOpen)
          }
          frames.removeLast()
        case .fails, .open: break
        }
        index = end
      case .inverse(let lookup, let end):
        if case .fails = value(lookup, in: frames).standing {
          run(next..<end, &frames, &buffer, writeOpen)
        }
        index = end
      }
    }
  }

  /// Prints a value as text; only a raw tag over a value that is HTML does not come here.
  private func print(
    _ value: TemplateValue, _ buffer: inout [UInt8], _ writeOpen: (OpenValue, inout [UInt8]) -> Void
  ) {
    if case .text(let text) = value { return buffer.appendEscaped(text) }
    switch value.printed {
    case .text(let text): buffer.appendEscaped(text)
    case .open(let open): writeOpen(open, &buffer)
    }
  }
}
