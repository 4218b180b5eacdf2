import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { stableId } from '../../activities/import/stableId'
import { decideImport, type ImportDecision } from '../../client/commands/decideImport'
import { writeDemoCounty } from '../../client/demo-county/writeDemoCounty'
import { importProgress, type ImportProgress } from '../../client/queries/importProgress'
import { importInto, takeOn } from '../servers/importInto'
import { quietTown, type QuietTown } from '../servers/quietTown'
import { smallExtract } from '../import/smallExtract'

const TODAY = '2026-11-23'
const ADMINISTRATOR = stableId('person', 'administrator')
/** The last minute in which alerts leave. */
const EVENING = 18 * 60 - 1

describe('an import that waits for a person', () => {
  let quiet: QuietTown
  let folder: string
  beforeEach(async () => {
    quiet = await quietTown(TODAY)
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-run-'))
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true })
    await quiet.stop()
  })

  const lookAhead = async (): Promise<string> => (await importInto(quiet, { folder, wait: true })).runId
  /** Why it cannot be, or undefined. */
  const decide = async (runId: string, decision: ImportDecision['decision']): Promise<string | undefined> =>
    (await decideImport(quiet, { runId, decision, actorId: ADMINISTRATOR }))?.todo
  const stateOf = async (runId: string): Promise<ImportProgress> => {
    const progress = await importProgress(quiet.db, runId)
    if (progress === undefined) throw new Error(`There is no run ${runId}.`)
    return progress
  }
  /** Rows of everything an import brings in. */
  const written = async (): Promise<Readonly<Record<string, number>>> => {
    const [row] = await quiet.db.$queryRaw<Record<string, number>[]>`
      select (select count(*) from case_file)::int as cases, (select count(*) from child)::int as children,
        (select count(*) from chronology_event)::int as facts, (select count(*) from team)::int as teams,
        (select count(*) from person where source_id <> 'administrator')::int as people,
        (select count(*) from role_grant g join person p on p.id = g.person_id where p.source_id <> 'administrator')::int as roles,
        (select count(*) from upstream_row)::int as rows, (select count(*) from upstream_tie)::int as ties,
        (select count(*) from obligation)::int as obligations, (select count(*) from notice)::int as notices`
    return row ?? {}
  }
  /** Who has been told how much until the evening of day one, as the preview counts it. */
  const toldByPerson = (): Promise<{ person: string; jobTitle: string; digest: number; atOnce: number }[]> =>
    quiet.db.$queryRaw`
      select p.name as person, p.job_title as "jobTitle", count(*) filter (where n.lane = 'digest')::int as digest,
        count(*) filter (where n.lane = 'at-once')::int as "atOnce"
      from notice n join person p on p.id = n.recipient_id where n.withdrawn_at is null group by p.id order by p.name, p.id`

  it('writes nothing before that; then it brings in just what it said, and tells whom it said it would', async () => {
    await writeDemoCounty({ folder, today: TODAY, families: 20 })
    const before = await written()
    const runId = await lookAhead()
    expect(await written()).toEqual(before)
    const { preview, state, cases } = await stateOf(runId)
    expect({ state, cases }).toEqual({
      state: 'waiting',
      cases: { concerned: 20, previewed: 20, applied: 0, changed: 0 },
    })
    if (preview === null) throw new Error('A run that waits has no preview.')
    expect(preview.cases).toEqual({ new: 20, changed: 0, same: 0 })

    expect(await decide(runId, 'apply')).toBeUndefined()
    const touched = await takeOn(quiet, runId)
    const after = await stateOf(runId)
    expect(after.state).toBe('done')
    expect(new Set(touched).size).toBe(preview.cases.new)
    const { cases: brought, facts } = await written()
    expect({ brought, facts, said: after.newFacts }).toEqual({
      brought: 20,
      facts: preview.facts.added,
      said: preview.facts.added,
    })

    await quiet.moveTo(TODAY, EVENING)
    await quiet.plan()
    const byName = [...preview.told].sort((a, b) => (a.person < b.person ? -1 : 1))
    expect(byName.length).toBeGreaterThan(3)
    expect(byName.map(({ digest }) => digest).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(10)
    expect(await toldByPerson()).toEqual(byName)
    const [open] = await quiet.db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from obligation where state in ('open', 'late')`
    expect(open?.count).toBe(preview.obligations.appear)
  })

  it('is over when it was given up: nothing was brought in, and another may begin', async () => {
    smallExtract(folder, {})
    const before = await written()
    const runId = await lookAhead()
    expect(await decide(runId, 'give-up')).toBeUndefined()
    expect(await takeOn(quiet, runId)).toEqual([])
    expect(await stateOf(runId)).toMatchObject({ state: 'given-up', problem: null })
    expect(await written()).toEqual(before)
    const [left] = await quiet.db.$queryRaw<{ count: number }[]>`select count(*)::int as count from import_row`
    expect(left?.count).toBe(0)
    const { runId: next } = await importInto(quiet, { folder })
    expect((await stateOf(next)).state).toBe('done')
  })

  it('cannot be decided on twice, nor when it is not there; the answer says what to do', async () => {
    smallExtract(folder, {})
    const { runId } = await importInto(quiet, { folder })
    expect(await decide(runId, 'apply')).toMatch(/does not wait for a decision: it is done\..*`caseclock imports/)
    expect(await decide(runId, 'give-up')).toMatch(/is over: it is done\..*`caseclock imports/)
    expect(await decide('00000000-0000-0000-0000-000000000000', 'apply')).toMatch(/no import.*`caseclock imports`/)
    expect((await stateOf(runId)).state).toBe('done')
  })
})
