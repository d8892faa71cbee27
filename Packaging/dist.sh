#!/bin/sh
# Makes what is handed out: a tarball, on Debian and its relatives a package, and their checksums.
#
#   sh Packaging/dist.sh PROGRAM FOLDER
#
# PROGRAM is the release build. The same program and the same commit make the same bytes.
set -eu
umask 022

program=${1:?the built program is needed} output=${2:?the folder to write to is needed}
root=$(cd "$(dirname "$0")/.." && pwd)
version=$("$program" --version)
machine=$(uname -m) system=$(uname -s | tr '[:upper:]' '[:lower:]')
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || echo 0)}
export SOURCE_DATE_EPOCH

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$output"
output=$(cd "$output" && pwd)

# What is installed below a prefix such as /usr/local: $1. Below $2 zsh looks for completions there.
install_to() {
  mkdir -p "$1/bin" "$1/share/waybook" "$1/share/doc/waybook" "$1/share/bash-completion/completions" \
    "$1/share/zsh/$2" "$1/share/fish/vendor_completions.d"
  install -m 755 "$program" "$1/bin/waybook"
  strip "$1/bin/waybook"
  cp -R "$root/Templates" "$root/Content" "$root/Schemas" "$root/Recipes" "$1/share/waybook/"
  "$program" --generate-completion-script bash >"$1/share/bash-completion/completions/waybook"
  "$program" --generate-completion-script zsh >"$1/share/zsh/$2/_waybook"
  "$program" --generate-completion-script fish >"$1/share/fish/vendor_completions.d/waybook.fish"
  cp "$root/README.md" "$root/CHANGELOG.md" "$1/share/doc/waybook/"
  cp "$root/LICENSE" "$1/share/doc/waybook/copyright"
  # Whatever a checkout allows to whom, what is installed is for everybody.
  chmod -R u=rwX,go=rX "$1"
  find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

name=waybook-$version-$system-$machine
install_to "$work/$name" site-functions
tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -C "$work" -cf - "$name" \
  | gzip -6 -n >"$output/$name.tar.gz"
made=$name.tar.gz

if command -v dpkg-deb >/dev/null && command -v dpkg-shlibdeps >/dev/null; then
  package=$work/package
  install_to "$package/usr" vendor-completions
  mkdir -p "$package/DEBIAN" "$work/debian"
  # It wants the control file of a source package, from which it needs nothing.
  printf 'Source: waybook\n\nPackage: waybook\nArchitecture: any\n' >"$work/debian/control"
  (cd "$work" && dpkg-shlibdeps -O "$package/usr/bin/waybook" >libraries 2>messages) || { cat "$work/messages" >&2; exit 2; }
  libraries=$(sed -n 's/^shlibs:Depends=//p' "$work/libraries")
  [ -n "$libraries" ] || { echo "The libraries that the program needs are in no package" >&2; exit 2; }
  architecture=$(dpkg --print-architecture)
  cat >"$package/DEBIAN/control" <<CONTROL
Package: waybook
Version: $version
Architecture: $architecture
Maintainer: Waybook developers <waybook@localhost>
Installed-Size: $(du -sk "$package/usr" | cut -f1)
Depends: $libraries
Recommends: ca-certificates, git
Suggests: openssh-client, rsync
Section: doc
Priority: optional
Description: generator of tailored migration playbooks
 Merges structured content, criteria and steps of a migration, with a team's
 answers, and makes a static site for that team: what to decide and why, where
 to start, what to do in which order, how to know that it worked.
CONTROL
  find "$package" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  dpkg-deb --root-owner-group -Zxz -z3 --build "$package" "$output/waybook_${version}_$architecture.deb" >/dev/null
  made="$made waybook_${version}_$architecture.deb"
fi

cd "$output"
for file in $made; do
  sha256sum "$file" >"$file.sha256"
  echo "$output/$file"
done
