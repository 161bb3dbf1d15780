#!/bin/sh
# Checks a dump with a station on each line, on all cores of this computer or of several.
#
#   ./gnu-parallel.sh stations.ndjson > results.ndjson
#   HOSTS=4/check1.example.org,8/check2.example.org ./gnu-parallel.sh stations.ndjson > results.ndjson
#
# HOSTS: what GNU Parallel takes for --sshlogin, the number of processes before each name; `:` is this computer. Node.js
# and ocpp-config must be on each of them, and SSH must get there without a password.
#
# --pipe cuts the input at line ends, --keep-order writes the results in the order of the input, --block says how much a
# process gets: the larger, the less is spent on starting, which takes as long as some hundred stations.
set -eu

exec parallel --pipe --keep-order --block "${BLOCK:-20M}" ${HOSTS:+--sshlogin "$HOSTS"} \
  "${OCPP_CONFIG:-ocpp-config}" check --ndjson --exit-zero --jobs 1 < "$1"
