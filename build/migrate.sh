#!/usr/bin/env bash
# Writes the migrations of both databases anew from the model. Only until the first release: after it, migrations are only added.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
rm -rf DealerPortal.Domain/Storage/Migrations
dotnet build DealerPortal.Domain -v q --nologo
for provider in Sqlite Postgres; do
  dotnet ef migrations add Start --no-build -p DealerPortal.Domain -s DealerPortal.Domain -c "${provider}PortalDb" -o "Storage/Migrations/$provider"
done
