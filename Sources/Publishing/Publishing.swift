// Puts a site on disk, so that at every moment the folder holds one whole site.
//
// 1. `SiteWriter` opens an output folder: it takes the lock, finishes or undoes what a killed run left,
//    and refuses a folder that Waybook did not make.
// 2. Units of files are put aside, in a staging folder. What has not changed is a hard link to the old file,
//    so bytes and times stay; nothing is ever written in place.
// 3. `finish` adds what the user put into the site and the manifest, syncs the disk once, and exchanges the
//    staging folder with the site in one step (`Exchange`); where the file system refuses that, it moves the
//    files one by one, pages last (`PiecemealMove`).
// 4. A `Journal` says which of the two has begun, so that after a kill or a power cut the next run knows what
//    to do (`Recovery`).
//
// A site that is on disk is published by `Releases`, to a folder (`FolderHost`) or through ssh (`SSHHost`):
//
// 5. `InspectedSite` reads all files and compares them with the manifest; `ReleasePlan` says, from what is in the target,
//    which steps there are: upload, verify, flip, prune.
// 6. Both hosts do the same few things, in the order that `Releases` has, so that a run can end anywhere.
//
// Beside it, `SingleFile` replaces one file of the user's in the same spirit. Only the files in System call the
// operating system, and only `Tool` starts programs. The room does not know what a page or a team's answers are.
