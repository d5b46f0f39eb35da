#!/usr/bin/env bash
# Everything that must hold before a change lands: the locked packages, analysers and code style, format, and the tests.
#   ./test.sh                                what runs for every change: some minutes
#   ./test.sh --all                          the campaigns too: hundreds of random walks, kills by the dozen, a year of a thousand dealers
#   ./test.sh --filter Category!=Browser     some of the tests
# Needs the .NET SDK; as root on Debian it installs a browser, Chinese fonts and PostgreSQL by itself when they are missing.
# The last line is "N passed, N failed", and what failed is named above it; the exit code is 0 only when nothing failed.
# Nothing is failed for being slow; only a test that does not move for ten minutes is ended, and named.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDTERMINALLOGGER=off
passed=0 failed=0 wanted="" campaigns=no
while [ $# -gt 0 ]; do
  case $1 in
    --all) campaigns=yes; shift ;;
    --filter) wanted=${2:?--filter wants an expression, such as Category!=Browser}; shift 2 ;;
    *) echo "unknown: $1; known are --all and --filter EXPRESSION"; exit 2 ;;
  esac
done
[ $campaigns = yes ] || wanted="${wanted:+($wanted)&}Category!=Campaign"
log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT

# check NAME COMMAND…: one check that is no test of its own; silent while it holds.
check() {
  local name=$1 began=$SECONDS; shift
  if "$@" >"$log/out" 2>&1; then
    passed=$((passed + 1)); echo "ok    $name ($((SECONDS - began)) s)"
  else
    failed=$((failed + 1)); echo "FAIL  $name"; grep -E "error|warn|FAIL" "$log/out" | sort -u | head -40 | grep . || tail -20 "$log/out"
  fi
}
finish() { echo "$passed passed, $failed failed"; [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]; exit; }

install_missing() {
  # The shell without a window is a third of the work of a whole browser; where it is not to be had, a whole one does.
  local missing=()
  command -v chromium-headless-shell >/dev/null || install chromium-headless-shell || command -v chromium >/dev/null || missing+=(chromium)
  fc-list 2>/dev/null | grep -qi "noto sans cjk" || missing+=(fonts-noto-cjk)
  ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || missing+=(postgresql)
  [ ${#missing[@]} -eq 0 ] || install fontconfig "${missing[@]}" || { echo "error: not here: ${missing[*]}; install them, or run this as root on Debian"; return 1; }
}
install() {
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || return 1
  apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$@"
}

check "browser, fonts, PostgreSQL" install_missing
check "restore, as locked" dotnet restore --locked-mode -v q
[ -d DealerPortal.Domain/Storage/Migrations ] || check "migrations" build/migrate.sh
check "build with every analyser, without a warning" dotnet build --no-restore -v q --nologo -p:CodeChecks=true
[ "$failed" -eq 0 ] || finish
check "format" dotnet format whitespace --folder --verify-no-changes --exclude DealerPortal.Domain/Storage/Migrations

began=$SECONDS
dotnet test DealerPortal.Tests --no-build --nologo ${wanted:+--filter "$wanted"} --results-directory "$log/results" \
  --logger "console;verbosity=minimal" --logger "trx;LogFileName=tests.trx" --blame-hang --blame-hang-timeout 10m --blame-hang-dump-type none 2>&1 | tee "$log/tests" \
  | grep --line-buffered -vE "^\s+at (System|Microsoft|Xunit|InvokeStub)|^--- End of stack|^\[xUnit.net|^Test run for|^A total of|^VSTest|^(Passed|Failed)! |^Results File|^Data collector|^\s*$" | cut -c1-1500
code=${PIPESTATUS[0]}

# What was counted stands in the results file; where the run was broken off, the tests that had begun and not ended stand in the sequence beside it.
count() { grep -oE " $1=\"[0-9]+\"" <(grep -m1 "<Counters" "$log/results/tests.trx" 2>/dev/null) | grep -oE "[0-9]+" || echo 0; }
names() { grep -h "$1" "${@:2}" 2>/dev/null | sed -E 's/.* (testName|Name)="([^"]*)".*/\2/' | sort -u; }
echo "tests ($((SECONDS - began)) s)"
passed=$((passed + $(count passed)))
names '<UnitTestResult .*outcome="Failed"' "$log/results/tests.trx" | sed 's/^/FAIL  /'
failed=$((failed + $(count failed)))
if [ "$code" -ne 0 ] && [ "$(count failed)" -eq 0 ]; then
  names 'Completed="False"' $(find "$log/results" -name 'Sequence_*.xml') | sed 's/^/FAIL  never ended: /'
  grep -E "aborted|crash|No test matches|error" "$log/tests" | sort -u | head -5
  failed=$((failed + 1))
fi
finish
