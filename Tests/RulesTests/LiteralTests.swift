import Testing

@Suite("Literals")
struct LiteralTests {
  @Test(
    "A literal stands for its value",
    arguments: [
      ("true", "true"), ("false", "false"), ("null", "null"),
      ("0", "0"), ("9223372036854775807", "9223372036854775807"),
      ("-9223372036854775808", "-9223372036854775808"), ("0x7fffffffffffffff", "9223372036854775807"),
      ("-0xAf", "-175"), ("0x0", "0"),
      ("1.5", "1.5"), (".99", "0.99"), ("1e3", "1000.0"), ("-2.3e+1", "-23.0"), ("5E-1", "0.5"),
      ("1e-324", "0.0"), ("-(0.0)", "-0.0"),
      ("''", "\"\""), ("\"it's\"", "\"it's\""), ("'say \"x\"'", "\"say \\\"x\\\"\""),
      ("'''x''x'''", "\"x''x\""), ("\"\"\"a\nb\"\"\"", "\"a\\nb\""), ("''' \r\n '''", "\" \\r\\n \""),
      ("r'\\n'", "\"\\\\n\""), ("R\"\\\"", "\"\\\\\""), ("r'''\\a'b'''", "\"\\\\a'b\""), ("r\"\"", "\"\""),
      ("[]", "[]"), ("[1, 'a', true,]", "[1, \"a\", true]"),
      ("{}", "{}"), ("{'b': 1, 2: [], true: null,}", "{\"b\": 1, \"2\": [], \"true\": null}"),
    ])
  func literal(rule: String, json: String) {
    #expect(evaluate(rule) == json)
  }

  @Test(
    "An escape sequence stands for its character",
    arguments: [
      (#"'\a\b\f\v'"#, #""\u0007\u0008\u000c\u000b""#), (#"'\n\r\t'"#, #""\n\r\t""#),
      (#"'\\ \? \" \' \`'"#, #""\\ ? \" ' `""#),
      (#"'\x41\X5a'"#, #""AZ""#), (#"'\101\377'"#, #""Aÿ""#), (#"'\u270c'"#, #""✌""#),
      (#"'\U0001f431'"#, #""🐱""#), (#"'\ud83d\udc31'"#, #""🐱""#), (#"'\000'"#, #""\u0000""#),
      (#"'\U00088888' == '\#u{88888}'"#, "true"),
    ])
  func escape(rule: String, json: String) {
    #expect(evaluate(rule) == json)
  }

  @Test("Comments and white space part tokens and mean nothing")
  func space() {
    #expect(evaluate("1 // one\n\t+\r\n\u{0C}2 // two") == "3")
    #expect(evaluate("'//' + '#'") == "\"//#\"")
  }
}
