import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { LocalDate } from '@js-joda/core'
import { parse } from 'csv-parse/sync'
import { readSsdExtract } from '../../activities/import/ssdExtract'
import { SSD_TABLE_NAMES, type SsdTable } from '../../activities/import/ssdTables'
import { SSD_HEADERS } from '../../client/demo-county/ssdHeaders'
import { writeDemoCounty } from '../../client/demo-county/writeDemoCounty'

const today = '2026-11-20'
type Row = Readonly<Record<string, string>>
const made: string[] = []

async function county(options: { seed?: number; families?: number; today?: string } = {}): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'caseclock-county-'))
  made.push(folder)
  await writeDemoCounty({ folder, today, ...options })
  return folder
}

const bytesOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  )
const rowsOf = (folder: string, table: SsdTable): Row[] =>
  parse(readFileSync(path.join(folder, `${table}.csv`)), { columns: true })

let folder: string
beforeAll(async () => {
  folder = await county()
})
afterAll(() => {
  for (const each of made) rmSync(each, { recursive: true, force: true })
})

describe('the imaginary county', () => {
  it('is the same bytes for the same seed and day, and another county for another seed', async () => {
    expect(bytesOf(await county({ seed: 1 }))).toStrictEqual(bytesOf(folder))
    expect(bytesOf(await county({ seed: 2 }))).not.toStrictEqual(bytesOf(folder))
  })

  it('writes the 17 tables with the columns of the dataset, in its order', () => {
    expect(readdirSync(folder)).toHaveLength(18)
    for (const table of SSD_TABLE_NAMES) {
      const [header] = readFileSync(path.join(folder, `${table}.csv`), 'utf8').split('\n')
      expect(header).toBe(SSD_HEADERS[table].join(','))
    }
  })

  it.each(SSD_TABLE_NAMES)('has ids in %s that stand once, and no date after today but due dates', (table) => {
    const rows = rowsOf(folder, table)
    const idColumn = { ssd_person: 'pers_person_id' }[table as string] ?? SSD_HEADERS[table][0]
    expect(new Set(rows.map((row) => row[idColumn])).size).toBe(rows.length)
    const ahead = rows.flatMap((row) =>
      Object.entries(row).filter(
        ([column, cell]) => /^\d{4}-/.test(cell) && cell > today && !/due|target|expected/.test(column),
      ),
    )
    expect(ahead).toStrictEqual([])
  })

  it.each([
    ['ssd_family', 'fami_person_id', 'ssd_person', 'pers_person_id'],
    ['ssd_cin_episodes', 'cine_person_id', 'ssd_person', 'pers_person_id'],
    ['ssd_cin_assessments', 'cina_referral_id', 'ssd_cin_episodes', 'cine_referral_id'],
    ['ssd_assessment_factors', 'cinf_assessment_id', 'ssd_cin_assessments', 'cina_assessment_id'],
    ['ssd_cin_plans', 'cinp_referral_id', 'ssd_cin_episodes', 'cine_referral_id'],
    ['ssd_cin_visits', 'cinv_cin_plan_id', 'ssd_cin_plans', 'cinp_cin_plan_id'],
    ['ssd_s47_enquiry', 's47e_referral_id', 'ssd_cin_episodes', 'cine_referral_id'],
    ['ssd_initial_cp_conference', 'icpc_s47_enquiry_id', 'ssd_s47_enquiry', 's47e_s47_enquiry_id'],
    ['ssd_initial_cp_conference', 'icpc_cp_plan_id', 'ssd_cp_plans', 'cppl_cp_plan_id'],
    ['ssd_cp_plans', 'cppl_icpc_id', 'ssd_initial_cp_conference', 'icpc_icpc_id'],
    ['ssd_cp_visits', 'cppv_cp_plan_id', 'ssd_cp_plans', 'cppl_cp_plan_id'],
    ['ssd_cp_reviews', 'cppr_cp_plan_id', 'ssd_cp_plans', 'cppl_cp_plan_id'],
    ['ssd_involvements', 'invo_professional_id', 'ssd_professionals', 'prof_professional_id'],
    ['ssd_involvements', 'invo_professional_team', 'ssd_department', 'dept_team_id'],
    ['ssd_legal_status', 'lega_person_id', 'ssd_person', 'pers_person_id'],
  ] as const)('names in %s.%s only what is in %s', (table, column, of, id) => {
    const known = new Set(rowsOf(folder, of).map((row) => row[id]))
    const lost = rowsOf(folder, table).filter((row) => row[column] !== '' && !known.has(row[column]))
    expect(lost).toStrictEqual([])
  })

  it('has exactly one open review for each open plan, and none for an ended one', () => {
    const open = rowsOf(folder, 'ssd_cp_reviews').filter((row) => row['cppr_cp_review_date'] === '')
    for (const plan of rowsOf(folder, 'ssd_cp_plans')) {
      const own = open.filter((row) => row['cppr_cp_plan_id'] === plan['cppl_cp_plan_id'])
      expect(own).toHaveLength(plan['cppl_cp_plan_end_date'] === '' ? 1 : 0)
    }
  })

  it('gives siblings one referral date and one surname', () => {
    const referred = new Map(
      rowsOf(folder, 'ssd_cin_episodes').map((row) => [row['cine_person_id'], row['cine_referral_date']]),
    )
    const surname = new Map(rowsOf(folder, 'ssd_person').map((row) => [row['pers_person_id'], row['pers_surname']]))
    const families = new Map<string, Row[]>()
    for (const row of rowsOf(folder, 'ssd_family')) {
      const family = row['fami_family_id'] ?? ''
      families.set(family, [...(families.get(family) ?? []), row])
    }
    expect(families.size).toBe(60)
    for (const members of families.values()) {
      expect(
        new Set(members.map((row) => `${referred.get(row['fami_person_id'])} ${surname.get(row['fami_person_id'])}`))
          .size,
      ).toBe(1)
    }
  })

  it('has something of everything a clock has to get right', () => {
    const leavers = new Set(
      rowsOf(folder, 'ssd_professionals')
        .filter((row) => row['prof_professional_department'] === 'Leavers')
        .map((row) => row['prof_professional_id']),
    )
    const allocated = rowsOf(folder, 'ssd_involvements').filter(
      (row) => row['invo_professional_role_id'] === 'Allocated Case Worker',
    )
    const held = new Set(allocated.map((row) => row['invo_person_id']))
    const conferences = rowsOf(folder, 'ssd_initial_cp_conference')
    const found = {
      unborn: rowsOf(folder, 'ssd_person').filter((row) => row['pers_expected_dob'] !== '').length,
      transferIn: conferences.filter((row) => row['icpc_icpc_transfer_in'] === 'Y').length,
      conferencesWaiting: conferences.filter((row) => row['icpc_icpc_date'] === '').length,
      heldByALeaver: allocated.filter(
        (row) => row['invo_involvement_end_date'] === '' && leavers.has(row['invo_professional_id'] ?? ''),
      ).length,
      heldByNobody: rowsOf(folder, 'ssd_cin_episodes').filter(
        (row) => row['cine_close_date'] === '' && !held.has(row['cine_person_id'] ?? ''),
      ).length,
      plansEnded: rowsOf(folder, 'ssd_cp_plans').filter((row) => row['cppl_cp_plan_end_date'] !== '').length,
      closed: rowsOf(folder, 'ssd_cin_episodes').filter((row) => row['cine_close_date'] !== '').length,
    }
    expect(Object.entries(found).filter(([, count]) => count === 0)).toStrictEqual([])
  })

  it('has a few late reviews, and a visit in the last fortnight for most children on a plan', () => {
    const reviews = rowsOf(folder, 'ssd_cp_reviews').filter((row) => row['cppr_cp_review_date'] === '')
    const late = reviews.filter((row) => (row['cppr_cp_review_due'] ?? '') < today).length
    expect(late).toBeGreaterThan(0)
    expect(late).toBeLessThan(reviews.length / 4)
    const lastVisit = new Map<string, string>()
    for (const row of rowsOf(folder, 'ssd_cp_visits'))
      lastVisit.set(row['cppv_cp_plan_id'] ?? '', row['cppv_cp_visit_date'] ?? '')
    const open = rowsOf(folder, 'ssd_cp_plans').filter((row) => row['cppl_cp_plan_end_date'] === '')
    const fortnightAgo = LocalDate.parse(today).minusDays(14).toString()
    const recent = open.filter((row) => (lastVisit.get(row['cppl_cp_plan_id'] ?? '') ?? '') >= fortnightAgo).length
    expect(recent).toBeLessThan(open.length)
    expect(recent / open.length).toBeGreaterThan(0.7)
  })

  it.each([
    { day: '2026-11-20', seed: 1 },
    { day: '2026-12-28', seed: 2 },
    { day: '2027-02-28', seed: 3 },
  ])('is taken by the import without a finding (seed $seed, on $day)', async ({ day, seed }) => {
    const made = await county({ seed, today: day })
    const extract = await readSsdExtract(made, '2000-01-01')
    expect(extract.findings).toStrictEqual([])
    expect(extract.asAt).toBe(day)
    expect(extract.families).toHaveLength(60)
    expect(extract.people.flatMap(({ roles }) => roles.map(({ role }) => role))).toEqual(
      expect.arrayContaining([
        'social-worker',
        'team-manager',
        'coordinator',
        'service-manager',
        'head-of-service',
        'conference-service',
        'front-door-manager',
      ]),
    )
  })

  it('grows with more teams and workers, who all have names of their own', async () => {
    const large = await county({ families: 300 })
    const people = rowsOf(large, 'ssd_professionals')
    expect(new Set(people.map((row) => row['prof_professional_name'])).size).toBe(people.length)
    expect(people.length).toBeGreaterThan(60)
    expect(rowsOf(large, 'ssd_person').length).toBeGreaterThan(500)
  })
})
