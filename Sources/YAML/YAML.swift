// YAML with places: text -> a tree whose every node knows where it stands, and edits that keep comments.
//
// 1. `EventReader` hands out libyaml's events as Swift values; it is the only file that touches pointers.
// 2. `TreeBuilder` makes `YAMLNode`s of them and reports what a Waybook file may not hold: duplicate keys,
//    tags, merge keys, endless aliases.
// 3. `YAMLDocument` puts the two together. Where libyaml stops at a syntax error, `TrapReader` says what it
//    means, and `Recovery` takes out the smallest part that lets libyaml get past, so that one run reports
//    every mistake of a file.
// 4. `FrontMatter` finds the YAML at the head of a Markdown file.
// 5. `YAMLEdit` splices values into a file, reads the result back, and refuses where it is not what was meant.
//
// It does not resolve scalars by itself: `no` stays the text no until somebody asks for a boolean
// (YAMLScalar+Resolution). It does not read files, and it knows nothing of playbooks.
