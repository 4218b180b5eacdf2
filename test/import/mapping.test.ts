import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readSsdExtract, type SsdExtract } from '../../activities/import/ssdExtract'
import { stableId } from '../../activities/import/stableId'
import { payloadProblem } from '../../domain/chronology/eventKinds'
import { ONE_CHILD, smallExtract, type Rows } from './smallExtract'

const TODAY = '2026-11-20'
const [CHILD] = ONE_CHILD.ssd_person
const idOf = (table: string, record: string, kind: string): string => stableId('event', 'ssd', table, record, kind)
const worker = stableId('person', 'ssd', '10')
const leaver = stableId('person', 'ssd', '11')

const referral = {
  cine_referral_id: 'r1',
  cine_person_id: '100',
  cine_referral_date: '2026-03-02',
  cine_referral_source_code: '6',
  cine_referral_nfa: 'N',
  cine_referral_team: '2',
}
const plan = {
  cppl_cp_plan_id: 'p1',
  cppl_person_id: '100',
  cppl_cp_plan_start_date: '2026-03-18',
  cppl_cp_plan_ola: 'N',
  cppl_cp_plan_initial_category: 'NEG',
}
const review = {
  cppr_cp_review_id: 'v1',
  cppr_person_id: '100',
  cppr_cp_plan_id: 'p1',
  cppr_cp_review_date: '2026-06-15',
  cppr_cp_review_outcome_continue_cp: 'Y',
}
const involved = {
  invo_involvements_id: 'i1',
  invo_professional_id: '10',
  invo_professional_role_id: 'Allocated Case Worker',
  invo_professional_team: '2',
  invo_person_id: '100',
  invo_involvement_start_date: '2026-03-02',
}
const conference = {
  icpc_icpc_id: 'c1',
  icpc_icpc_meeting_id: 'm1',
  icpc_person_id: '100',
  icpc_referral_id: 'r1',
  icpc_icpc_transfer_in: 'N',
  icpc_icpc_date: '2026-03-18',
  icpc_icpc_outcome_cp_flag: 'Y',
}

