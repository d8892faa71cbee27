extension Unicode.Scalar {
  /// Whether it is a private-use character: refused in input, since slots and marks are made of them.
  public var isPrivateUse: Bool {
    switch value {
    case 0xE000...0xF8FF, 0xF_0000...0xF_FFFD, 0x10_0000...0x10_FFFD: true
    default: false
    }
  }
}
