import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Connection } from '@temporalio/client'
import { SEARCH_ATTRIBUTES } from '../../workflows/protocol'
import { isAlive } from './dataFolderLock'
import { freePort } from './freePort'

export interface RunningTemporal {
  readonly address: string
  /** Address of its own pages; null when it runs without. */
  readonly ui: string | null
  readonly pid: number | null
  stop(): Promise<void>
}

export interface TemporalOptions {
  /** The `temporal` program. */
  readonly binary: string
  readonly dataFolder: string
  readonly ui: boolean
}

/** A Temporal server of this machine's own, its file in the data folder. Ready means that it answers, not that a port is open. */
export async function startTemporal({ binary, dataFolder, ui }: TemporalOptions): Promise<RunningTemporal> {
  const folder = path.join(dataFolder, 'temporal')
  mkdirSync(folder, { recursive: true })
  await stopLeftover(folder)
  const port = await freePort()
  const uiPort = ui ? await freePort() : null
  const args = [
    'server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'error',
    '--db-filename', path.join(folder, 'temporal.db'),
    '--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=normal',
    '--dynamic-config-value', 'history.timerProcessorMaxTimeShift="20ms"',
    ...onePartition(folder),
    ...(uiPort === null ? ['--headless'] : ['--ui-port', String(uiPort)]),
    ...Object.entries(SEARCH_ATTRIBUTES).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
  ] // prettier-ignore
  const child = spawn(binary, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  let failed: string | null = null
  child.once('error', (error) => (failed = error.message))
  child.once('exit', (code) => (failed ??= `it ended with code ${String(code)}: ${said.join('').slice(-500)}`))
  if (child.pid !== undefined) writeFileSync(path.join(folder, 'server.pid'), String(child.pid))
  const address = `127.0.0.1:${String(port)}`
  await untilAnswers(address, () => failed)
  return {
    address,
    ui: uiPort === null ? null : `http://127.0.0.1:${String(uiPort)}`,
    pid: child.pid ?? null,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGTERM')
        await Promise.race([ended, wait(8_000, undefined, { ref: false }).then(() => child.kill('SIGKILL'))])
      }
      rmSync(path.join(folder, 'server.pid'), { force: true })
    },
  }
}

/**
 * One partition to a queue: four hand their tasks and pollers to each other, which took a third of the time of a thousand alerts. A folder from before keeps
 * its four: tasks may still wait in each, and would never be found.
 */
function onePartition(folder: string): readonly string[] {
  const marker = path.join(folder, 'one-partition')
  if (!existsSync(path.join(folder, 'temporal.db'))) writeFileSync(marker, '')
  if (!existsSync(marker)) return []
  return ['Read', 'Write'].flatMap((which) => ['--dynamic-config-value', `matching.numTaskqueue${which}Partitions=1`])
}

/** Waits until the server at this address answers about its default namespace. Throws with what it said when it ended instead. */
export async function untilAnswers(address: string, failure: () => string | null, tries = 300): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const why = failure()
    if (why !== null)
      throw new Error(
        `The Temporal server could not be started (${why}). Delete <data>/temporal to let every clock be made anew from Postgres, or set TEMPORAL_ADDRESS to a running server.`,
      )
    try {
      const connection = await Connection.connect({ address, connectTimeout: '1s' })
      await connection.workflowService.describeNamespace({ namespace: 'default' })
      await connection.close()
      return
    } catch (error) {
      if (attempt >= tries)
        throw new Error(
          `The Temporal server at ${address} does not answer (${error instanceof Error ? error.message : 'unknown'}). Start it, or set TEMPORAL_ADDRESS to one that runs.`,
        )
      await wait(100)
    }
  }
}

async function stopLeftover(folder: string): Promise<void> {
  const file = path.join(folder, 'server.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8'))
  if (Number.isInteger(pid) && pid > 1 && isAlive(pid) && isTemporal(pid)) {
    process.kill(pid, 'SIGTERM')
    for (let tries = 0; isAlive(pid) && tries < 100; tries += 1) await wait(100)
  }
  rmSync(file, { force: true })
}

// A process id may have been given to somebody else's program since: only a Temporal server is stopped.
const isTemporal = (pid: number): boolean => {
  const file = `/proc/${String(pid)}/cmdline`
  return existsSync(file) && readFileSync(file, 'utf8').includes('start-dev')
}
