#!/usr/bin/env bash
# Starts the window of target/clp-workbench (or of the launcher given) five times and prints how long
# the first screen took. Uses DISPLAY, else a virtual display of its own (xvfb-run).
#   packaging/measure-start.sh [LAUNCHER]
set -euo pipefail
launcher=$(realpath "${1:-$(dirname "$0")/../target/clp-workbench/bin/clp-workbench}")
if [ -z "${DISPLAY:-}" ]; then
    exec xvfb-run -a "$0" "$launcher"
fi
export JAVA_TOOL_OPTIONS=-Dclp.startup.report=exit
CLP_WORKSPACE=$(mktemp -d)
export CLP_WORKSPACE
trap 'rm -rf "$CLP_WORKSPACE"' EXIT
for start in 1 2 3 4 5; do
    echo "start $start: $("$launcher" 2>&1 | grep 'first screen')"
done
