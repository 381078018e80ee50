#!/bin/sh
# What takes too long for every change: ten million mutated inputs through parser and machine, and the socket tests under
# AddressSanitizer and ThreadSanitizer. Prints the outcome of each; ends with 1 if one fails.
#
#   long_runs.sh [fuzz|address|thread]...      all three without arguments
set -u
cd "$(dirname "$0")/../../.." || exit 1
failed=0
suppressions=$(mktemp)
trap 'rm -f "$suppressions"' EXIT

run() {
  name=$1
  shift
  start=$(date +%s)
  if "$@"; then outcome=passed; else outcome=FAILED failed=1; fi
  echo "== $name: $outcome after $(($(date +%s) - start)) s"
}

for part in ${*:-fuzz address thread}; do
  case $part in
    fuzz)
      # Optimised, and still with its tests' view inside.
      run "${FUZZ_INPUTS:=10000000} mutated inputs" env FUZZ_INPUTS="$FUZZ_INPUTS" FUZZ_SEED="${FUZZ_SEED:-1}" \
        swift test -c release -Xswiftc -enable-testing --scratch-path .build/fuzz --filter FuzzTests
      ;;
    address | thread)
      # XCTest, which the test runner starts first, leaks 144 bytes of its own.
      #
      # ThreadSanitizer does not see a Mutex that is handed over in the kernel (a priority-inheriting futex): two threads
      # that do nothing but add to a bare Mutex<Int> are reported now and then, and their sum is right each time. The log's
      # lines are the one thing behind a Mutex that two threads often want at once; all else of AccessLog is constant or atomic.
      echo "race:AccessLogC" >"$suppressions"
      run "socket tests, $part sanitizer" env ASAN_OPTIONS=detect_leaks=0 TSAN_OPTIONS="suppressions=$suppressions" \
        swift test --sanitize="$part" --scratch-path ".build/$part" --filter '^HTTPTests|^HTTPServerTests'
      ;;
    *) echo "expected fuzz, address or thread, not $part" && exit 64 ;;
  esac
done
exit $failed
