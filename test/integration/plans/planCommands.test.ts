import { randomUUID } from 'node:crypto'
import { changeAccess } from '../../../client/commands/changeAccess'
import { recordReview, type RecordReview } from '../../../client/commands/plans/recordReview'
import { setGoal, type SetGoal } from '../../../client/commands/plans/setGoal'
import { plansPage } from '../../../client/queries/plans/plansPage'
import { addPerson } from '../../servers/addPerson'
import { PEOPLE, TEAM } from '../../servers/factsToEvents'
import type { QuietTown } from '../../servers/quietTown'
import { quietTownOfOneCase } from '../../servers/quietTownOfOneCase'
import { typed } from '../../servers/typed'
import { answered } from './written'

let quiet: QuietTown
beforeEach(async () => {
  quiet = await quietTownOfOneCase()
  await quiet.record({
    ...{ ref: 'T-1', kind: 'plan-started', on: '2026-02-16', actorId: PEOPLE.worker },
    data: { plan: 'cpp', category: 'neglect' },
  })
})
afterEach(() => quiet.stop())

const school: SetGoal['goal'] = {
  ...{ goal: 'school', plan: 'cpp', change: 'every day', sign: 'the register', by: '2026-05-01' },
  ...{ otherwise: 'a meeting', otherwiseBy: '2026-05-08' },
}
const set = (goal: Partial<SetGoal['goal']> = {}, more: Partial<SetGoal> = {}) =>
  answered(quiet, () =>
    setGoal(quiet, {
      ...{ ref: 'T-1', goal: { ...school, ...goal }, actorId: PEOPLE.worker, commandId: randomUUID() },
      ...more,
    }),
  )
const views = { childView: 'wants to stay', parentsView: 'not there: ill' }
const review = (more: Partial<RecordReview> = {}) =>
  answered(quiet, () =>
    recordReview(quiet, {
      ...{ ref: 'T-1', plan: 'cpp', outcome: 'continue', quorate: true, decisions: ['a dentist'], goals: [] },
      ...{ ...views, actorId: PEOPLE.worker, commandId: randomUUID() },
      ...more,
    }),
  )
const page = async (readerId: string = PEOPLE.worker) => {
  const found = await plansPage(quiet.db, 'T-1', readerId)
  if ('refused' in found) throw new Error(`${found.refused}: ${found.todo}`)
  return found
}

describe('a goal that is set by its command', () => {
  it('stands in the plan, and its gate is met', async () => {
    expect(await set({ agency: 'school', frequency: 'weekly' })).toBe('taken')
    const [plan] = (await page()).plans
    expect(plan?.forename).toBe('Zebedee')
    expect(plan?.goals[0]).toMatchObject({ goal: 'school', agency: 'school', isLate: false })
    expect(plan?.gate?.metOn?.toString()).toBe('2026-03-02')
  })

  it.each<[string, Partial<SetGoal['goal']>, string]>([
    ['a day that has passed', { by: '2026-03-01' }, '--by 2026-03-01'],
    ['what happens otherwise before the goal', { otherwiseBy: '2026-04-30' }, '--otherwise-by 2026-04-30'],
    ['a day that does not exist', { by: '2026-02-30' }, '--by 2026-02-30'],
    ['something blank', { sign: ' ' }, 'field sign'],
    ['a plan nobody has', { plan: 'cin' }, 'record the plan first'],
  ])('is refused with %s, and nothing is saved', async (_what, goal, says) => {
    expect(await set(goal)).toMatch(/^bad-data: /)
    expect(await set(goal)).toContain(says)
  })

  it('is refused while one of that name is open, and taken once its outcome is recorded', async () => {
    await set()
    expect(await set()).toContain('is open')
    expect(await review({ goals: [{ goal: 'school', outcome: 'met' }] })).toBe('taken')
    expect(await set()).toBe('taken')
  })

  it('is refused to somebody of another team', async () => {
    const elsewhere = randomUUID()
    await quiet.db.$executeRaw`insert into team (id, source_id, name) values (${elsewhere}::uuid, 'far', 'West 1')`
    const stranger = await addPerson(quiet.town, { key: 'stranger', role: 'social-worker', team: elsewhere })
    expect(await set({}, { actorId: stranger })).toMatch(/^not-allowed/)
  })
})

