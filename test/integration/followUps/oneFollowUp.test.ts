import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import { answerFollowUp } from '../../../client/commands/follow-up/answerFollowUp'
import { recordEvent } from '../../../client/commands/recordEvent'
import { followUpList } from '../../../client/queries/followUps/followUpList'
import { followUpPage } from '../../../client/queries/followUps/followUpPage'
import { londonMoment } from '../../../domain/calendar/london'
import { PEOPLE } from '../../servers/factsToEvents'
import { jumpTo } from '../../servers/steppedClock'
import type { TestTown } from '../../servers/testTown'
import { townOfOneCase } from '../../servers/townOfOneCase'

const NOON = 12 * 60
const at = (day: string): number => londonMoment(LocalDate.parse(day), NOON)

/** The follow-ups of one child on the real server: of the plan's start, of its end, and of the closing. */
describe('a follow-up, from its first question to its answer', () => {
  let town: TestTown
  const record = (kind: string, on: string, data: object) =>
    recordEvent(town, { ref: 'T-1', kind, on, data, actorId: PEOPLE.worker, commandId: randomUUID() })
  const all = () => followUpList(town.db, { readerId: PEOPLE.worker, ref: 'T-1', all: true })
  const standing = async () =>
    (await all()).map(({ title, anchor, dueOn, state }) => `${dueOn} ${title} (${anchor}): ${state}`)
  /** Who was asked what about one follow-up, and when. */
  const asked = async (dueOn: string) => {
    const one = (await all()).find((line) => line.dueOn === dueOn)
    return (await followUpPage(town.db, { id: one!.id, readerId: PEOPLE.teamManager }))!.asked.map(
      ({ role, on }) => `${on} ${role}`,
    )
  }
  const answer = async (dueOn: string, said: object, notPossible?: string) => {
    const one = (await all()).find((line) => line.dueOn === dueOn)
    return answerFollowUp(town, {
      ...{ followUpId: one!.id, answers: said, actorId: PEOPLE.worker, commandId: randomUUID() },
      ...(notPossible === undefined ? {} : { notPossible }),
    })
  }

  beforeAll(async () => {
    ;({ town } = await townOfOneCase({ referredOn: '2026-02-02' }))
    await jumpTo(town, at('2026-03-02'))
    await record('plan-started', '2026-03-02', { plan: 'cpp', category: 'neglect' })
    await jumpTo(town, at('2026-03-03'))
  })
  afterAll(() => town.stop())

  it('has a process for each of the two of a plan’s start', async () => {
    expect(await standing()).toEqual([
      '2026-06-02 Three-month follow-up (plan-start): not-yet-asked',
      '2026-09-02 Six-month follow-up (plan-start): not-yet-asked',
    ])
    for (const { id } of await all()) {
      const { status, type } = await town.client.workflow.getHandle(`follow-up/${id}`).describe()
      expect([status.name, type]).toEqual(['RUNNING', 'cppFollowUp'])
    }
  })

  it('asks the worker ten working days before, reminds, and tells the manager when nobody answered', async () => {
    for (const day of ['2026-05-18', '2026-05-19', '2026-05-29', '2026-06-01', '2026-06-09', '2026-06-10'])
      await jumpTo(town, at(day))
    expect(await asked('2026-06-02')).toEqual([
      '2026-05-18 social-worker',
      '2026-05-29 social-worker',
      '2026-06-09 team-manager',
    ])
    expect((await standing())[0]).toContain('late')
  })

  it('says what the record answers, and why; what people have to say is left open', async () => {
    const [first] = await all()
    const page = (await followUpPage(town.db, { id: first!.id, readerId: PEOPLE.worker }))!
    expect(page.questions.map(({ id, fromTheRecord: said }) => [id, said?.answer ?? null])).toEqual([
      ['now', 'on-plan'],
      ['secondPlan', false],
      ['reReferral', false],
      ['safetyPlanKept', 'none'],
      ['goalsMet', 0],
      ['asked', null],
      ['childView', null],
    ])
    expect(page.questions[0]?.fromTheRecord?.because).toBe('On a child protection plan since 2 March 2026')
    expect(await followUpPage(town.db, { id: first!.id, readerId: randomUUID() })).toBeUndefined()
  })

  it('refuses an answer that says nothing, and one to a question nobody asked', async () => {
    expect(await answer('2026-06-02', {})).toMatchObject({
      refused: 'bad-data',
      todo: expect.stringContaining('Nothing is answered') as string,
    })
    expect(await answer('2026-06-02', { mood: 'good' })).toMatchObject({ refused: 'bad-data' })
    expect(await answer('2026-06-02', { now: 'happy' })).toMatchObject({ refused: 'bad-data' })
    expect((await standing())[0]).toContain('late')
  })

  it('is over once it was answered; unanswered questions stay unanswered', async () => {
    expect(await answer('2026-06-02', { now: 'on-plan', secondPlan: false, asked: ['mother'] })).toMatchObject({
      accepted: true,
    })
    await jumpTo(town, at('2026-06-11'))
    const [first] = await all()
    const page = (await followUpPage(town.db, { id: first!.id, readerId: PEOPLE.worker }))!
    expect(page).toMatchObject({
      state: 'answered',
      answered: { months: 3, anchor: 'plan-start', answers: { now: 'on-plan' } },
    })
    expect(page.answered?.answers).not.toHaveProperty('reReferral')
    expect((await town.client.workflow.getHandle(`follow-up/${first!.id}`).describe()).status.name).toBe('COMPLETED')
    expect(await answer('2026-06-02', { now: 'ended' })).toMatchObject({ refused: 'answered-already' })
  })

  it('is asked again of the plan’s end and of the closing, of the manager once the case is closed', async () => {
    await record('review-held', '2026-06-11', { outcome: 'end', quorate: true, childView: 'Glad', parentsView: 'Glad' })
    await record('case-closed', '2026-06-11', { reason: 'RC7' })
    await jumpTo(town, at('2026-06-12'))
    expect(await standing()).toEqual([
      '2026-06-02 Three-month follow-up (plan-start): answered',
      '2026-09-02 Six-month follow-up (plan-start): not-yet-asked',
      '2026-09-11 Look back after closing (closure): not-yet-asked',
      '2026-09-11 Three-month follow-up (plan-end): not-yet-asked',
      '2026-12-11 Look back after closing (closure): not-yet-asked',
      '2026-12-11 Six-month follow-up (plan-end): not-yet-asked',
      '2027-06-11 Look back after closing (closure): not-yet-asked',
    ])
    await jumpTo(town, at('2026-08-18'))
    await jumpTo(town, at('2026-08-19'))
    expect(await asked('2026-09-02')).toEqual(['2026-08-18 team-manager'])
  })

  it('takes a reason where none is possible, and says why what fell away is not asked', async () => {
    expect(await answer('2026-09-02', {}, 'moved to another county')).toMatchObject({ accepted: true })
    expect(await record('child-left', '2026-08-19', { reason: 'died' })).toMatchObject({ accepted: true })
    await jumpTo(town, at('2026-08-20'))
    const lines = await all()
    expect(lines.map(({ state }) => state)).toEqual([
      'answered',
      'answered',
      ...Array.from({ length: 5 }, () => 'not-asked'),
    ])
    const gone = (await followUpPage(town.db, { id: lines.at(-1)!.id, readerId: PEOPLE.worker }))!
    expect(gone.notAsked).toBe('Not asked, because the child has died (19 August 2026).')
  })

  it('was asked once of each anchor and month, however often it was planned', async () => {
    const twice = await town.db.$queryRaw<unknown[]>`
      select n.obligation_id, n.step, n.recipient_id from notice n join follow_up u on u.obligation_id = n.obligation_id
      group by n.obligation_id, n.step, n.recipient_id having count(*) > 1`
    expect(twice).toEqual([])
  })
})
