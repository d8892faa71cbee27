import Diagnostics

extension Lexer {
  /// Reads an int, decimal or hexadecimal, or a double. A sign before it is an operator.
  mutating func lexNumber() {
    let start = offset
    let isHexadecimal = byte(0) == UInt8(ascii: "0") && byte(1) == UInt8(ascii: "x")
    var isDouble = false
    if isHexadecimal {
      offset += 2
      while let next = byte(0), next.hexadecimalValue != nil { offset += 1 }
    } else {
      skipDigits()
      if byte(0) == UInt8(ascii: "."), byte(1)?.isDigit ?? false {
        isDouble = true
        offset += 1
        skipDigits()
      }
      if skipExponent() { isDouble = true }
    }
    let digits = text(start..<offset)

    if let next = byte(0), next | 0x20 == UInt8(ascii: "u"), !(byte(1)?.continuesWord ?? false) {
      offset += 1
      report({ .leftOut(.unsignedNumbers, at: $0) }, start..<offset)
      append(.refused, from: start)
    } else if let next = byte(0), next.continuesWord {
      while let next = byte(0), next.continuesWord { offset += 1 }
      let word = text(start..<offset)
      report({ .badNumber(word, at: $0) }, start..<offset)
      append(.refused, from: start)
    } else if isDouble {
      appendDouble(digits, from: start)
    } else {
      let magnitude = isHexadecimal ? UInt64(digits.dropFirst(2), radix: 16) : UInt64(digits)
      appendInt(magnitude, digits, from: start)
    }
  }

  private mutating func appendDouble(_ digits: String, from start: Int) {
    guard let value = Double(digits), value.isFinite else {
      report({ .numberTooLarge(digits, at: $0) }, start..<offset)
      return append(.refused, from: start)
    }
    append(.double(value), from: start)
  }

  private mutating func appendInt(_ magnitude: UInt64?, _ digits: String, from start: Int) {
    guard let magnitude, magnitude <= Int64.min.magnitude else {
      if digits == "0x" {
        report({ .badNumber(digits, at: $0) }, start..<offset)
      } else {
        report({ .numberTooLarge(digits, at: $0) }, start..<offset)
      }
      return append(.refused, from: start)
    }
    append(.int(magnitude), from: start)
  }

  private mutating func skipDigits() {
    while let next = byte(0), next.isDigit { offset += 1 }
  }

  /// Passes `e`, a sign if there is one, and digits. Returns whether they were there.
  private mutating func skipExponent() -> Bool {
    guard let letter = byte(0), letter | 0x20 == UInt8(ascii: "e") else { return false }
    let hasSign = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-")
    guard byte(hasSign ? 2 : 1)?.isDigit ?? false else { return false }
    offset += hasSign ? 2 : 1
    skipDigits()
    return true
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  var hexadecimalValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
