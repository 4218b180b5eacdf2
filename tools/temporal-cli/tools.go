//go:build tools

// Package tools pins the Temporal server that Caseclock runs on a developer's machine.
// Nothing here is compiled into Caseclock: tools/bootstrap builds github.com/temporalio/cli/cmd/temporal
// from this module when no ready binary can be had (docs/decisions/0005), and go.temporal.io/server/cmd/tools/sql makes the stores
// of a server on Postgres, as tools/compose/temporal-schema.sh does in production.
package tools

import (
	_ "github.com/temporalio/cli/cmd/temporal"
	_ "go.temporal.io/server/cmd/tools/sql"
)
