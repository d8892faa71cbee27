/// Collects pieces; neighbouring bytes become one run.
struct PieceWriter {
  private var pieces: [HTMLPiece] = []
  private var run: [UInt8] = []

  /// Appends literal HTML.
  mutating func write(_ html: StaticString) { run.append(utf8: html) }

  /// Appends literal HTML.
  mutating func write(_ html: some Sequence<UInt8>) { run.append(contentsOf: html) }

  /// Appends a byte of text or of an attribute's value.
  mutating func writeEscaped(_ byte: UInt8) { HTMLEscape.append(byte, to: &run) }

  /// Appends text or an attribute's value.
  mutating func writeEscaped(_ text: some Sequence<UInt8>) {
    for byte in text { HTMLEscape.append(byte, to: &run) }
  }

  /// Appends a byte of a URL.
  mutating func writeURL(_ byte: UInt8) { URLEscape.append(byte, to: &run) }

  /// Appends a number.
  mutating func write(_ number: Int) { run.append(contentsOf: String(number).utf8) }

  /// Appends what is not bytes.
  mutating func put(_ piece: HTMLPiece) {
    flush()
    pieces.append(piece)
  }

  /// Appends what another writer wrote.
  mutating func write(pieces: [HTMLPiece]) {
    for piece in pieces {
      if case .bytes(let bytes) = piece { write(bytes) } else { put(piece) }
    }
  }

  /// Ends the line where one has begun.
  mutating func startLine() {
    switch (run.last, pieces.last) {
    case (UInt8(ascii: "\n"), _), (nil, nil): return
    case (nil, .bytes(let bytes)) where bytes.last == UInt8(ascii: "\n"): return
    default: run.append(UInt8(ascii: "\n"))
    }
  }

  /// Ends the run, so that what follows begins a new piece, and says how many pieces there are.
  mutating func splitPieces() -> Int {
    flush()
    return pieces.count
  }

  /// Everything written.
  consuming func finish() -> [HTMLPiece] {
    flush()
    return pieces
  }

  private mutating func flush() {
    guard !run.isEmpty else { return }
    // A copy of just this size; the buffer is kept for the next run.
    pieces.append(.bytes(run.withUnsafeBufferPointer { Array($0) }))
    run.removeAll(keepingCapacity: true)
  }
}
