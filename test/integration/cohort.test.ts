import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { runCohort } from '../../client/cli/cohort/cohortCommand'
import type { CohortOptions } from '../../client/cli/cohort/cohortOptions'
import { changeAccess } from '../../client/commands/changeAccess'
import { MEASURES } from '../../domain/cohort/measures'
import { addPeople, PEOPLE } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'
import { addStory, STORIES, typedCohort } from './cohortTown'

interface Printed {
  readonly cohorts: readonly (Readonly<Record<string, { n: number; of: number }>> & {
    readonly cohort: string
    readonly children: number
    readonly leftOut: readonly { part: string; reason: string; n: number }[]
  })[]
}

const QUARTER = { from: '2026-01-01', to: '2026-03-31' }

describe('the cohort report over the database', () => {
  let quiet: QuietTown
  let folder: string
  const children: Record<string, string> = {}
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'caseclock-cohort-'))
    quiet = await quietTown('2026-09-20')
    await addPeople(quiet.town)
    for (const [ref, facts] of Object.entries(STORIES)) children[ref] = await addStory(quiet, ref, facts)
    await addStory(quiet, 'C-9', STORIES['C-8'] ?? [], { team: null, bornOn: null })
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await quiet.stop()
  })

  const typed = (options: Partial<CohortOptions>) =>
    typedCohort(quiet, { ...QUARTER, anchor: 'plan-start', ...options })
  const json = async (options: Partial<CohortOptions> = {}) =>
    JSON.parse((await typed({ json: true, ...options })).out) as Printed
  const rows = async (options: Partial<CohortOptions> = {}): Promise<readonly Record<string, string>[]> =>
    parse((await typed({ rows: true, ...options })).out, { columns: true })

  it('counts by the start of a plan, and says whom it leaves out and why', async () => {
    const { code, out, err } = await typed({ json: true })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out)).toEqual({
      ...{ format: 1, anchor: 'plan-start', windowsFrom: 'index-date', ...QUARTER, sampleEnd: null, team: null },
      ...{ today: '2026-09-20', laterIndexDates: 0, differences: [] },
      cohorts: [
        {
          ...{ cohort: '2026-01-01 to 2026-03-31', children: 7, priorCpp: { n: 1, of: 6 } },
          ...{ priorCppFollowUp3m: { n: 0, of: 1 }, noPriorCppFollowUp3m: { n: 1, of: 4 } },
          ...{ cpp3m: { n: 1, of: 6 }, cpp6m: { n: 2, of: 4 } },
          ...{ outcome20: { n: 1, of: 3 }, communityResolution: { n: 1, of: 3 } },
          leftOut: [
            { part: 'prior-cpp', reason: 'not-known', n: 1 },
            { part: '3-months', reason: 'moved', n: 1 },
            { part: '6-months', reason: 'not-over', n: 2 },
            { part: '6-months', reason: 'moved', n: 1 },
            { part: 'outcome', reason: 'not-recorded', n: 4 },
          ],
        },
      ],
    })
  })

  it('every figure opens its list, and the list is as long as the figure', async () => {
    const [cohort] = (await json()).cohorts
    for (const name of MEASURES) {
      const lengths = [await rows({ rows: name }), await rows({ rows: `${name}-of` })].map(({ length }) => length)
      expect({ name, lengths }).toEqual({ name, lengths: [cohort?.[name]?.n, cohort?.[name]?.of] })
    }
    expect(await rows({ rows: 'children' })).toHaveLength(cohort?.children ?? 0)
    expect((await rows({ rows: 'cpp6m' })).map((row) => row['case'])).toEqual(['C-1', 'C-3'])
    expect((await rows({ rows: 'left-out' })).map((row) => row['case']).sort()).toEqual(['C-4', 'C-5', 'C-8', 'C-9'])
  })

  it('its rows are a file that gives the same table, and names nobody', async () => {
    const { out } = await typed({ rows: true })
    expect(out).not.toMatch(/Zebedee|Quillfeather/)
    const file = path.join(folder, 'rows.csv')
    writeFileSync(file, out)
    let again = ''
    await runCohort(
      { input: file, json: true, data: '.none' },
      { out: (text) => void (again += text), err: () => undefined },
    )
    expect((JSON.parse(again) as Printed).cohorts).toEqual((await json()).cohorts)
  })

  it('follows a cohort to the end of its sample period instead, where that is asked, and says so', async () => {
    const sampled = await json({ sampleEnd: '2026-03-31' })
    expect(sampled).toMatchObject({ windowsFrom: 'sample-end', sampleEnd: '2026-03-31' })
    // C-1 is on a plan again on 1 April, C-3 on 20 June: both in the quarter after; no six months are over.
    expect(sampled.cohorts[0]).toMatchObject({ cpp3m: { n: 2, of: 6 }, cpp6m: { n: 0, of: 0 } })
    expect((await typed({ sampleEnd: '2026-03-31' })).out).toContain(
      'Windows of 3 and 6 calendar months from the end of the sample period, 31 March 2026.',
    )
    expect((await rows({ sampleEnd: '2026-03-31' }))[0]).toMatchObject({ windows_from: '2026-03-31' })
  })

  it.each([
    { anchor: 'plan-end', cases: ['C-1', 'C-3'] },
    { anchor: 'referral', cases: [] },
    { anchor: 'closure', cases: [] },
  ])('$anchor has children of its own: $cases', async ({ anchor, cases }) => {
    expect((await rows({ anchor, rows: 'children' })).map((row) => row['case']).sort()).toEqual(cases)
    expect((await json({ anchor })).cohorts[0]?.children).toBe(cases.length)
  })

  it('takes one team’s cases, and the name of a cohort', async () => {
    expect((await json({ team: 'no team', cohort: 'others' })).cohorts).toMatchObject([
      { cohort: 'others', children: 1 },
    ])
    expect((await json({ team: 'north' })).cohorts[0]?.children).toBe(6)
    expect(await typed({ team: 'zzz' })).toMatchObject({ code: 2, out: '' })
  })

  it('writes a row for each child for matching: its age, and no marker, for no fact carries one', async () => {
    const matching = path.join(folder, 'matching.csv')
    expect((await typed({ matching })).err).toContain('No marker was coded: no fact of a chronology carries one')
    const found: readonly Record<string, string>[] = parse(readFileSync(matching, 'utf8'), { columns: true })
    expect(found).toHaveLength(7)
    expect(found.find(({ child }) => child === children['C-1'])).toMatchObject({
      ...{
        age: '8',
        alcohol: '',
        physical_assault: '',
        prior_cpp: 'no',
        cpp_3m: 'yes',
        cpp_6m: 'yes',
        outcome_20: 'yes',
      },
    })
    expect(found.find(({ child }) => child === children['C-4'])).toMatchObject({
      cpp_3m: '',
      cpp_6m: '',
      outcome_20: '',
    })
  })

  it.each([
    { options: { anchor: 'birthday' }, says: 'one a report, for they are never mixed' },
    { options: { from: '2026-04-01' }, says: '--from 2026-04-01 lies after --to 2026-03-31' },
    { options: { sampleEnd: '2026-03-30' }, says: '--sample-end 2026-03-30 lies before --to' },
    { options: { to: '2026-02-30' }, says: '--to 2026-02-30 is not a day that exists' },
  ])('$says', async ({ options, says }) => {
    const { code, out, err } = await typed(options)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(says)
  })

  it('shows no small count of a small town for publication', async () => {
    const { out } = await typed({ suppress: true, json: true })
    expect(JSON.parse(out)).toMatchObject({
      ...{ suppressedBelow: 5, laterIndexDates: null },
      cohorts: [{ children: 7, cpp3m: { n: null }, cpp6m: { n: null, of: null }, outcome20: { n: null, of: null } }],
    })
    expect(out).not.toMatch(/"n": [1-4],|"reason": "/)
  })

  it('counts a restricted case like any other, without what leads to it', async () => {
    const before = await json()
    await changeAccess(quiet, {
      ...{ ref: 'C-1', change: { what: 'restrict' }, reason: 'a colleague’s relative', actorId: PEOPLE.headOfService },
      commandId: randomUUID(),
    })
    expect(await json()).toEqual(before)
    const { out } = await typed({ rows: true })
    expect(out).not.toContain('C-1')
    expect(out).not.toContain(children['C-1'])
    expect(out).toContain('restricted-1')
  })
})
