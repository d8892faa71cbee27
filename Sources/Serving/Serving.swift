// A site in memory -> a browser on this computer, and its files on disk -> word of their changes.
//
// 1. A `Preview` is what there is to see: the files of a site, and the problems of its content.
// 2. A `PreviewServer` answers requests with the preview it was given last. Into pages it puts a script, as they are
//    served, and no other byte.
// 3. The script listens. A page is loaded anew where its own bytes or the theme's assets have changed; problems lie
//    over it until they are gone. Their words stand in `Pages`.
// 4. `FileStamps` say which files have changed, by what the disk knows about them.
//
// It makes no site and reads no content: that is the command's work.
