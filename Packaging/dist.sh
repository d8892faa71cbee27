#!/bin/sh
# Makes what is handed out: a tarball, on Debian and its relatives a package, and their checksums.
#
#   sh Packaging/dist.sh PROGRAM FOLDER
#
# PROGRAM is the release build, and .build/checkouts has the packages that are in it. The same program and the same commit
# make the same bytes, whoever makes them, and wherever.
set -eu
umask 022

program=${1:?the built program is needed} output=${2:?the folder to write to is needed}
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
fail() { echo "$1" >&2; exit 2; }
version=$("$program" --version)
machine=$(uname -m) system=$(uname -s | tr '[:upper:]' '[:lower:]')
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" -c safe.directory="$root" log -1 --format=%ct 2>/dev/null || echo 0)}
export SOURCE_DATE_EPOCH

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$output" "$work/licenses"
output=$(cd "$output" && pwd)

# The licences of what is linked into the program, whole, as those who made it hand them out.
cp "$root/LICENSE" "$work/licenses/waybook"
for checkout in "$root"/.build/checkouts/*/; do
  [ -d "$checkout" ] || fail "There are no packages in $root/.build/checkouts; 'make dist' fetches and builds them"
  name=$(basename "$checkout")
  grep -qw -- "$name" "$here/copyright" || fail "Packaging/copyright does not name $name, which may be in the program"
  for text in "$checkout"LICENSE* "$checkout"NOTICE*; do
    if [ -f "$text" ]; then cat "$text" >>"$work/licenses/$name"; fi
  done
  [ -s "$work/licenses/$name" ] || fail "There is no licence of $name in $checkout"
done
if [ "$system" = linux ]; then
  # macOS has these libraries itself; on Linux they are in the program.
  swift=$(${SWIFT:-swift} -print-target-info | sed -n 's/.*"runtimeResourcePath" *: *"\(.*\)\/lib\/swift.*/\1/p')
  for text in "$swift/share/swift/LICENSE.txt" "$swift/share/doc/swift/LICENSE.txt"; do
    if [ -f "$text" ]; then cp "$text" "$work/licenses/swift"; fi
  done
  [ -s "$work/licenses/swift" ] || fail "There is no licence of Swift in $swift/share/swift"
fi

# What is installed below a prefix such as /usr/local: $1. Below $2 zsh looks for completions there.
install_to() {
  sh "$here/install.sh" "$program" "$1" "$2"
  strip "$1/bin/waybook"
  mkdir -p "$1/share/doc/waybook"
  cp "$root/README.md" "$root/CHANGELOG.md" "$here/copyright" "$1/share/doc/waybook/"
  cp -R "$work/licenses" "$1/share/doc/waybook/"
  chmod -R u=rwX,go=rX "$1/share/doc"
}

# GNU's date, or that of BSD and macOS.
stamp() { date -u -d "@$SOURCE_DATE_EPOCH" +%Y%m%d%H%M.%S 2>/dev/null || date -u -r "$SOURCE_DATE_EPOCH" +%Y%m%d%H%M.%S; }
date_all() { find "$1" -exec env TZ=UTC0 touch -h -t "$(stamp)" {} +; }

name=waybook-$version-$system-$machine
install_to "$work/$name" site-functions
date_all "$work/$name"
case $(tar --version) in *GNU*) owner='--owner=0 --group=0' ;; *) owner='--uid 0 --gid 0' ;; esac
(cd "$work" && find "$name" | LC_ALL=C sort >files)
# shellcheck disable=SC2086 # these are several options
(cd "$work" && COPYFILE_DISABLE=1 tar --format=ustar --numeric-owner $owner --no-recursion -T files -cf "$name.tar")
gzip -6 -n <"$work/$name.tar" >"$output/$name.tar.gz"
made=$name.tar.gz

if command -v dpkg-deb >/dev/null && command -v dpkg-shlibdeps >/dev/null; then
  package=$work/package
  install_to "$package/usr" vendor-completions
  mkdir -p "$package/DEBIAN" "$work/debian"
  # Debian's tools want the folder of a source package, and read the version from its changelog.
  cp "$here/control" "$work/debian/control"
  printf 'waybook (%s) stable; urgency=medium\n\n  * See CHANGELOG.md.\n\n -- Waybook developers <waybook@localhost>  %s\n' \
    "$version" "$(LC_ALL=C date -u -d "@$SOURCE_DATE_EPOCH" '+%a, %d %b %Y %H:%M:%S +0000')" >"$work/debian/changelog"
  (cd "$work" && dpkg-shlibdeps "$package/usr/bin/waybook" && dpkg-gencontrol -P"$package") >"$work/messages" 2>&1 \
    || { cat "$work/messages" >&2; exit 2; }
  grep -q '^shlibs:Depends=.' "$work/debian/substvars" || fail "The libraries that the program needs are in no package"
  date_all "$package"
  package_name=waybook_${version}_$(dpkg --print-architecture).deb
  dpkg-deb --root-owner-group -Zxz -z3 --build "$package" "$output/$package_name" >/dev/null
  made="$made $package_name"
fi

sha256() { if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi; }
cd "$output"
for file in $made; do
  sha256 "$file" >"$file.sha256"
  echo "$output/$file"
done
