#!/bin/sh
# Makes Temporal's two stores in Postgres, or brings them to the version of this image's tool. A second run changes nothing.
set -eu

: "${POSTGRES_SEEDS:?is not set: the host of Postgres}"
: "${POSTGRES_USER:?is not set: the role that owns the stores}"
: "${POSTGRES_PWD:?is not set: its password}"
export SQL_PLUGIN=postgres12 SQL_HOST="$POSTGRES_SEEDS" SQL_PORT="${DB_PORT:-5432}" SQL_USER="$POSTGRES_USER" SQL_PASSWORD="$POSTGRES_PWD"

for store in temporal visibility; do
  database=temporal
  if [ "$store" = visibility ]; then database=temporal_visibility; fi
  echo "$database: making it if it is not there"
  temporal-sql-tool --database "$database" create-database --defaultdb postgres
  temporal-sql-tool --database "$database" setup-schema --version 0.0
  echo "$database: bringing it up to date"
  temporal-sql-tool --database "$database" update-schema --schema-name "postgresql/v12/$store"
done
echo 'Temporal stores are ready'
