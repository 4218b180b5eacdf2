import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import { activatePolicy } from '../../client/commands/activatePolicy'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { withOverlay, type Overlay } from '../../domain/policy/overlay'
import { addHoliday, type AddHoliday } from '../../client/commands/addHoliday'
import { casePage } from '../../client/queries/casePage'
import { addCase, addPeople, PEOPLE } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'
import { typed } from '../servers/typed'

const TITLE = 'State occasion'
const MORNING = 7 * 60 + 30

/** Monday 10 May 2027 becomes a bank holiday. */
describe('a bank holiday that is added', () => {
  let quiet: QuietTown
  beforeEach(async () => {
    quiet = await quietTown('2027-03-01')
    await addPeople(quiet.town)
  })
  afterEach(() => quiet.stop())

  const add = (more: Partial<AddHoliday> = {}) =>
    addHoliday(quiet, {
      ...{ on: LocalDate.parse('2027-05-10'), title: TITLE, actorId: PEOPLE.serviceManager, concerned: [] },
      commandId: randomUUID(),
      ...more,
    })
  /** A conference that makes a plan: its first review is due three months later. */
  const conference = async (ref: string, on: string): Promise<void> => {
    await addCase(quiet.town, ref, on)
    const common = { ref, on, actorId: PEOPLE.worker }
    await quiet.record({ ...common, kind: 'assessment-authorised' })
    await quiet.record({ ...common, kind: 'icpc-held', data: { outcome: 'plan', quorate: true } })
    await quiet.record({ ...common, kind: 'plan-started', data: { plan: 'cpp', category: 'neglect' } })
  }
  const obligation = async (ref: string, rule: string) => {
    const found = (await casePage(quiet.db, ref))?.obligations.find((one) => one.rule === rule)
    if (found === undefined) throw new Error(`${ref} has no ${rule}.`)
    return { due: found.due_on, why: found.explanation }
  }
  const because = (from: string): string =>
    `moved from ${from} because of a bank holiday that was added: 10 May 2027, ${TITLE}`

  it('moves a date in working days and a meeting due on it, and no other date in months; each says why', async () => {
    await addCase(quiet.town, 'T-1', '2027-03-08')
    await conference('T-2', '2027-02-17')
    await conference('T-3', '2027-02-10')
    await quiet.moveTo('2027-03-09')
    await quiet.plan()
    const before = {
      days: (await obligation('T-1', 'assessment')).due,
      months: (await obligation('T-2', 'review-first')).due,
      meeting: (await obligation('T-3', 'review-first')).due,
    }
    expect(before).toEqual({ days: '2027-05-13', months: '2027-05-17', meeting: '2027-05-10' })
    const { out } = await typed(quiet.town, 'calendar', 'add', '2027-05-10', TITLE, '--json')
    const { changes, cases, done } = JSON.parse(out) as {
      changes: { case: string; rule: string; from: string; to: string }[]
      cases: number
      done: string
    }
    expect({ cases, done }).toEqual({ cases: 3, done: 'looked-ahead' })
    expect(changes.map((one) => `${one.case} ${one.rule} ${one.from} ${one.to}`).sort()).toEqual([
      'T-1 assessment 2027-05-13 2027-05-14',
      'T-3 review-first 2027-05-10 2027-05-07',
    ])
    await quiet.plan()
    expect((await obligation('T-1', 'assessment')).due).toBe('2027-05-13')

    expect(await add()).toEqual({ accepted: true, repeated: false })
    await quiet.plan()
    expect(await obligation('T-1', 'assessment')).toEqual({
      due: '2027-05-14',
      why: [
        'Referral received on 8 March 2027',
        expect.stringMatching(
          /^plus 45 working days is 14 May 2027 \(not counted: .*; 10 May 2027, State occasion\)$/,
        ) as string,
        'a Friday and a working day',
        because('13 May 2027'),
      ],
    })
    expect(await obligation('T-2', 'review-first')).toEqual({
      due: '2027-05-17',
      why: [
        'Initial child protection conference held on 17 February 2027',
        'plus 3 calendar months is 17 May 2027',
        'a Monday and a working day',
      ],
    })
    expect(await obligation('T-3', 'review-first')).toEqual({
      due: '2027-05-07',
      why: [
        'Initial child protection conference held on 10 February 2027',
        'plus 3 calendar months is 10 May 2027',
        `that is a bank holiday, ${TITLE}, so it is due on the working day before: Friday 7 May 2027`,
        because('10 May 2027'),
      ],
    })
    // Planned again, it is the same.
    await quiet.plan()
    expect((await obligation('T-1', 'assessment')).why.at(-1)).toBe(because('13 May 2027'))
  })

  it('does not take the blame for a date that a fact moved', async () => {
    await addCase(quiet.town, 'T-1', '2027-03-08')
    await quiet.moveTo('2027-03-09')
    await quiet.plan()
    await add()
    const [referral] = await quiet.db.$queryRaw<{ id: string }[]>`
      select id from chronology_event where kind = 'referral-received'`
    await quiet.record({
      ...{ ref: 'T-1', kind: 'referral-received', data: { source: '2A' }, actorId: PEOPLE.teamManager },
      ...{ on: '2027-03-05', supersedes: referral?.id ?? '' },
    })
    await quiet.plan()
    const { due, why } = await obligation('T-1', 'assessment')
    expect(due).toBe('2027-05-13')
    expect(why.join()).not.toContain('moved from')
  })

  it('has no morning round, though one had been set for it', async () => {
    await addCase(quiet.town, 'T-1', '2027-03-08')
    await quiet.moveTo('2027-05-07', MORNING)
    await quiet.plan()
    await quiet.planning.holdMorningRound()
    const next = async (): Promise<string | undefined> => {
      const [row] = await quiet.db.$queryRaw<{ next: Date }[]>`
        select next_moment as next from process where id = 'round'`
      return row?.next.toISOString().slice(0, 10)
    }
    expect(await next()).toBe('2027-05-10')
    await add()
    await quiet.plan()
    await quiet.moveTo('2027-05-10', MORNING)
    await quiet.plan()
    const mails = async () => quiet.db.$queryRaw`select id from message where lane = 'digest'`
    const before = await mails()
    await quiet.planning.holdMorningRound()
    expect(await next()).toBe('2027-05-11')
    expect(await mails()).toEqual(before)
  })

  it('keeps back an alert that was to leave that morning, until the next working day', async () => {
    // Two days instead of two working days: the holiday moves the morning of the alert, and not the date it is about.
    const overlay: Overlay = {
      id: 'north@1',
      extends: englandFamilySafeguarding1.id,
      approvedBy: { name: 'A. Head', post: 'Head of safeguarding', on: '2027-02-01' },
      changes: [{ rule: 'allocation', why: 'North standard', interval: { n: 2, unit: 'days' } }],
    }
    await activatePolicy(quiet, {
      ...{ pack: withOverlay(englandFamilySafeguarding1, overlay), overlay, from: LocalDate.parse('2027-03-01') },
      ...{ appliesToOpenWork: true, actorId: PEOPLE.serviceManager, commandId: randomUUID(), concerned: [] },
    })
    await addCase(quiet.town, 'T-1', '2027-05-06')
    await quiet.moveTo('2027-05-07', 19 * 60)
    await quiet.record({
      ...{ ref: 'T-1', kind: 'worker-ended', data: { person: PEOPLE.worker }, actorId: PEOPLE.teamManager },
    })
    await quiet.plan()
    await add()
    const tried = async (day: string): Promise<number> => {
      await quiet.moveTo(day, 8 * 60 + 30)
      await quiet.deliver()
      return quiet.mails.filter(({ to }) => to.address.startsWith('teammanager')).length
    }
    expect(await tried('2027-05-10')).toBe(0)
    expect(await tried('2027-05-11')).toBe(1)
  })

  it('is refused for a day that has passed, which nobody could take back; today is taken', async () => {
    await quiet.moveTo('2027-05-11')
    expect(await add()).toMatchObject({
      refused: 'bad-data',
      todo: expect.stringContaining('10 May 2027 has passed') as string,
    })
    expect(await quiet.db.$queryRaw`select 1 from calendar_day union all select 1 from audit_event`).toEqual([])
    expect(await add({ on: LocalDate.parse('2027-05-11') })).toEqual({ accepted: true, repeated: false })
  })

  it('sent twice is added once, and its audit names the day and who', async () => {
    const commandId = randomUUID()
    await add({ commandId })
    expect(await add({ commandId })).toEqual({ accepted: true, repeated: true })
    expect(await add({ commandId, title: ` State  occasion` })).toEqual({ accepted: true, repeated: true })
    const another = {
      refused: 'bad-data',
      todo: expect.stringContaining('has been used for something else') as string,
    }
    expect(await add({ commandId, on: LocalDate.parse('2027-05-11') })).toMatchObject(another)
    expect(await add({ commandId, title: 'Another' })).toMatchObject(another)
    expect(await add({ commandId, title: 'Another', actorId: PEOPLE.worker })).toMatchObject({
      refused: 'not-allowed',
    })
    expect(await add()).toMatchObject({ refused: 'known-already' })
    expect(await quiet.db.$queryRaw`select actor_id, action, detail from audit_event`).toEqual([
      { actor_id: PEOPLE.serviceManager, action: 'holiday-added', detail: { on: '2027-05-10' } },
    ])
  })
})
