#!/bin/sh
# Makes the image and works with it, as README says.
#
#   sh image.sh
#
# Ends with 77, and says why, where Docker does not run.
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
docker info >/dev/null 2>&1 || { echo "There is no Docker, or it does not run" >&2; exit 77; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
make -C "$here" image ENGINE=docker IMAGE=waybook-test >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
mkdir "$work/project"
in_image() { docker run --rm --user "$(id -u):$(id -g)" --volume "$work/project:/work" waybook-test "$@"; }
in_image --version
in_image new --team payments
in_image build
grep -q "No verdict yet" "$work/project/site/payments/index.html"
echo "the image works"
