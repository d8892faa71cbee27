import Testing

@Suite("Operators")
struct OperatorTests {
  @Test(
    "Ints keep to 64 bits, and what does not fit is an error",
    arguments: [
      ("7 / 2", "3"), ("-7 / 2", "-3"), ("42 % 5", "2"), ("43 % -5", "3"), ("-42 % -5", "-2"),
      ("-3 % 5", "-3"),
      ("2 + 3 * 4 - 1", "13"), ("(2 + 3) * 4", "20"), ("10 - 2 - 3", "5"), ("4 * 4 / 4 * 4 / 4", "4"),
      ("--19", "19"), ("-(42)", "-42"), ("- -1", "1"),
      ("9223372036854775807 + 1", "error rules.overflow"),
      ("-9223372036854775808 - 1", "error rules.overflow"),
      ("-(-9223372036854775808)", "error rules.overflow"),
      ("-9223372036854775808 / -1", "error rules.overflow"),
      ("-9223372036854775808 % -1", "error rules.overflow"),
      ("5000000000 * 5000000000", "error rules.overflow"),
      ("1 / 0", "error rules.division-by-zero"), ("1 % 0", "error rules.division-by-zero"),
      ("1 + 1.0", "error rules.type"), ("-true", "error rules.type"), ("1 + 'a'", "error rules.type"),
    ])
  func ints(rule: String, json: String) {
    #expect(evaluate(rule) == json)
  }

  @Test(
    "Doubles follow IEEE 754, rounded from the decimal result where it is short",
    arguments: [
      ("4.25 + 15.25", "19.5"), ("42.5 * 0.2", "8.5"), ("0.0625 / 0.002", "31.25"),
      ("-8.875 / (-0.0625)", "142.0"),
      ("15.75 / 0.0", "\"Infinity\""), ("-15.75 / 0.0", "\"-Infinity\""), ("0.0 / 0.0", "\"NaN\""),
      ("2.0 * 8.988466e+307", "\"Infinity\""), ("1e-324 / 2.0", "0.0"), ("15.36 * 0.0", "0.0"),
      ("47.5 % 5.5", "error rules.type"), ("-0.0 < 0.0", "false"), ("-0.0 == 0.0", "true"),
    ])
  func doubles(rule: String, json: String) {
    #expect(evaluate(rule) == json)
  }

  @Test(
    "Sums, differences and products of decimals are those of a person with a pencil",
    arguments: [
      ("4.1 - 1.1", "3.0"), ("4.1 - 1.1 >= 3.0", "true"), ("0.1 + 0.2 == 0.3", "true"),
      ("0.3 - 0.1 - 0.2", "0.0"), ("3.6 <= 1.2 * 3.0", "true"), ("1.1 * 1.1 == 1.21", "true"),
      ("1e-7 + 2e-7 == 3e-7", "true"), ("-4.1 + 1.1", "-3.0"), ("0.1 - 0.3", "-0.2"),
      ("1.0 / 3.0 * 3.0", "1.0"), ("1.0 / 3.0 + 1.0 / 3.0 + 1.0 / 3.0", "1.0"),
      ("1e300 + 0.1 == 1e300", "true"), ("1e-300 * 1.5 == 1.5e-300", "true"),
      ("1.5e300 * 1e300", "\"Infinity\""),
      ("0.5 - 0.0/0.0", "\"NaN\""), ("1.0/0.0 - 0.5", "\"Infinity\""),
    ])
  func decimals(rule: String, json: String) {
    #expect(evaluate(rule) == json)
  }

