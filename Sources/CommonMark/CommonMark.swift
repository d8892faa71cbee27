// Markdown to pieces of HTML.
//
// 1. `MarkedText` copies the author's text for libcmark and puts private-use characters where GitHub's
//    inlines, citations and destinations stand: each such mark remembers its place in the source.
// 2. `SyntaxTree` has libcmark parse it and copies the tree into a flat array; no C pointer leaves its file.
// 3. `BlockLift` looks for tables and footnotes, which CommonMark does not know. Where it finds some, it puts
//    in their place what CommonMark does know (a heading, a list item) and the text is parsed again.
// 4. `Renderer` walks the tree with a stack of its own and writes pieces: bytes of HTML, and between them
//    what the site fills in: slots, links to content, citations.
//
// It does not know what a step or a source is: it reports every link and citation with its place.
// Specifications: CommonMark 0.30 (spec.commonmark.org/0.30), GitHub Flavored Markdown (github.github.com/gfm).