describe('what becomes of a row', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-rows-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const read = (rows: Rows): Promise<SsdExtract> => {
    smallExtract(folder, rows)
    return readSsdExtract(folder, TODAY)
  }
  /** `kind day {fields}` of every event. */
  const events = async (rows: Rows): Promise<string[]> => {
    const all = (await read(rows)).families.flatMap((family) => family.events)
    expect(all.map(({ kind, data }) => payloadProblem(kind, data)).filter((problem) => problem !== undefined)).toEqual(
      [],
    )
    return all.map(({ kind, on, data }) => `${kind} ${on} ${JSON.stringify(data)}`)
  }
  const received = 'referral-received 2026-03-02 {"source":"6"}'
  const decided = (outcome: string, on: string): string =>
    `referral-decided ${on} ${JSON.stringify({ referral: idOf('ssd_cin_episodes', 'r1', 'referral-received'), outcome })}`

  it.each([
    ['accepted on its own day', {}, [received, decided('accepted', '2026-03-02')]],
    ['not decided yet', { cine_referral_nfa: '' }, [received]],
    [
      'no further action, on the day it closed',
      { cine_referral_nfa: 'Y', cine_close_date: '2026-03-04' },
      [received, decided('no-action', '2026-03-04')],
    ],
    [
      'closed for that child',
      { cine_close_date: '2026-05-01', cine_close_reason: 'RC7' },
      [received, decided('accepted', '2026-03-02'), 'case-closed 2026-05-01 {"reason":"RC7"}'],
    ],
  ])('a referral: %s', async (_, change, expected) => {
    expect(await events({ ssd_cin_episodes: [{ ...referral, ...change }] })).toEqual(expected)
  })

  it('an initial conference is held on its day, and one without a day has only been called for', async () => {
    expect(await events({ ssd_initial_cp_conference: [conference] })).toEqual([
      'icpc-held 2026-03-18 {"outcome":"plan","meeting":"m1"}',
    ])
    expect(await events({ ssd_initial_cp_conference: [{ ...conference, icpc_icpc_date: '' }] })).toEqual([])
  })

  it('a transfer-in is notified on the day of its referral', async () => {
    const rows = {
      ssd_cin_episodes: [referral],
      ssd_initial_cp_conference: [{ ...conference, icpc_icpc_transfer_in: 'Y' }],
    }
    expect(await events(rows)).toEqual(
      expect.arrayContaining([
        'transfer-in-notified 2026-03-02 {}',
        'transfer-in-conference-held 2026-03-18 {"outcome":"plan","meeting":"m1"}',
      ]),
    )
  })

  it.each([
    ['NEG', 'neglect'],
    ['Emotional abuse', 'emotional abuse'],
    ['Multiple/not recommended', 'multiple'],
    ['mul', 'multiple'],
  ])('category %s is %s', async (code, category) => {
    expect(await events({ ssd_cp_plans: [{ ...plan, cppl_cp_plan_initial_category: code }] })).toEqual([
      `plan-started 2026-03-18 ${JSON.stringify({ plan: 'cpp', authority: 'ours', previousPlans: 0, category })}`,
    ])
  })

  it("another authority's plan says so, and is none of the child's earlier plans", async () => {
    const theirs = {
      ...plan,
      cppl_cp_plan_id: 'p0',
      cppl_cp_plan_ola: 'Y',
      cppl_cp_plan_start_date: '2025-03-18',
      cppl_cp_plan_end_date: '2025-06-18',
    }
    const [first, , second] = await events({ ssd_cp_plans: [plan, theirs] })
    expect(first).toContain('"authority":"other"')
    expect(second).toContain('"authority":"ours","previousPlans":0')
  })

  const ended = { ...plan, cppl_cp_plan_end_date: '2026-06-15' }
  it.each<[string, Rows]>([
    ['review', { ssd_cp_reviews: [{ ...review, cppr_cp_review_outcome_continue_cp: 'N' }] }],
    ['not-known', { ssd_cp_reviews: [review] }],
    ['died', { ssd_person: [{ ...CHILD, pers_death_date: '2026-06-15' }] }],
    ['adult', { ssd_person: [{ ...CHILD, pers_dob: '2008-06-15' }] }],
    [
      'looked-after',
      {
        ssd_legal_status: [
          {
            lega_legal_status_id: 'l1',
            lega_person_id: '100',
            lega_legal_status: 'C1',
            lega_legal_status_start_date: '2026-06-15',
          },
        ],
      },
    ],
    [
      'not-known',
      {
        ssd_legal_status: [
          {
            lega_legal_status_id: 'l1',
            lega_person_id: '100',
            lega_legal_status: 'L1',
            lega_legal_status_start_date: '2026-06-15',
          },
        ],
      },
    ],
    ['moved', { ssd_cin_episodes: [{ ...referral, cine_close_date: '2026-06-15', cine_close_reason: 'RC5' }] }],
  ])('a plan that ended on the day of: %s', async (reason, rows) => {
    const data = JSON.stringify({ plan: 'cpp', of: idOf('ssd_cp_plans', 'p1', 'plan-started'), reason })
    expect(await events({ ssd_cp_plans: [ended], ...rows })).toContain(`plan-ended 2026-06-15 ${data}`)
  })

  it('a review that was held without an outcome ends no plan, and is a finding', async () => {
    const rows = {
      ssd_cp_plans: [plan],
      ssd_cp_reviews: [
        {
          ...review,
          cppr_cp_review_outcome_continue_cp: '',
          cppr_cp_review_quorate: 'N',
          cppr_cp_review_participation: 'PN1',
          cppr_cp_review_meeting_id: 'm2',
        },
      ],
    }
    expect(await events(rows)).toContain(
      'review-held 2026-06-15 {"outcome":"continue","quorate":false,"participation":"PN1","meeting":"m2"}',
    )
    expect((await read(rows)).findings).toEqual([
      expect.objectContaining({ record: 'v1', field: 'cppr_cp_review_outcome_continue_cp', taken: 'warning' }),
    ])
  })

  it('police protection makes no child looked after', async () => {
    const status = (id: string, legal: string) => ({
      lega_legal_status_id: id,
      lega_person_id: '100',
      lega_legal_status: legal,
      lega_legal_status_start_date: '2026-06-15',
      lega_legal_status_end_date: '2026-07-01',
    })
    expect(await events({ ssd_legal_status: [status('1', 'L1'), status('2', 'L2')] })).toEqual([])
    expect(await events({ ssd_legal_status: [status('1', 'V2')] })).toEqual([
      'looked-after-started 2026-06-15 {}',
      'looked-after-ended 2026-07-01 {}',
    ])
  })

  it('what is still open in the name of somebody who left ends on the day of the extract', async () => {
    const specialist = {
      ...involved,
      invo_involvements_id: 'i2',
      invo_professional_id: '11',
      invo_professional_role_id: 'Recovery Worker',
    }
    const done = { ...specialist, invo_involvements_id: 'i3', invo_involvement_end_date: '2026-04-01' }
    expect(await events({ ssd_involvements: [{ ...involved, invo_professional_id: '11' }, specialist, done] })).toEqual(
      [
        `worker-allocated 2026-03-02 ${JSON.stringify({ person: leaver })}`,
        `specialist-allocated 2026-03-02 ${JSON.stringify({ role: 'recovery-worker', person: leaver })}`,
        `specialist-allocated 2026-03-02 ${JSON.stringify({ role: 'recovery-worker', person: leaver })}`,
        'specialist-ended 2026-04-01 {"role":"recovery-worker","reason":"done"}',
        `worker-ended 2026-11-20 ${JSON.stringify({ person: leaver })}`,
        'specialist-ended 2026-11-20 {"role":"recovery-worker","reason":"left"}',
      ],
    )
  })

  it('days with a time are London days, whatever their form', async () => {
    const form = (id: string, date: string) => ({
      ...involved,
      invo_involvements_id: id,
      invo_involvement_start_date: date,
    })
    const days = ['2026-06-30', '2026-06-30 23:30:00', '2026-06-30 00:00:00.000']
    expect(await events({ ssd_involvements: days.map((date, index) => form(String(index), date)) })).toEqual(
      days.map(() => `worker-allocated 2026-06-30 ${JSON.stringify({ person: worker })}`),
    )
  })

  it("a case's team is that of the open allocation, else of the last one, else the one that took the referral", async () => {
    const team = async (rows: Rows): Promise<string | null> => (await read(rows)).families[0]?.teamId ?? null
    const north = stableId('team', 'ssd', '2')
    const service = stableId('team', 'ssd', '1')
    const old = {
      ...involved,
      invo_involvements_id: 'i0',
      invo_professional_team: '1',
      invo_involvement_end_date: '2026-10-01',
    }
    expect(
      await team({ ssd_cin_episodes: [{ ...referral, cine_referral_team: '1' }], ssd_involvements: [involved, old] }),
    ).toBe(north)
    expect(await team({ ssd_cin_episodes: [referral], ssd_involvements: [old] })).toBe(service)
    expect(await team({ ssd_cin_episodes: [referral] })).toBe(north)
    expect(await team({ ssd_cin_episodes: [{ ...referral, cine_referral_team: '77' }] })).toBeNull()
  })

  it('a role is held for a known team: without one there is none, or it would count everywhere', async () => {
    const [first] = ONE_CHILD.ssd_professionals
    const { people, findings } = await read({
      ssd_professionals: [
        { ...first, prof_professional_job_title: 'Team Manager', prof_professional_department: 'Team Nroth' },
      ],
    })
    expect(people[0]).toMatchObject({ teamId: null, roles: [] })
    expect(findings).toEqual([expect.objectContaining({ field: 'prof_professional_department', taken: 'warning' })])
  })

  it('a child without a family, without a date of birth or with an impossible one is taken all the same', async () => {
    const { families, findings } = await read({ ssd_family: [], ssd_person: [{ ...CHILD, pers_dob: '2019-02-30' }] })
    expect(families.map(({ ref, children }) => [ref, children[0]?.bornOn])).toEqual([['N-child-100', null]])
    expect(findings.map(({ field }) => field)).toEqual(['pers_dob', 'pers_person_id'])
  })
})

describe('a stable id', () => {
  it('is a UUID of version 8, the same for the same record and its own for any other', () => {
    expect(stableId('case', 'ssd', '500')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    expect(stableId('case', 'ssd', '500')).toBe(stableId('case', 'ssd', '500'))
    expect(stableId('case', 'ssd', '50', '0')).not.toBe(stableId('case', 'ssd', '500'))
    expect(stableId('child', 'ssd', '500')).not.toBe(stableId('case', 'ssd', '500'))
  })
})
