import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runBounced } from '../../client/cli/bouncedCommand'
import type { Io } from '../../client/cli/io'
import { casePage, type CasePage } from '../../client/queries/casePage'
import { dsn, type Dsn } from '../mail/dsn'
import { addCase, addPeople } from './factsToEvents'
import { quietTown, type QuietTown } from './quietTown'

type Entry = CasePage['escalations'][number]['entries'][number]

interface Ran {
  readonly code: number
  /** What it said, or the sentence with which it ended. */
  readonly out: string
}

/**
 * A quiet town whose case `T-1` has an alert that waits to be delivered: its assessment is due 45 working days after 2 February 2026, on 8 April. Rung 1 on
 * 9 April, a Thursday; rung 2 three working days after rung 1 was told.
 */
export interface LateAlert {
  readonly quiet: QuietTown
  entries(): Promise<readonly Entry[]>
  /** The log of the alert, a line an entry: `told 1 teamManager`. */
  log(): Promise<readonly string[]>
  /** To whom mails went, in order. */
  readers(): readonly string[]
  planAndDeliver(): Promise<void>
  /** One look of `reconcile`; what it starts is delivered. */
  reconcile(): Promise<void>
  /** Runs a command against this town. */
  run(command: (io: Io) => Promise<number>): Promise<Ran>
  /** `caseclock bounced` of these bytes. */
  bounced(report: Buffer): Promise<Ran>
  /** A report about the n-th mail. */
  reportOf(mail: number, more?: Dsn): Buffer
  stop(): Promise<void>
}

/** `sibling`: the day on which a second child of the case was born; its assessment is late with the first one's. */
export async function lateAlert({ sibling }: { readonly sibling?: string } = {}): Promise<LateAlert> {
  const environment = process.env
  const folder = mkdtempSync(path.join(tmpdir(), 'caseclock-dsn-'))
  const quiet = await quietTown('2026-03-02', { namespace: true })
  process.env = { ...environment, ...quiet.town.environment() }
  await addPeople(quiet.town)
  const { id } = await addCase(quiet.town, 'T-1', '2026-02-02')
  if (sibling !== undefined)
    await quiet.db.$executeRaw`
      insert into child (id, case_id, forename, surname, born_on) values (${randomUUID()}::uuid, ${id}::uuid, 'Ariadne', 'Quillfeather', ${sibling}::date)`
  await quiet.moveTo('2026-04-09')
  await quiet.plan()
  const entries = async (): Promise<readonly Entry[]> =>
    (await casePage(quiet.db, 'T-1'))?.escalations.find(({ title }) => title === 'Assessment')?.entries ?? []
  const run = async (command: (io: Io) => Promise<number>): Promise<Ran> => {
    let out = ''
    try {
      const code = await command({ out: (text) => void (out += text), err: () => undefined })
      return { code, out }
    } catch (error) {
      const { exitCode = -1, message } = error as { exitCode?: number; message: string }
      return { code: exitCode, out: message }
    }
  }
  return {
    quiet,
    entries,
    log: async () =>
      (await entries()).map(
        ({ entry, rung, name }) => `${entry} ${String(rung)} ${name?.replace('Person ', '') ?? ''}`,
      ),
    readers: () => quiet.mails.map(({ to }) => to.address.split('@')[0] ?? ''),
    planAndDeliver: async () => {
      await quiet.plan()
      await quiet.deliver()
    },
    reconcile: async () => {
      await quiet.planning.reconcile({ full: false })
      await quiet.deliver()
    },
    run,
    bounced: (report) => {
      const file = path.join(folder, 'report.eml')
      writeFileSync(file, report)
      return run((io) => runBounced(file, { data: '' }, io))
    },
    reportOf: (mail, more = {}) => dsn({ messageId: quiet.mails[mail]?.messageId ?? '', ...more }),
    stop: async () => {
      process.env = environment
      rmSync(folder, { recursive: true, force: true })
      await quiet.stop()
    },
  }
}
