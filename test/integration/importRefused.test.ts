import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ExtractRefused } from '../../activities/import/finding'
import { importProgress } from '../../client/queries/importProgress'
import type { NewImport } from '../../client/commands/startImport'
import { reviewedPlan } from '../import/reviewedPlan'
import { smallExtract, type Rows } from '../import/smallExtract'
import { withManifest } from '../import/withManifest'
import { importInto } from '../servers/importInto'
import { quietTown, type QuietTown } from '../servers/quietTown'

const VISITS = 12
/** Twelve visits: a table large enough that its shrinking says something. */
const withVisits = (count: number): Rows => ({
  ...reviewedPlan('2026-06-15'),
  ssd_cp_visits: Array.from({ length: count }, (_, index) => ({
    cppv_cp_visit_id: `b${String(index)}`,
    cppv_person_id: '100',
    cppv_cp_plan_id: 'p1',
    cppv_cp_visit_date: `2026-10-${String(index + 10)}`,
    cppv_cp_visit_seen: 'Y',
    cppv_cp_visit_seen_alone: 'Y',
  })),
})

describe('an extract that is not taken', () => {
  let quiet: QuietTown
  let folder: string
  beforeEach(async () => {
    quiet = await quietTown('2026-11-23')
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-refused-'))
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true })
    await quiet.stop()
  })

  const extract = (rows: Rows, asAt: string, leftOut: Parameters<typeof withManifest>[2] = []): void => {
    smallExtract(folder, rows)
    withManifest(folder, asAt, leftOut)
  }
  const take = (more: Omit<NewImport, 'source' | 'folder' | 'actorId'> = {}) => importInto(quiet, { folder, ...more })
  const refusal = async (trying: Promise<unknown>): Promise<string> => {
    const error: unknown = await trying.then(
      () => new Error('It was taken.'),
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(ExtractRefused)
    return (error as ExtractRefused).message
  }
  /** State and problem of a run that was taken on. */
  const ended = async (runId: string): Promise<{ state: string | undefined; problem: string | null | undefined }> => {
    const progress = await importProgress(quiet.db, runId)
    return { state: progress?.state, problem: progress?.problem }
  }
  const caseload = (): Promise<unknown> => quiet.db.$queryRaw`
    select c.id, c.facts_version, (select count(*)::int from chronology_event e where e.case_id = c.id) as facts,
      (select count(*)::int from upstream_row where gone_on is null) as rows, (select count(*)::int from person) as people
    from case_file c order by c.id`

  it('while another import waits: the reason names it and how to end it', async () => {
    extract(withVisits(VISITS), '2026-11-23')
    const { runId } = await take({ wait: true })
    const said = await refusal(take())
    expect(said).toContain(`An import is going on (${runId}`)
    expect(said).toContain(`caseclock import --give-up ${runId}`)
  })

  it('with more rows about one child than a childhood holds: no memory is spent on them', async () => {
    const contacts = Array.from({ length: 10_001 }, (_, index) => ({
      cont_contact_id: `k${String(index)}`,
      cont_person_id: '100',
      cont_contact_date: '2026-11-02',
      cont_contact_source_code: '1A',
    }))
    extract({ ...withVisits(VISITS), ssd_contacts: contacts }, '2026-11-23')
    const { runId } = await take()
    const { state, problem } = await ended(runId)
    expect(state).toBe('refused')
    expect(problem).toContain('ssd_contacts.csv holds 10,001 rows about child 100, and no child has more than 10,000.')
    expect(await caseload()).toEqual([])
    extract({ ...withVisits(VISITS), ssd_contacts: contacts.slice(1) }, '2026-11-23')
    expect(await ended((await take()).runId)).toEqual({ state: 'done', problem: null })
  })

  it('of two that begin at the same moment one is taken', async () => {
    extract(withVisits(VISITS), '2026-11-23')
    const both = await Promise.allSettled([take({ wait: true }), take({ wait: true })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find((one) => one.status === 'rejected')
    expect(lost?.reason).toBeInstanceOf(ExtractRefused)
  })

  it('that is older than the newest one; --older takes it', async () => {
    extract(withVisits(VISITS), '2026-11-23')
    await take()
    extract(withVisits(VISITS - 1), '2026-11-22')
    const before = await caseload()
    expect(await refusal(take())).toMatch(/of 2026-11-22, and the newest one so far was of 2026-11-23.*--older/)
    expect(await caseload()).toEqual(before)
    const { runId, touched } = await take({ older: true })
    expect(await ended(runId)).toEqual({ state: 'done', problem: null })
    expect(touched).toEqual([]) // the visit that is gone keeps its fact, and is a finding
    // Having taken an older one does not make the older day the newest.
    expect(await refusal(take())).toContain('the newest one so far was of 2026-11-23')
  })

  it('that says only what changed, before any whole extract', async () => {
    extract(withVisits(VISITS), '2026-11-23', ['ssd_contacts'])
    expect(await refusal(take())).toMatch(/only the tables that changed.*Import a full extract first/)
    expect(await caseload()).toEqual([])
  })

  it.each([
    ['empty', 0],
    ['less than half of what it was', VISITS / 2 - 1],
  ])('with a table that is %s; --accept-fewer takes it', async (_how, left) => {
    extract(withVisits(VISITS), '2026-11-22')
    await take()
    const before = await caseload()
    extract(withVisits(left), '2026-11-23')
    const { runId, touched } = await take()
    const { state, problem } = await ended(runId)
    expect(state).toBe('refused')
    expect(problem).toContain(
      `ssd_cp_visits.csv holds ${String(left)} rows, and held ${String(VISITS)} in the last extract`,
    )
    expect(problem).toContain('--accept-fewer ssd_cp_visits')
    expect(touched).toEqual([])
    expect(await caseload()).toEqual(before)
    const { runId: again } = await take({ acceptFewer: ['ssd_cp_visits'] })
    expect(await ended(again)).toEqual({ state: 'done', problem: null })
    const [gone] = await quiet.db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from import_finding where run_id = ${again}::uuid and kind = 'vanished'`
    expect(gone?.count).toBe(VISITS - left)
  })

  it('with a table that is half of what it was is taken', async () => {
    extract(withVisits(VISITS), '2026-11-22')
    await take()
    extract(withVisits(VISITS / 2), '2026-11-23')
    expect(await ended((await take()).runId)).toEqual({ state: 'done', problem: null })
  })

  it('whose file was cut short after it began: it ends refused, keeps the reason, and changes nothing', async () => {
    extract(withVisits(VISITS), '2026-11-22')
    await take()
    const before = await caseload()
    smallExtract(folder, withVisits(VISITS + 2))
    rmSync(path.join(folder, 'manifest.json'))
    const file = path.join(folder, 'ssd_cp_visits.csv')
    writeFileSync(file, readFileSync(file).subarray(0, -15)) // in the middle of a quoted cell
    const { runId, touched } = await take()
    const { state, problem } = await ended(runId)
    expect(state).toBe('refused')
    expect(problem).toMatch(/^ssd_cp_visits\.csv.*nothing was imported/is)
    expect(touched).toEqual([])
    expect(await caseload()).toEqual(before)
    const [rows] = await quiet.db.$queryRaw<{ count: number }[]>`select count(*)::int as count from import_row`
    expect(rows?.count).toBe(0)
  })

  it('whose file is not the one of its manifest is refused before a run begins', async () => {
    extract(withVisits(VISITS), '2026-11-23')
    const file = path.join(folder, 'ssd_cp_visits.csv')
    writeFileSync(file, readFileSync(file).subarray(0, -15))
    expect(await refusal(take())).toMatch(/checksum differs.*copy it again/)
    const [runs] = await quiet.db.$queryRaw<{ count: number }[]>`select count(*)::int as count from import_run`
    expect(runs?.count).toBe(0)
  })

  it('the same extract twice changes nothing and nudges nobody', async () => {
    extract(withVisits(VISITS), '2026-11-23')
    expect((await take()).touched).toHaveLength(1)
    const before = await caseload()
    const { runId, touched } = await take()
    expect(await ended(runId)).toEqual({ state: 'done', problem: null })
    expect(touched).toEqual([])
    expect(await caseload()).toEqual(before)
  })
})
