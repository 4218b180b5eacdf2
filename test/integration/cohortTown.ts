import { randomUUID } from 'node:crypto'
import { appendEvents } from '../../activities/chronology/appendEvents'
import { readClock } from '../../activities/clock'
import { stableId } from '../../activities/import/stableId'
import { runCohortFromDatabase } from '../../client/cli/cohort/cohortFromDatabase'
import type { CohortOptions } from '../../client/cli/cohort/cohortOptions'
import { CommandFailed } from '../../client/cli/io'
import { inTransaction } from '../../prisma/inTransaction'
import { TEAM } from '../servers/factsToEvents'
import type { QuietTown } from '../servers/quietTown'

/** A fact as an import would bring it. */
type Fact = readonly [kind: string, on: string, data: object]

/** A case of one child with these facts and nothing else. Answers the child's id. */
export async function addStory(
  { db }: QuietTown,
  ref: string,
  facts: readonly Fact[],
  { bornOn = '2018-01-05', team = TEAM }: { readonly bornOn?: string | null; readonly team?: string | null } = {},
): Promise<string> {
  const [caseId, child] = [stableId('test-case', ref), stableId('test-child', ref)]
  await inTransaction(db, async (tx) => {
    await tx.$executeRaw`
      insert into case_file (id, ref, team_id, open, facts_version, planned_version, rules_version) values (${caseId}::uuid, ${ref}, ${team}::uuid, true, 1, 0, '')`
    await tx.$executeRaw`
      insert into child (id, case_id, forename, surname, born_on) values (${child}::uuid, ${caseId}::uuid, 'Zebedee', 'Quillfeather', ${bornOn}::date)`
    const { now } = await readClock(tx)
    const events = facts.map(([kind, on, data]) => ({
      ...{ id: randomUUID(), kind, on, children: [], data, supersedes: null, void: false, source: null },
    }))
    await appendEvents(tx, { caseId, factsVersion: 1, commandId: randomUUID(), actorId: null, now, events })
  })
  return child
}

const started = (on: string, more: object = {}): Fact => [
  'plan-started',
  on,
  { plan: 'cpp', category: 'neglect', ...more },
]
const ended = (on: string, reason = 'review'): Fact => ['plan-ended', on, { plan: 'cpp', reason }]
const referred = (on: string): Fact => ['referral-received', on, { source: '2A' }]
const outcome = (on: string, what: string): Fact => ['police-outcome-recorded', on, { outcome: what }]

/** The children of the town: for each who is on a plan from when to when, and what else there is to know. */
export const STORIES: Readonly<Record<string, readonly Fact[]>> = {
  // First plan in the window; a second one within three months of it, after a police outcome.
  'C-1': [
    referred('2025-12-20'),
    started('2026-01-12'),
    ended('2026-02-20'),
    started('2026-04-01'),
    outcome('2026-01-20', 'outcome-20'),
  ],
  // A plan ended in the three years before.
  'C-2': [
    started('2023-05-04'),
    ended('2023-12-04'),
    started('2026-02-02'),
    outcome('2026-02-20', 'community-resolution'),
  ],
  // Again on a plan between the third month and the sixth.
  'C-3': [started('2026-01-20'), ended('2026-03-20'), started('2026-06-20'), outcome('2026-01-30', 'prosecution')],
  // Moved away before three months were over.
  'C-4': [started('2026-02-09'), ['child-left', '2026-03-09', { reason: 'moved' }]],
  // Nobody knows when the plans before this one were.
  'C-5': [started('2026-02-16', { previousPlans: 2 })],
  // Another authority's plan, and one outside the window.
  'C-6': [started('2026-02-20', { authority: 'other' })],
  'C-7': [started('2025-06-02')],
  // Its six months are not over on 20 September 2026.
  'C-8': [started('2026-03-30')],
}

/** What the command said, and the code it ended with. */
export async function typedCohort(
  { town }: QuietTown,
  options: Partial<CohortOptions>,
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const environment = process.env
  process.env = { ...environment, ...town.environment() }
  const said = { out: '', err: '' }
  const io = { out: (text: string) => void (said.out += text), err: (text: string) => void (said.err += text) }
  try {
    const code = await runCohortFromDatabase({ data: '.none', ...options }, io)
    return { code, ...said }
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    return { code: error.exitCode, out: said.out, err: error.message }
  } finally {
    process.env = environment
  }
}