  @Test(
    "Values are equal by type and content, numbers by value across int and double",
    arguments: [
      ("1 == 1.0", "true"), ("1 != 1.5", "true"), ("[1] == [1.0]", "true"), ("'a' == 1", "false"),
      ("null == false", "false"), ("null == null", "true"), ("[] == {}", "false"), ("'' == null", "false"),
      ("{'k': 1, 'm': 2} == {'m': 2.0, 'k': 1}", "true"), ("{'k': 1} == {'k': 1, 'm': 2}", "false"),
      ("{'k':'v', 1:1} == {'k':'v', 1:'v1'}", "false"), ("[1, 2, null] == [1, null, 3]", "false"),
      ("[[]] == [[]]", "true"), ("0.0/0.0 == 0.0/0.0", "false"), ("0.0/0.0 != 0.0/0.0", "true"),
      ("[0.0/0.0] == [0.0/0.0]", "false"), ("1 == 0.0/0.0", "false"),
      ("9007199254740993 == 9007199254740992.0", "false"), ("9007199254740992 == 9007199254740992.0", "true"),
      ("'r\u{E9}sum\u{E9}' == 're\u{301}sume\u{301}'", "false"),
    ])
  func equality(rule: String, json: String) {
    #expect(evaluate(rule) == json)
  }

  @Test(
    "Numbers, texts by code point and bools have an order, anything else has none",
    arguments: [
      ("-1 < 0", "true"), ("1 < 1.5", "true"), ("2.5 >= 2", "true"), ("1 <= 1.0", "true"),
      ("9007199254740993 > 9007199254740992.0", "true"),
      ("9223372036854775807 < 9223372036854777857.0", "true"),
      ("-9223372036854775808 <= -9223372036854775809.0", "true"), ("-2 > -2.5", "true"),
      ("-3 < -2.5", "true"),
      ("1 < 0.0/0.0", "false"), ("1 >= 0.0/0.0", "false"),
      ("'Abc' < 'aBC'", "true"), ("'abc' < 'abcd'", "true"), ("'a' < 'á'", "true"), ("'' < ''", "false"),
      ("'\u{FFFB}' < '\u{1F431}'", "true"), ("false < true", "true"), ("true >= true", "true"),
      ("[0] < [1]", "error rules.type"), ("null < null", "error rules.type"),
      ("{0:'a'} < {1:'b'}", "error rules.type"), ("1 < 'a'", "error rules.type"),
    ])
  func order(rule: String, json: String) {
    #expect(evaluate(rule) == json)
  }

  @Test(
    "'&&' and '||' are decided by one operand, whichever side it stands on",
    arguments: [
      ("false && 1/0 > 0", "false"), ("1/0 > 0 && false", "false"), ("1/0 > 0 || true", "true"),
      ("true || 'x'", "true"), ("'x' || true", "true"), ("x || true", "true"), ("f(1) || true", "true"),
      ("true && 'x'", "error rules.type"), ("1/0 > 0 || false", "error rules.division-by-zero"),
      ("true && true && false", "false"), ("false || false || true", "true"), ("!!true", "true"),
      ("false && true || true", "true"), ("!0", "error rules.type"),
    ])
  func logic(rule: String, json: String) {
    #expect(evaluate(rule) == json)
  }

  @Test(
    "'?' runs only the branch that it takes",
    arguments: [
      ("true ? 1 : 1/0", "1"), ("false ? 1/0 : 'b'", "\"b\""),
      ("1/0 > 0 ? 1 : 1", "error rules.division-by-zero"),
      ("'x' ? 1 : 2", "error rules.type"), ("false ? 1 : false ? 2 : 3", "3"),
      ("true ? (false ? 1 : 2) : 3", "2"),
      ("true || false ? 'a' : 'b'", "\"a\""),
    ])
  func conditional(rule: String, json: String) {
    #expect(evaluate(rule) == json)
  }

  @Test(
    "'+' joins texts and lists",
    arguments: [
      ("'he' + 'llo'", "\"hello\""), ("'¢' + 'ÿ' + 'Ȁ'", "\"¢ÿȀ\""), ("[1] + [] + ['a']", "[1, \"a\"]"),
      ("'a' - 'b'", "error rules.type"), ("[1] * 2", "error rules.type"),
    ])
  func joining(rule: String, json: String) {
    #expect(evaluate(rule) == json)
  }
}
