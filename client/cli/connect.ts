import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Client, Connection } from '@temporalio/client'
import type { Processes } from '../../activities/deps'
import { temporalProcesses } from '../../activities/temporal/temporalProcesses'
import { openDatabase, type Database } from '../../prisma/database'
import { CommandFailed, EXIT } from './io'

export interface Addresses {
  readonly databaseUrl: string
  readonly temporalAddress: string
  readonly namespace: string
}

/** Where `up` leaves the addresses of what it started. */
export const ADDRESSES_FILE = 'addresses.json'

/** From the environment (production), else from the data folder of a running `up`. */
export function findAddresses(dataFolder: string): Addresses {
  const { DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = process.env
  if (DATABASE_URL !== undefined) {
    return {
      databaseUrl: DATABASE_URL,
      temporalAddress: TEMPORAL_ADDRESS ?? '127.0.0.1:7233',
      namespace: TEMPORAL_NAMESPACE ?? 'default',
    }
  }
  const file = path.join(dataFolder, ADDRESSES_FILE)
  if (!existsSync(file)) {
    throw new CommandFailed(
      EXIT.away,
      `Nothing is running on ${dataFolder}. Start it with \`npm start\`, name its folder with --data (before the command for record), or set DATABASE_URL and TEMPORAL_ADDRESS.`,
    )
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Addresses
}

/** Runs something with the database, and gives the connection back. */
export async function withDatabase<T>(dataFolder: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase(findAddresses(dataFolder).databaseUrl, 2)
  try {
    return await work(db)
  } catch (error) {
    throw isAway(error)
      ? new CommandFailed(EXIT.away, 'The database cannot be reached. Check that it runs; nothing was changed.')
      : error
  } finally {
    await db.$disconnect()
  }
}

/** Runs a command with database and clocks. Temporal away is no failure: what is recorded is safe, and `reconcile` nudges. */
export const withProcesses = <T>(
  dataFolder: string,
  warn: (line: string) => void,
  work: (deps: { db: Database; processes: Processes }) => Promise<T>,
): Promise<T> =>
  withDatabase(dataFolder, async (db) => {
    const { temporalAddress, namespace } = findAddresses(dataFolder)
    const connection = await Connection.connect({ address: temporalAddress, connectTimeout: '1s' }).catch(
      () => undefined,
    )
    if (connection === undefined) {
      const away = (names: readonly unknown[]): Promise<number> => {
        if (names.length > 0)
          warn(
            'The clock could not be nudged: Temporal is away. What was recorded is safe, and will be planned when it is back.\n',
          )
        return Promise.resolve(0)
      }
      return work({ db, processes: { nudge: away, ensure: away } })
    }
    try {
      return await work({
        db,
        processes: temporalProcesses(new Client({ connection, namespace }), ({ type }, why) => {
          warn(`The ${type} process could not be nudged (${why}); reconcile will.\n`)
        }),
      })
    } finally {
      await connection.close()
    }
  })

const isAway = (error: unknown): boolean => {
  const { code, message = '' } = (error ?? {}) as { code?: unknown; message?: string }
  // A raw query tells it in its message only.
  return (
    code === 'P1001' ||
    code === 'P1002' ||
    code === 'P1017' ||
    code === 'ECONNREFUSED' ||
    message.includes("Can't reach database server")
  )
}
