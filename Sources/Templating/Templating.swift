// Mustache templates: Markdown bodies whose values become slots, and HTML pages whose values are escaped.
//
// 1. A `Template` is scanned and parsed once, with the place of every tag (`TagScanner`, `TemplateTree`).
//    In Markdown `{{` inside code is literal (`MarkdownCode`).
// 2. A `Resolver` looks every name up in the static schema (`TemplateType`), puts partials, parents and
//    blocks in place, and yields a flat `Program` in which names are numbers.
// 3. A `PageTemplate` runs its program for a view model (`TemplateModel`) into HTML bytes.
// 4. A `BodyTemplate` runs its program for a `PatternKey` (which sections stand, how long lists are); a
//    `BodyPattern` is the Markdown text of one key, with a private-use character for each value, and
//    finds the values of a team without touching the text. A `PatternCache` keeps what was made of it.
//
// It is the public Mustache specification (github.com/mustache/spec) with inheritance, held to a schema:
// a name that the schema does not have is an error at its place, never nothing. Left out, and refused by
// name: set-delimiter tags, dynamic names, partials in circles, text between the blocks of a parent.
// A value may be open (nobody has answered yet): then neither a section over it nor its inverse stands.
//
// It does not read files, parse Markdown or write links.
