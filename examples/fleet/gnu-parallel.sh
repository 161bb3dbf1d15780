#!/bin/sh
# Checks a dump with a station on each line, on all cores of this computer or of several. The results are those of one
# process, byte for byte.
#
#   ./gnu-parallel.sh stations.ndjson > results.ndjson
#   HOSTS=4/check1.example.org,8/check2.example.org ./gnu-parallel.sh stations.ndjson > results.ndjson
#
# HOSTS: what GNU Parallel takes for --sshlogin, the number of processes before each name; `:` is this computer. Node.js
# and ocpp-config must be on each of them, where a command finds them that SSH runs without a terminal, and SSH must get
# there without a password. All need the same version.
#
# --pipe -N gives each process so many lines, and --first-line tells it where they begin. The more, the less is spent on
# starting, which takes as long as some hundred stations. --keep-order writes the results in the order of the input.
# --retries gives a piece to another host when one is gone, has no ocpp-config or stops in the middle; what failed three
# times is missing, and the exit code says how many pieces that are.
set -eu

piece=${PIECE:-4000}

exec parallel --pipe --keep-order --retries 3 --block 64M -N "$piece" ${HOSTS:+--sshlogin "$HOSTS"} \
  "${OCPP_CONFIG:-ocpp-config}" check --ndjson --exit-zero --jobs 1 \
  --first-line "{= \$_ = (seq() - 1) * $piece + 1 =}" < "$1"
