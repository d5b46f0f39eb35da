#!/usr/bin/env bash
# Everything that must hold before a change lands: format, build, the model and its migrations, and every test.
# Needs the .NET SDK; as root on Debian it installs a browser, Chinese fonts and PostgreSQL by itself when they are missing.
# The last line is "N passed, N failed"; the exit code is 0 only when nothing failed. For some of the tests: ./test.sh --filter Category!=Browser
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDTERMINALLOGGER=off
passed=0 failed=0
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
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  fc-list 2>/dev/null | grep -qi "noto sans cjk" || missing+=(fonts-noto-cjk)
  ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || missing+=(postgresql)
  [ ${#missing[@]} -eq 0 ] && return 0
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || { echo "not here: ${missing[*]}; install them, or run this as root on Debian"; return 1; }
  apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends fontconfig "${missing[@]}"
}

check "browser, fonts, PostgreSQL" install_missing
check "tools" dotnet tool restore
check "restore, as locked" dotnet restore --locked-mode -v q
[ -d DealerPortal.Domain/Storage/Migrations ] || check "migrations" build/migrate.sh
check "build, without a warning" dotnet build --no-restore -v q --nologo
[ "$failed" -eq 0 ] || finish
check "format" dotnet format whitespace --verify-no-changes --no-restore --exclude DealerPortal.Domain/Storage/Migrations
for provider in Sqlite Postgres; do
  check "model and migrations agree on $provider" dotnet ef migrations has-pending-model-changes --no-build -p DealerPortal.Domain -s DealerPortal.Domain -c "${provider}PortalDb"
done

# The tests may take what is left of twenty minutes.
timeout --kill-after=20 $((1200 - SECONDS)) dotnet test DealerPortal.Tests --no-build --nologo --logger "console;verbosity=minimal" "$@" 2>&1 | tee "$log/tests" \
  | grep --line-buffered -vE "^\s+at (System|Microsoft|Xunit|InvokeStub)|^--- End of stack|^\[xUnit.net|^Test run for|^A total of|^VSTest|^\s*$" | cut -c1-1500
code=${PIPESTATUS[0]}
summary=$(grep -E "^(Passed|Failed)! +- +Failed:" "$log/tests" | tail -1)
if [ -n "$summary" ]; then
  failed=$((failed + $(sed -E 's/.*Failed: +([0-9]+).*/\1/' <<<"$summary")))
  passed=$((passed + $(sed -E 's/.*Passed: +([0-9]+).*/\1/' <<<"$summary")))
  [ "$code" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
else
  [ "$code" -eq 124 ] && echo "The tests ran longer than twenty minutes and were ended."
  failed=$((failed + 1))
fi
finish
