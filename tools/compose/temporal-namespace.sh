#!/bin/sh
# Makes the namespace and registers Caseclock's search attributes. A second run changes nothing.
# A worker must not take work before this: a search attribute the server does not know stops every case.
set -eu

: "${TEMPORAL_ADDRESS:?is not set: host:port of the Temporal server}"
namespace="${TEMPORAL_NAMESPACE:-default}"
retention="${RETENTION:-30d}"
patience="${PATIENCE_SECONDS:-120}"
export TEMPORAL_ADDRESS
unset TEMPORAL_NAMESPACE # named at every call below

waited=0
until temporal operator cluster health >/dev/null 2>&1; do
  if [ "$waited" -ge "$patience" ]; then
    echo "The Temporal server at $TEMPORAL_ADDRESS has not answered for $patience seconds. Start it, or set TEMPORAL_ADDRESS." >&2
    exit 1
  fi
  sleep 1
  waited=$((waited + 1))
done

if temporal operator namespace describe --namespace "$namespace" >/dev/null 2>&1; then
  echo "namespace $namespace is there"
else
  temporal operator namespace create --namespace "$namespace" --retention "$retention"
  echo "namespace $namespace made, histories kept for $retention"
fi

# A new namespace is known to every part of the server a few seconds after it was made: try again until it is.
register() {
  tried=0
  until temporal operator search-attribute create --namespace "$namespace" \
    --name Team --type Keyword --name NextDue --type Datetime --name Late --type Int; do
    tried=$((tried + 1))
    if [ "$tried" -ge 30 ]; then
      echo "The search attributes could not be registered in $namespace. The server's answer stands above." >&2
      exit 1
    fi
    sleep 1
  done
}
register

# Believe the list, not the answer: an attribute of that name and another type would stop every case as well.
known="$(temporal operator search-attribute list --namespace "$namespace")"
for attribute in 'Team Keyword' 'NextDue Datetime' 'Late Int'; do
  name="${attribute% *}"
  type="${attribute#* }"
  if ! echo "$known" | grep -Eq "^ *$name +$type *$"; then
    echo "Search attribute $name of type $type is not registered in $namespace:" >&2
    echo "$known" >&2
    exit 1
  fi
done
echo 'search attributes Team, NextDue and Late are registered'
