#!/bin/bash
# Run once by the Postgres image, on an empty data folder: a role and a database for the facts, the lesser role the application works as, a role that makes Temporal's own two.
set -euo pipefail

psql --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
  --set caseclock_password="$CASECLOCK_DB_PASSWORD" --set temporal_password="$TEMPORAL_DB_PASSWORD" <<'SQL'
create role caseclock login password :'caseclock_password';
create role caseclock_app nologin;
grant caseclock_app to caseclock;
create database caseclock owner caseclock encoding 'UTF8' locale 'C' template template0;
create role temporal login createdb password :'temporal_password';
SQL
