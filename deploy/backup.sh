#!/bin/sh
# backup.sh FOLDER DAYS: a copy of all inquiries into the folder, read back; then copies that are older go. Run it as the
# user that runs the site, with its settings.
set -eu
umask 077
folder=$(realpath "$1")
days=$2
cd "$(dirname "$0")/.."

leads() {
  node_modules/.bin/node lib/release/run-release.ts lib/leads/cli/cli.ts "$@"
}

file="$folder/leads-$(date -u +%Y-%m-%dT%H%M%SZ).backup"
leads backup "$file"
leads verify "$file"
# Comes last: without a new copy that is whole, no old one goes.
find "$folder" -maxdepth 1 -name 'leads-*.backup' -mtime "+$days" -delete
# What was killed while it was written: it holds inquiries, too.
find "$folder" -maxdepth 1 -name 'leads-*.backup.*.part' -mmin +720 -delete
