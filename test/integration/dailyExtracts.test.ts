import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { importFindings } from '../../client/queries/importFindings'
import { importInto } from '../servers/importInto'
import { factsOfExtract, standingFacts } from '../servers/standingFacts'
import { testTown, type TestTown } from '../servers/testTown'
import { NORTHMOOR, withSharedData } from '../sharedData'

const DAYS = ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'] as const
const dayFolder = (day: number): string => path.join(NORTHMOOR, `ssd-day-00${String(day)}`)

interface Change {
  readonly day: string
  readonly table: string
  readonly record_id: string
  readonly person_id: string
  readonly change: 'insert' | 'update' | 'delete'
}

/** What one day's extract did. */
interface Day {
  /** Children of the cases whose clocks were nudged, by upstream id. */
  readonly nudged: ReadonlySet<string>
  readonly missing: readonly string[]
  readonly extra: readonly string[]
  readonly findings: readonly string[]
}

withSharedData('five daily extracts of Northmoor, one after the other (its changes.csv)', () => {
  let town: TestTown
  let whole: string
  let again: readonly string[]
  const days: Day[] = []
  const changes: readonly Change[] = parse(readFileSync(path.join(NORTHMOOR, 'changes.csv')), {
    columns: true,
  })

  const take = async (day: number): Promise<Day> => {
    const { runId, touched } = await importInto(town, { folder: dayFolder(day) })
    for (const file of readdirSync(dayFolder(day)))
      if (file !== 'manifest.json') cpSync(path.join(dayFolder(day), file), path.join(whole, file))
    const { facts, noDay } = await factsOfExtract(whole, DAYS[day - 1] ?? '')
    const standing = await standingFacts(town.db, noDay)
    const children = await town.db.$queryRaw<{ id: string }[]>`
      select source_id as id from child where case_id = any(${[...touched]}::uuid[])`
    return {
      nudged: new Set(children.map(({ id }) => id)),
      missing: [...facts].filter((one) => !standing.has(one)),
      extra: [...standing].filter((one) => !facts.has(one)),
      findings: (await importFindings(town.db, runId)).map(
        ({ kind, file, record, news }) => `${news}: ${kind} ${file} ${record ?? ''}`,
      ),
    }
  }

  beforeAll(async () => {
    town = await testTown({ startsOn: '2026-11-20' })
    whole = mkdtempSync(path.join(os.tmpdir(), 'caseclock-whole-'))
    cpSync(path.join(NORTHMOOR, 'ssd'), whole, { recursive: true })
    rmSync(path.join(whole, 'manifest.json'))
    await importInto(town, { folder: path.join(NORTHMOOR, 'ssd') })
    for (const index of DAYS.keys()) days.push(await take(index + 1))
    again = (await importInto(town, { folder: dayFolder(5) })).touched
  })
  afterAll(async () => {
    rmSync(whole, { recursive: true })
    await town.stop()
  })

  const GONE = ['ssd_contacts/1003758', 'ssd_cp_visits/9521309']

  it.each([...DAYS.keys()])(
    'after day %# every fact is as if that day alone had been imported; only what vanished stays',
    (index) => {
      const day = days[index]
      expect(day?.missing).toEqual([])
      const goneByThen = GONE.filter((record) => {
        const [table, id] = record.split('/')
        return changes.some(
          (one) =>
            one.table === table && one.record_id === id && one.change === 'delete' && Number(one.day) <= index + 1,
        )
      })
      expect(day?.extra.map((one) => one.split(' ')[0]).sort()).toEqual(goneByThen)
    },
  )

  it.each([...DAYS.keys()])(
    'day %#: only clocks of children in changes.csv are nudged, with their brothers and sisters and the children of a leaver',
    async (index) => {
      const named = changes.filter(({ day }) => day === String(index + 1))
      const workers = named.filter(({ table }) => table === 'ssd_professionals').map((one) => one.record_id)
      const rows = await town.db.$queryRaw<{ id: string }[]>`
      with named as (
        select child.case_id from child where source_id = any(${named.map((one) => one.person_id)}::text[])
        union select child.case_id from upstream_row u join child on child.source_id = u.child
          where u.tbl = 'ssd_involvements' and u.cells->>'invo_professional_id' = any(${workers}::text[]))
      select source_id as id from child join named using (case_id)`
      const allowed = new Set(rows.map(({ id }) => id))
      expect([...(days[index]?.nudged ?? [])].filter((id) => !allowed.has(id))).toEqual([])
      expect(days[index]?.nudged.size).toBeGreaterThan(0)
    },
  )

  it('finds the two records that are gone, says so again the next day, and nothing else', () => {
    const contact = 'vanished ssd_contacts.csv 1003758'
    expect(days.map(({ findings }) => findings)).toEqual([
      [],
      [],
      [`new: ${contact}`],
      [`still there: ${contact}`],
      [`still there: ${contact}`, 'new: vanished ssd_cp_visits.csv 9521309'],
    ])
  })

  it('the same day again changes nothing', () => {
    expect(again).toEqual([])
  })

  it('a child that was born keeps its case, with its name and its day', async () => {
    const rows = await town.db.$queryRaw<{ forename: string; born_on: string; expected_on: string | null }[]>`
      select forename, born_on::text, expected_on::text from child where source_id = '7101273'`
    expect(rows).toEqual([{ forename: 'Acorn', born_on: '2026-11-21', expected_on: null }])
  })

  it('the worker who left stands for nobody from that day', async () => {
    const rows = await town.db.$queryRaw<{ left_on: string; roles: number }[]>`
      select left_on::text, (select count(*) from role_grant g where g.person_id = p.id and (to_on is null or to_on >= '2026-11-24'))::int as roles
      from person p where source_id = '8000073'`
    expect(rows).toEqual([{ left_on: '2026-11-24', roles: 0 }])
  })
})
