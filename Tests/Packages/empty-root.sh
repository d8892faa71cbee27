#!/bin/sh
# Installs what is handed out into empty Debian roots, as README says, and works with it there.
#
#   sh empty-root.sh PROGRAM CACHE
#
# PROGRAM is the release build; CACHE keeps the empty root for the next run. Ends with 77, and says why, where that cannot
# be tried here.
set -eu

program=$1 cache=$2
here=$(cd "$(dirname "$0")/../.." && pwd)
skip() { echo "$1" >&2; exit 77; }
[ -x "$program" ] || skip "There is no release build; 'make release' makes one"
[ "$(id -u)" -eq 0 ] || skip "Only root can make an empty root"
command -v debootstrap >/dev/null || skip "There is no debootstrap"
command -v dpkg-shlibdeps >/dev/null || skip "There is no dpkg-dev"
grep -q '^ID=debian$' /etc/os-release || skip "This is not Debian"
release=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)

work=$(mktemp -d) roots=
leave() {
  for root in $roots; do umount "$root/proc" 2>/dev/null || true; done
  rm -rf "$work"
}
trap leave EXIT

# An empty root, with the archive that it came from as apt's only one. Where this machine has archives of others for the
# same release, the first that is signed by Debian is taken.
if [ ! -e "$cache/$release/done" ]; then
  rm -rf "$cache" && mkdir -p "$cache"
  # shellcheck disable=SC2016 # fields of apt-get
  for archive in $(apt-get indextargets --no-release-info --format '$(RELEASE)/$(COMPONENT) $(REPO_URI)' 'Created-By: Packages' \
    | awk -v ours="$release/main" '$1 == ours && !seen[$2]++ { print $2 }') http://deb.debian.org/debian; do
    rm -rf "${cache:?}/$release"
    if debootstrap --variant=minbase "$release" "$cache/$release" "$archive" >"$cache/log" 2>&1; then break; fi
    archive=
  done
  [ -n "$archive" ] || skip "debootstrap found no Debian: $(tail -n 1 "$cache/log")"
  # How this machine reaches archives, through a proxy for example.
  apt-config dump Acquire | grep -E '^Acquire::(https?::|Check-|Retries)' >"$cache/$release/etc/apt/apt.conf.d/99host" || true
  cp /etc/resolv.conf "$cache/$release/etc/" 2>/dev/null || true
  : >"$cache/$release/done"
fi

sh "$here/Packaging/dist.sh" "$program" "$work/dist" >"$work/made"
(cd "$work/dist" && sha256sum --check --quiet ./*.sha256)

# What somebody does with it: $1 is what it is called here, $2 the prefix.
# shellcheck disable=SC2016 # expanded in the root
try='set -eu
cd /root
waybook --version
waybook new project --team payments 2>/dev/null
cd project
waybook check --strict 2>/dev/null
waybook build 2>/dev/null
grep -q "No verdict yet" site/payments/index.html
bash -c "source $2/share/bash-completion/completions/waybook
  COMP_WORDS=(waybook bu); COMP_CWORD=1; _waybook; echo \"\${COMPREPLY[*]}\"" | grep -qw build
grep -q "^License: Apache-2.0" "$2/share/doc/waybook/copyright"
grep -q "Permission is hereby granted" "$2/share/doc/waybook/licenses/FlyingFox"
echo "$1 works"'

# Makes another root, like $2: $1.
begin() {
  cp -a "$2" "$work/$1"
  root=$work/$1 roots="$roots $work/$1"
  mount -t proc proc "$root/proc" 2>/dev/null || skip "Nothing can be mounted here"
}
in_root() { chroot "$root" /usr/bin/env LC_ALL=C DEBIAN_FRONTEND=noninteractive "$@"; }
apt_in_root() { in_root apt-get -qq --yes "$@" >"$work/apt" 2>&1 || { cat "$work/apt" >&2; exit 1; }; }

chroot "$cache/$release" apt-get -qq update || skip "The empty root reaches no Debian archive"

begin package "$cache/$release"
cp "$work"/dist/*.deb "$root/root/"
apt_in_root install --no-install-recommends "/root/$(basename "$work"/dist/*.deb)"
in_root sh -c "$try" try "the package" /usr
apt_in_root remove waybook
if in_root sh -c 'command -v waybook'; then echo "The package leaves its program behind" >&2; exit 1; fi

# For the tarball there is what README names, and nothing else.
# shellcheck disable=SC2016 # Markdown
libraries=$(sed -n '/^The tarball /,/^$/p' "$here/README.md" | grep -o '`lib[^`]*`' | tr -d '`')
[ -n "$libraries" ] || { echo "README names no libraries for the tarball" >&2; exit 1; }
begin tarball "$cache/$release"
# shellcheck disable=SC2086 # one package a word
apt_in_root install --no-install-recommends $libraries
tar -xzf "$work"/dist/waybook-*.tar.gz --strip-components=1 -C "$root/usr/local"
in_root sh -c "$try" try "the tarball" /usr/local
