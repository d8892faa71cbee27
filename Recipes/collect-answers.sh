#!/bin/sh
# Collects the answers of teams that keep them in repositories of their own:
#
#   sh collect-answers.sh repositories.txt teams
#
# repositories.txt has a line for each team: its id, a blank, and the address of its repository. What stands in
# waybook-answers.yaml there, at the top of the default branch, becomes teams/<id>.yaml here. A repository that cannot be
# reached, or has no such file, is told, and the others are collected nevertheless; it ends with 2 then, and what was
# collected before for that team stays. Files of teams that the list does not name are left alone.
set -eu

list=${1:?the list of repositories is needed} teams=${2:?the folder of the answers is needed}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$teams"

code=0
return=$(printf '\r')
while read -r team address || [ -n "$team" ]; do
  address=${address%"$return"} # of a list that was made on Windows
  case $team in '' | '#'* | "$return") continue ;; esac
  case $team in *[!a-z0-9-]* | -*) echo "$list: '$team' is no id of a team" >&2; code=2; continue ;; esac
  # Only the newest commit is fetched, and of that only the one file.
  if git clone --quiet --depth=1 --filter=blob:none --no-checkout -- "$address" "$work/$team" </dev/null \
    && git -C "$work/$team" show HEAD:waybook-answers.yaml >"$work/$team.yaml" </dev/null
  then
    mv "$work/$team.yaml" "$teams/$team.yaml"
  else
    echo "$list: the answers of '$team' could not be collected from $address" >&2
    code=2
  fi
done <"$list"
exit "$code"
