// What Waybook says about its input.
//
// 1. A `SourceFile` is the text of one input file, with its lines; `LocatedText` is text that came from
//    it, such as a rule inside a YAML scalar, and still knows where each character stands.
// 2. Every room appends a `Diagnostic` for each mistake it finds to an `inout [Diagnostic]` and goes on. Where it does
//    that for many things, `mappedSideBySide` does it on all processors and keeps the order.
// 3. `DiagnosticPrinter` shows them to a person (text), a program (JSON) or a pull request (GitHub).
//
// It does not read files and does not decide when to stop; the command does.
