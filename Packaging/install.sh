#!/bin/sh
# Installs Waybook below a prefix such as /usr/local, for everybody to read: the program, what it comes with, and
# completions for bash, zsh and fish.
#
#   sh Packaging/install.sh PROGRAM PREFIX [ZSH]
#
# PROGRAM is the built program. ZSH is the folder below share/zsh where zsh looks for completions. Of a git checkout only
# files that git knows are installed.
set -eu
umask 022

program=${1:?the built program is needed} prefix=${2:?the folder to install to is needed} zsh=${3:-site-functions}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

set -- Templates Content Schemas Recipes
(
  cd "$root"
  if [ -e .git ]; then
    git -c safe.directory="$root" ls-files -z -- "$@" >"$work/files"
  else
    find "$@" -type f -print0 >"$work/files"
  fi
  # Where macOS keeps more about a file than its content, its tar would pack that as files of their own.
  COPYFILE_DISABLE=1 tar --null -T "$work/files" -cf "$work/files.tar"
)

mkdir -p "$prefix/bin" "$prefix/share/waybook" "$prefix/share/bash-completion/completions" "$prefix/share/zsh/$zsh" \
  "$prefix/share/fish/vendor_completions.d"
prefix=$(cd "$prefix" && pwd)
install -m 755 "$program" "$prefix/bin/waybook"
"$program" --generate-completion-script bash >"$prefix/share/bash-completion/completions/waybook"
"$program" --generate-completion-script zsh >"$prefix/share/zsh/$zsh/_waybook"
"$program" --generate-completion-script fish >"$prefix/share/fish/vendor_completions.d/waybook.fish"

# A file of an earlier version that is gone does not stay.
(cd "$prefix/share/waybook" && rm -rf "$@" && tar -xof "$work/files.tar")
chmod -R u=rwX,go=rX "$prefix/share/waybook"
