#!/bin/sh
# Packages two checkouts of the same commit, which differ in all that must not matter, and compares what is made.
#
#   sh same-bytes.sh
#
# A small program stands in for Waybook. Ends with 77, and says why, where that cannot be tried here.
set -eu
unset SOURCE_DATE_EPOCH

here=$(cd "$(dirname "$0")/../.." && pwd)
skip() { echo "$1" >&2; exit 77; }
command -v cc >/dev/null || skip "There is no C compiler"
command -v git >/dev/null || skip "There is no git"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf '#include <stdio.h>\nint main(void) { return puts("1.2.3") < 0; }\n' >"$work/program.c"
cc -o "$work/program" "$work/program.c"

# Copies what is packaged, and the licences of its parts, to $1 in the order of the command $2.
copy() {
  mkdir -p "$1"
  (
    cd "$here"
    find Content Packaging Recipes Schemas Templates README.md CHANGELOG.md LICENSE .build/checkouts/*/LICENSE* -type f
  ) | LC_ALL=C $2 >"$work/files"
  (cd "$here" && tar -T "$work/files" -cf "$work/files.tar")
  tar -xf "$work/files.tar" -C "$1"
}

# One without git, as from a tarball of the sources.
one=$work/one
(umask 022 && copy "$one" sort)
# The other with git, with a file that is not the project's, and readable by its owner alone.
other="$work/another place"
(umask 077 && copy "$other" "sort -r" && chmod -R go= "$other")
find "$other" -exec touch -t 200102030405.06 {} +
by_git() { git -C "$other" -c user.name=A -c user.email=a@example.org "$@"; }
by_git init --quiet
by_git add --force Content Packaging Recipes Schemas Templates
GIT_COMMITTER_DATE='1700000000 +0900' by_git commit --quiet --message "Everything"
echo "a draft" >"$other/Content/draft.md"

# Below /dev/shm folders list their files in another order.
elsewhere=$(mktemp -d /dev/shm/waybook.XXXXXX 2>/dev/null || mktemp -d)
trap 'rm -rf "$work" "$elsewhere"' EXIT

(umask 022 && TZ=UTC0 LC_ALL=C SOURCE_DATE_EPOCH=1700000000 sh "$one/Packaging/dist.sh" "$work/program" "$work/first") >"$work/log"
(umask 077 && cd "$other" && TMPDIR=$elsewhere TZ=Asia/Tokyo sh Packaging/dist.sh "$work/program" dist) >>"$work/log"
diff -r "$work/first" "$other/dist"
find "$work/first" -type f -exec basename {} \; | LC_ALL=C sort
