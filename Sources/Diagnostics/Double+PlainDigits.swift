extension Double {
  /// To two decimals, without trailing zeros, as programs read it.
  package var inPlainDigits: String {
    let rounded = (self * 100).rounded() / 100
    return Int64(exactly: rounded).map(String.init) ?? "\(rounded)"
  }
}