describe('a review that is recorded as one', () => {
  it('carries its views and decisions, and how far every goal is, under one name', async () => {
    await set()
    await set({ goal: 'teeth' })
    const goals = [
      { goal: 'school', outcome: 'part', progress: 'three days of five' },
      { goal: 'teeth', outcome: 'not' },
    ] as const
    expect(await review({ goals })).toBe('taken')
    const [plan] = (await page()).plans
    const [held] = plan?.meetings ?? []
    expect(held).toMatchObject({ kind: 'review-held', missing: [], decisions: ['a dentist'], ...views })
    expect(plan?.goals.map(({ progress }) => progress.map(({ outcome, meeting }) => [outcome, meeting]))).toEqual([
      [['part', held?.id]],
      [['not', held?.id]],
    ])
    const versions = await quiet.db.$queryRaw<{ facts_version: number }[]>`
      select distinct facts_version from chronology_event where payload->>'meeting' is not null`
    expect(versions).toHaveLength(1)
  })

  it.each<[string, Partial<RecordReview>, string]>([
    ['the child’s view', { childView: ' ' }, '--child-view'],
    ['the parents’ view', { parentsView: '' }, '--parents-view'],
    ['an open goal', {}, 'Missing: "school"'],
    ['a goal the plan has', { goals: [{ goal: 'teeth', outcome: 'met' }] }, '"teeth"'],
    [
      'one outcome for each goal',
      {
        goals: [
          { goal: 'school', outcome: 'met' },
          { goal: 'school', outcome: 'not' },
        ],
      },
      'twice',
    ],
    ['a plan that runs that day', { on: '2026-02-13' }, '13 February 2026'],
    ['a plan of that kind', { plan: 'cin' }, 'No such plan'],
    ['a day that has come', { on: '2026-03-03', goals: [{ goal: 'school', outcome: 'met' }] }, 'in the future'],
  ])('is refused without %s, and nothing is saved', async (_what, more, says) => {
    await set()
    const said = await review(more)
    expect(said).toMatch(/^bad-data: .*Nothing was saved\.$/)
    expect(said).toContain(says)
  })

  it('sent twice under its id is recorded once', async () => {
    const commandId = randomUUID()
    expect([await review({ commandId }), await review({ commandId })]).toEqual(['taken', 'taken'])
    expect((await page()).plans[0]?.meetings).toHaveLength(1)
  })

  it('ends the plan where it is quorate and says so', async () => {
    expect(await review({ outcome: 'end' })).toBe('taken')
    expect((await page()).plans[0]?.end?.why).toBe('ended by a review conference')
  })
})

describe('who may read the plans of a case', () => {
  it('whoever works with it; that they did is in the audit', async () => {
    await page()
    const [read] = await quiet.db.$queryRaw<unknown[]>`
      select actor_id::text from audit_event where action = 'plans-read' and case_id is not null`
    expect(read).toEqual({ actor_id: PEOPLE.worker })
  })

  it('police may not, nor somebody of no team of it', async () => {
    const officer = await addPerson(quiet.town, { key: 'officer', role: 'police-officer', team: TEAM })
    await expect(page(officer)).rejects.toThrow(/^not-allowed: Only those who work with the whole/)
    await expect(page(randomUUID())).rejects.toThrow(/^not-allowed/)
  })

  it('of a restricted case nobody without access', async () => {
    const by = { ref: 'T-1', actorId: PEOPLE.headOfService, reason: 'known to the family' }
    const give = { what: 'grant', personId: PEOPLE.headOfService, from: null, to: null } as const
    await changeAccess(quiet, { ...by, change: give, commandId: randomUUID() })
    await changeAccess(quiet, { ...by, change: { what: 'restrict' }, commandId: randomUUID() })
    await expect(page()).rejects.toThrow(/^not-allowed: This case is restricted/)
    expect((await page(PEOPLE.headOfService)).plans).toHaveLength(1)
  })
})

describe('on the command line', () => {
  const as = ['--as', 'Person worker'] as const

  it('a goal, its review and the plan as a table', async () => {
    const goal = await typed(
      quiet.town,
      ...[
        'plan',
        'goal',
        'T-1',
        '--goal',
        'school',
        '--change',
        'every day',
        '--sign',
        'the register',
        '--by',
        '2026-05-01',
      ],
      ...['--otherwise', 'a meeting', '--otherwise-by', '2026-05-08', ...as],
    )
    expect(goal).toMatchObject({ code: 0, out: 'The goal is set on case T-1, to be reached by 2026-05-01.\n' })
    const wrong = await typed(quiet.town, 'plan', 'review', 'T-1', '--goal', 'school: better', ...as)
    expect(wrong).toMatchObject({ code: 2, out: '' })
    const held = await typed(
      quiet.town,
      ...['plan', 'review', 'T-1', '--outcome', 'continue', '--goal', 'school=part: three days of five', '--inquorate'],
      ...['--child-view', 'wants to stay', '--parents-view', 'not there: ill', ...as, '--json'],
    )
    expect(JSON.parse(held.out)).toMatchObject({ accepted: true })
    const { out, code } = await typed(quiet.town, 'plans', 'T-1', ...as)
    expect(code).toBe(0)
    for (const words of [
      'Zebedee: child protection plan, number 1',
      'three days of five',
      'inquorate',
      'wants to stay',
    ])
      expect(out).toContain(words)
  })

  it('a reader who may not is refused with a code of their own', async () => {
    await addPerson(quiet.town, { key: 'officer', role: 'police-officer', team: TEAM })
    expect(await typed(quiet.town, 'plans', 'T-1', '--as', 'Person officer')).toMatchObject({ code: 4, out: '' })
  })
})
