#!/bin/sh
# Does on every change what a CI job has to do, in a project's folder (the one with waybook.yaml):
#
#   sh waybook-ci.sh [--base REVISION] [--publish TARGET]
#
# It checks and tests; with --base it compares the teams' playbooks with those of a revision, such as origin/main; it
# builds the site; with --publish it publishes it to a target of waybook.yaml. Reports are in reports/: check.sarif,
# tests.xml, and diff.md for a comment. It ends with 1 where the input has mistakes, and with 2 where the world fails.
set -eu

base= target=
while [ $# -gt 0 ]; do
  case $1 in
    --base) base=${2:?--base needs a revision}; shift 2 ;;
    --publish) target=${2:?--publish needs a target}; shift 2 ;;
    *) echo "usage: sh waybook-ci.sh [--base REVISION] [--publish TARGET]" >&2; exit 64 ;;
  esac
done

# Of a change with several mistakes all are told before the job fails.
code=0
waybook check --strict --report sarif=reports/check.sarif || code=$?
waybook test --report junit=reports/tests.xml || code=$?
[ "$code" -eq 0 ] || exit "$code"

if [ -n "$base" ]; then waybook diff --base "$base" --format markdown > reports/diff.md; fi
waybook build
if [ -n "$target" ]; then waybook publish "$target"; fi
