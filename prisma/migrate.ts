import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'

/** Prisma's own lock number, so that `prisma migrate deploy` and this runner never work at the same time. */
const LOCK = 72707369

const TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
  logs text, rolled_back_at timestamptz, started_at timestamptz not null default current_timestamp, applied_steps_count integer not null default 0)`

export const MIGRATIONS = path.join(__dirname, 'migrations')

/**
 * Applies the SQL migrations that this database does not have yet, each in one transaction, and keeps Prisma's own table of them.
 * Returns their names. Throws when an applied migration has been edited since, or is unknown to this version.
 */
export async function migrate(url: string, folder = MIGRATIONS): Promise<readonly string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(TABLE)
    const done = await client.query<{ migration_name: string; checksum: string }>(
      'select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null',
    )
    const known = new Map(done.rows.map((row) => [row.migration_name, row.checksum]))
    const names = (await readdir(folder, { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
    const newer = [...known.keys()].find((name) => !names.includes(name))
    if (newer !== undefined) {
      throw new Error(
        `The database holds migration ${newer}, which this version of Caseclock does not know. Start the newer version, or another data folder.`,
      )
    }
    const applied: string[] = []
    for (const name of names.sort()) if (await applyOne(client, folder, name, known.get(name))) applied.push(name)
    return applied
  } finally {
    await client.end()
  }
}

async function applyOne(
  client: Client,
  folder: string,
  name: string,
  appliedChecksum: string | undefined,
): Promise<boolean> {
  const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8')
  const checksum = createHash('sha256').update(sql).digest('hex')
  if (appliedChecksum === checksum) return false
  if (appliedChecksum !== undefined) {
    throw new Error(
      `Migration ${name} was changed after this database had taken it. Put the file back as it was and add a new migration instead.`,
    )
  }
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query(
      'insert into _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) values ($1, $2, current_timestamp, $3, 1)',
      [randomUUID(), checksum, name],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
  return true
}
