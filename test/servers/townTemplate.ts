import { Client } from 'pg'
import { makeAuthority } from '../../client/up/makeAuthority'
import { openDatabase } from '../../prisma/database'
import { migrate } from '../../prisma/migrate'

const TEMPLATE = 'town_template'

const asked = async (server: string, statements: readonly string[]): Promise<void> => {
  const admin = new Client({ connectionString: server })
  await admin.connect()
  try {
    for (const statement of statements) await admin.query(statement)
  } finally {
    await admin.end()
  }
}

export const databaseUrl = (server: string, name: string): string => server.replace(/\/[^/]*$/, `/${name}`)

/** A database as every town begins, once for all of them: a copy takes half as long as migrating anew. Nothing of the tests outlives a power cut, so none of it waits for the disk. */
export async function makeTownTemplate(server: string): Promise<void> {
  await asked(server, [
    'alter system set fsync = off',
    'alter system set full_page_writes = off',
    'alter system set synchronous_commit = off',
    'select pg_reload_conf()',
    `create database ${TEMPLATE}`,
  ])
  const url = databaseUrl(server, TEMPLATE)
  await migrate(url)
  const db = openDatabase(url)
  await makeAuthority(db, {
    name: 'Test',
    demo: true,
    mailDomain: 'test.example',
    emergencyLine: 'Not for emergencies: ring 01632 960 999.',
  })
  await db.$disconnect()
}

/** The address of a new database of a town. */
export async function copyTown(server: string, name: string): Promise<string> {
  await asked(server, [`create database ${name} template ${TEMPLATE}`])
  return databaseUrl(server, name)
}
