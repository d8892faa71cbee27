// Code -> the parts that a style sheet colours.
//
// 1. `Languages` say which definition a fence's language has: one that comes with a theme, else one of GNU
//    Source-highlight.
// 2. `SourceHighlight` has the library split the lines, through one C function, and takes nothing of what comes
//    back but the ranges: where they do not add up to the code, byte for byte, it stays plain.
// 3. A `Highlighter` does so once for each block of code, however many pages show it.
//
// It writes no HTML and knows no Markdown. The library reads its definitions from disk itself.
// Their language: www.gnu.org/software/src-highlite/source-highlight.html#Language-Definitions
