import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startImport } from '../../client/commands/startImport'
import { writeDemoCounty } from '../../client/demo-county/writeDemoCounty'
import { importProgress } from '../../client/queries/importProgress'
import { importInto } from '../servers/importInto'
import { standingFacts } from '../servers/standingFacts'
import { testTown, type TestTown } from '../servers/testTown'
import type { importingProcess as ImportingProcess } from '../../worker/importingProcess'

const TODAY = '2026-11-23'
const FAMILIES = 40
const LONG_MS = 60_000
const LOOK_EVERY_MS = 5

/** The program as it is built: the process it starts is a file of that build. */
const PROGRAM = path.join(__dirname, '..', '..', 'dist', 'worker', 'importingProcess.js')
const { importingProcess } = jest.requireActual<{ importingProcess: typeof ImportingProcess }>(PROGRAM)

/** A program that takes a run on with five megabytes, and says what became of it. */
const TAKES_ON = `
  const [program, runId] = process.argv.slice(1)
  const { importingProcess } = require(program)
  importingProcess(process.env, 5).takeOn(runId, 60_000, new AbortController().signal)
    .then(String, (error) => error.code)
    .then((said) => process.stdout.write(said))
`

/** Importing processes that this one started and that still run. */
const importers = (): readonly number[] =>
  readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const [, state, parent] = /\) (\S) (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? []
      const ours = Number(parent) === process.pid && state !== 'Z'
      return ours && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('importer.js') ? [Number(name)] : []
    } catch {
      return [] // it has just ended
    }
  })

async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const seen = await look()
    if (seen !== undefined) return seen
    await wait(LOOK_EVERY_MS)
  }
}

const goneAll = (): Promise<true> => until(() => (importers().length === 0 ? true : undefined))

describe('the process an import has to itself', () => {
  let town: TestTown
  let folder: string
  const never = new AbortController().signal

  const inTown = (): ReturnType<typeof importingProcess> => {
    const { DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = town.environment()
    return importingProcess({
      DATABASE_URL: DATABASE_URL ?? '',
      TEMPORAL_ADDRESS: TEMPORAL_ADDRESS ?? '',
      TEMPORAL_NAMESPACE: TEMPORAL_NAMESPACE ?? '',
    })
  }
  const start = (): Promise<string> =>
    startImport({ ...town, processes: nobody }, { source: 'ssd', folder, actorId: null })
  const nobody = { nudge: () => Promise.resolve(0), ensure: () => Promise.resolve(0) }

  beforeEach(async () => {
    town = await testTown({ startsOn: TODAY })
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-importer-'))
    await writeDemoCounty({ folder, today: TODAY, families: FAMILIES })
  })
  afterEach(async () => {
    await town.stop()
    rmSync(folder, { recursive: true })
  })

  it('brings a caseload in and is gone when it is done', async () => {
    const runId = await start()
    await expect(inTown().takeOn(runId, LONG_MS, never)).resolves.toBe('over')
    expect(await importProgress(town.db, runId)).toMatchObject({ state: 'done', cases: { applied: FAMILIES } })
    await goneAll()
  })

  it('goes on where the one before it was killed, and comes to the same facts', async () => {
    const calm = await testTown({ startsOn: TODAY })
    try {
      await importInto(calm, { folder })
      const runId = await start()
      const importing = inTown()
      const first = importing.takeOn(runId, LONG_MS, never)
      const pid = await until(async () => {
        const run = await importProgress(town.db, runId)
        if (run?.state === 'done') throw new Error('The import was over before its process could be killed.')
        return Object.keys(run?.read ?? {}).length > 0 ? importers()[0] : undefined
      })
      process.kill(pid, 'SIGKILL')
      await expect(first).rejects.toMatchObject({
        code: 'IMPORTER_ENDED',
        message: 'The importing process ended (SIGKILL).',
      })
      await expect(importing.takeOn(runId, LONG_MS, never)).resolves.toBe('over')
      expect(await standingFacts(town.db, new Set())).toEqual(await standingFacts(calm.db, new Set()))
    } finally {
      await calm.stop()
    }
  })

  it('is ended when its step is given up', async () => {
    const runId = await start()
    const giveUp = new AbortController()
    const step = inTown().takeOn(runId, LONG_MS, giveUp.signal)
    await until(() => (importers().length > 0 ? true : undefined))
    giveUp.abort()
    await expect(step).rejects.toMatchObject({ code: 'IMPORTER_ENDED' })
    await goneAll()
  })

  it('ends itself, and not the worker, when it needs more memory than it may have', async () => {
    const runId = await start()
    // In a process of its own, whose words stay there: Jest takes V8's last words for those of its own worker.
    const { status, stdout } = spawnSync(process.execPath, ['-e', TAKES_ON, PROGRAM, runId], {
      env: { ...process.env, ...town.environment() },
      encoding: 'utf8',
    })
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'IMPORTER_ENDED' })
    await expect(inTown().takeOn(runId, LONG_MS, never)).resolves.toBe('over')
  })

  it('says what went wrong, and stays for the next try', async () => {
    const importing = inTown()
    await expect(importing.takeOn('no id', LONG_MS, never)).rejects.toMatchObject({ code: 'P2010' })
    expect(importers()).toHaveLength(1)
    importing.stop()
    await goneAll()
  })
})
