#!/bin/sh
# What .pre-commit-hooks.yaml runs: the command line of this clone, which is built when it is needed first (about half a
# minute). Its messages go to standard error, so that a report stays whole.
set -eu
clone=$(cd "$(dirname "$0")/.." && pwd)
if [ ! -f "$clone/dist/cli.js" ]; then
  (cd "$clone" && node scripts/setup.mjs scripts/build.ts --production >&2)
fi
exec node "$clone/dist/cli.js" "$@"
