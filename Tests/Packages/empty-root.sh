#!/bin/sh
# Installs what is handed out into an empty Debian root, as README says, and works with it there.
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
grep -q '^ID=debian$' /etc/os-release || skip "This is not Debian"
release=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)

work=$(mktemp -d) root=
leave() {
  [ -z "$root" ] || umount "$root/proc" 2>/dev/null || true
  rm -rf "$work"
}
trap leave EXIT

if [ ! -e "$cache/$release/done" ]; then
  rm -rf "$cache" && mkdir -p "$cache"
  mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null \
    | awk '/^URIs:/ || /^deb / { print $2; exit }')
  debootstrap --variant=minbase "$release" "$cache/$release" "${mirror:-http://deb.debian.org/debian}" >"$cache/log" 2>&1 \
    || skip "debootstrap found no Debian: $(tail -n 1 "$cache/log")"
  # The same sources as this machine has.
  cp /etc/resolv.conf "$cache/$release/etc/" 2>/dev/null || true
  rm -rf "$cache/$release/etc/apt/sources.list" "$cache/$release/etc/apt/sources.list.d" "$cache/$release/etc/apt/apt.conf.d"
  cp -RL /etc/apt/sources.list.d /etc/apt/apt.conf.d "$cache/$release/etc/apt/"
  if [ -e /etc/apt/sources.list ]; then cp /etc/apt/sources.list "$cache/$release/etc/apt/"; fi
  : >"$cache/$release/done"
fi

sh "$here/Packaging/dist.sh" "$program" "$work/dist" >"$work/made"
(cd "$work/dist" && sha256sum --check --quiet ./*.sha256)

# What somebody does with it: $1 is what it is called here.
try='set -eu
cd /root
waybook --version
waybook new project --team payments 2>/dev/null
cd project
waybook check --strict 2>/dev/null
waybook build 2>/dev/null
grep -q "No verdict yet" site/payments/index.html
bash -c "source \"$2\"; COMP_WORDS=(waybook bu); COMP_CWORD=1; _waybook; echo \"\${COMPREPLY[*]}\"" | grep -qw build
cd .. && rm -r project
echo "$1 works"'

cp -a "$cache/$release" "$work/root"
root=$work/root
mount -t proc proc "$root/proc" 2>/dev/null || skip "Nothing can be mounted here"
cp "$work"/dist/*.deb "$work"/dist/*.tar.gz "$root/root/"
export DEBIAN_FRONTEND=noninteractive
in_root() { chroot "$root" /usr/bin/env LC_ALL=C "$@"; }
in_root apt-get -qq update || skip "The empty root reaches no Debian archive"
in_root sh -c 'apt-get -qq install --yes --no-install-recommends /root/waybook_*.deb' >"$work/apt" 2>&1 || { cat "$work/apt" >&2; exit 1; }
in_root sh -c "$try" try "the package" /usr/share/bash-completion/completions/waybook
in_root apt-get -qq remove --yes waybook >/dev/null
if in_root sh -c 'command -v waybook'; then echo "The package leaves its program behind" >&2; exit 1; fi
# The package has brought the libraries, which README names for the tarball, too.
in_root sh -c 'tar -xzf /root/waybook-*.tar.gz --strip-components=1 -C /usr/local'
in_root sh -c "$try" try "the tarball" /usr/local/share/bash-completion/completions/waybook
