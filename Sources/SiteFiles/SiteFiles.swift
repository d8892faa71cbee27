// What a site is made of, before anything touches a disk.
//
// 1. A `RelativePath` names a file inside a site. It cannot lead out of it.
// 2. A `SiteFile` is a path and its bytes.
// 3. A `SiteUnit` is what is built, kept or dropped as a whole: one team's files, or the shared ones.
// 4. A `Manifest` lists the files of a site by unit, with the size and hash of each. It is how the next
//    build knows what Waybook made and what has changed.
//
// It reads and writes no files: Publishing does.
