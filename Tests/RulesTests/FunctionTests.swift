import Testing

@Suite("Functions")
struct FunctionTests {
  @Test(
    "'size' counts code points, elements and entries",
    arguments: [
      ("size('')", "0"), ("size('πέντε')", "5"), ("'e\u{301}'.size()", "2"), ("size([1, 2])", "2"),
      ("{1: 'one'}.size()", "1"), ("size(1)", "error rules.type"),
    ])
  func size(rule: String, json: String) {
    #expect(evaluate(rule) == json)
  }

  @Test(
    "Texts are searched by code point",
    arguments: [
      ("'foobar'.startsWith('foo')", "true"), ("'foobar'.startsWith('')", "true"),
      ("''.startsWith('foo')", "false"),
      ("'завтра'.startsWith('за')", "true"), ("'foobar'.endsWith('bar')", "true"),
      ("'forté'.endsWith('té')", "true"),
      ("''.endsWith('x')", "false"), ("'abababc'.contains('ababc')", "true"),
      ("'Straße'.contains('aß')", "true"),
      ("'hello'.contains('')", "true"), ("''.contains('')", "true"), ("'hello'.contains('ol')", "false"),
      ("'a'.contains(1)", "error rules.type"),
    ])
  func texts(rule: String, json: String) {
    #expect(evaluate(rule) == json)
  }

  @Test(
    "Conversions keep the value or fail",
    arguments: [
      ("int(-123.456)", "-123"), ("int(1.9)", "1"), ("int(-7.9)", "-7"), ("int('987')", "987"),
      ("int(1)", "1"),
      ("int(double(36028797018963969))", "36028797018963968"), ("int(1e99)", "error rules.overflow"),
      ("int(9223372036854775807.0)", "error rules.overflow"),
      ("int(-9223372036854775808.0)", "error rules.overflow"), ("int(0.0/0.0)", "error rules.overflow"),
      ("int('1.5')", "error rules.conversion"), ("int('')", "error rules.conversion"),
      ("int(true)", "error rules.type"),
      ("double(9223372036854775807)", "9.223372036854776e+18"), ("double('-0.0')", "-0.0"),
      ("double('6.02214e23')", "6.02214e+23"), ("double('NaN')", "\"NaN\""),
      ("double('x')", "error rules.conversion"),
      ("string(123)", "\"123\""), ("string(-4.5e-3)", "\"-0.0045\""), ("string(123.456)", "\"123.456\""),
      ("string(2.0)", "\"2\""), ("string(true)", "\"true\""), ("string('a')", "\"a\""),
      ("string(null)", "error rules.type"),
      ("bool('TRUE')", "true"), ("bool('t')", "true"), ("bool('1')", "true"), ("bool('False')", "false"),
      ("bool('f')", "false"), ("bool('TrUe')", "error rules.conversion"), ("bool(true)", "true"),
      ("bool(1)", "error rules.type"),
    ])
  func conversions(rule: String, json: String) {
    #expect(evaluate(rule) == json)
  }
}
