import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import { readClock } from '../../activities/clock'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { lateClocks } from '../../activities/reconcile/lateClocks'
import { answerEscalation, type AnswerEscalation } from '../../client/commands/answerEscalation'
import { casePage } from '../../client/queries/casePage'
import { addCase, addPeople, PEOPLE, type TestCase } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'

/** An assessment is due 45 working days after 2 February 2026: on 8 April. The team manager is told on 9 April, the service manager on 14 April. */
describe('what a person can do with an alert', () => {
  let quiet: QuietTown
  let about: TestCase
  beforeEach(async () => {
    quiet = await quietTown('2026-03-02')
    await addPeople(quiet.town)
    about = await addCase(quiet.town, 'T-1', '2026-02-02')
    await quiet.dayComes('2026-04-09')
  })
  afterEach(() => quiet.stop())

  const alert = async () => {
    const page = await casePage(quiet.db, 'T-1')
    const found = page?.escalations.find(({ title }) => title === 'Assessment')
    if (found === undefined) throw new Error('The assessment has no alert.')
    return found
  }
  const log = async (): Promise<string[]> =>
    (await alert()).entries.map(({ entry, rung, name }) => [entry, rung ?? '-', name ?? 'nobody'].join(' '))
  const answer = async (given: Partial<AnswerEscalation> & Pick<AnswerEscalation, 'answer'>): Promise<string> => {
    const answered = await answerEscalation(quiet, {
      ...{ escalationId: (await alert()).id, reason: 'a reason', actorId: PEOPLE.teamManager },
      ...{ commandId: randomUUID(), ...given },
    })
    return 'accepted' in answered ? String(answered.nextOn) : `${answered.refused}: ${answered.todo}`
  }
  const mailsTo = (who: string) => quiet.mails.filter(({ to }) => to.address.startsWith(who.toLowerCase()))

  it('a promise: the rung waits for its day, and then goes up, not round again', async () => {
    const promise = { answer: 'promise', reason: 'it is signed', ownerId: PEOPLE.worker } as const
    expect(await answer({ ...promise, until: '2026-04-15' })).toBe('2026-04-16')
    await quiet.dayComes('2026-04-15')
    expect(mailsTo('serviceManager')).toEqual([])
    expect(await answer({ ...promise, until: '2026-04-16' })).toMatch(/^answered-already: A promise was made already/)
    await quiet.dayComes('2026-04-16')
    expect(await log()).toEqual([
      'told 1 Person teamManager',
      'promised 1 Person teamManager',
      'told 2 Person serviceManager',
    ])
    expect(mailsTo('serviceManager')[0]?.text).toContain(
      '- Person teamManager promised on 9 April 2026: “it is signed”, Person worker by 15 April 2026. That has not been recorded as done',
    )
  })

  it('a promise that is kept ends the alert by the fact, and nobody else is told', async () => {
    await answer({ answer: 'promise', until: '2026-04-13' })
    await quiet.moveTo('2026-04-13')
    await quiet.record({ ref: 'T-1', kind: 'assessment-authorised', actorId: PEOPLE.worker })
    await quiet.dayComes('2026-04-20')
    expect((await alert()).state).toBe('resolved')
    expect(await log()).toEqual(['told 1 Person teamManager', 'promised 1 Person teamManager', 'resolved - nobody'])
    expect(mailsTo('serviceManager')).toEqual([])
  })

  it.each([
    { until: '2026-04-17', todo: /^bad-data: A promise ends at most 5 working days ahead: by 16 April 2026/ },
    { until: '2026-04-08', todo: /^bad-data: 8 April 2026 has passed/ },
    { until: 'soon', todo: /^bad-data: A promise needs the day it ends, written as 2026-03-02, not soon/ },
    { until: '2026-04-14', ownerId: randomUUID(), todo: /^bad-data: Whoever keeps a promise is in post/ },
    { until: '2026-04-14', reason: ' ', todo: /^bad-data: Say what is promised/ },
  ])('a promise until $until is refused where it cannot be kept to: $todo', async ({ todo, ...given }) => {
    expect(await answer({ answer: 'promise', ...given })).toMatch(todo)
    expect(await log()).toEqual(['told 1 Person teamManager'])
  })

  it('more time is given once; asked for a second time for the same matter it goes straight up', async () => {
    expect(await answer({ answer: 'more-time', until: '2026-04-16' })).toBe('2026-04-17')
    await quiet.dayComes('2026-04-16')
    expect(mailsTo('serviceManager')).toEqual([])
    expect(await answer({ answer: 'more-time', reason: 'given longer', until: '2026-04-20' })).toBe('2026-04-16')
    await quiet.dayComes('2026-04-16')
    expect((await log()).slice(1)).toEqual([
      'more-time 1 Person teamManager',
      'passed-up 1 Person teamManager',
      'told 2 Person serviceManager',
    ])
    expect(mailsTo('serviceManager')[0]?.text).toContain('“more time was asked for a second time: given longer”')
    // On the next rung as well.
    await answer({ answer: 'more-time', until: '2026-04-17', actorId: PEOPLE.serviceManager })
    await quiet.dayComes('2026-04-16')
    expect((await log()).at(-1)).toBe('told 3 Person headOfService')
  })

  it('more time never brings the next rung nearer', async () => {
    expect(await answer({ answer: 'more-time', until: '2026-04-10' })).toBe('2026-04-14')
  })

  it('passed up, the next person is told at once; at the top there is nobody', async () => {
    expect(await answer({ answer: 'pass-up', reason: 'no worker to do it' })).toBe('2026-04-09')
    await quiet.dayComes('2026-04-09')
    expect((await log()).slice(1)).toEqual(['passed-up 1 Person teamManager', 'told 2 Person serviceManager'])
    for (const day of ['2026-04-16', '2026-04-23']) await quiet.dayComes(day)
    expect((await log()).filter((line) => line.startsWith('told'))).toHaveLength(4)
    expect(await answer({ answer: 'pass-up' })).toMatch(/^at-the-top: Nobody stands above/)
    // There is no director: the administrator was told last.
    const [last] = await quiet.db.$queryRaw<{ id: string }[]>`
      select person_id::text as id from escalation_entry where entry = 'told' and rung = 4`
    const more = { answer: 'more-time', until: '2026-04-24', actorId: last?.id ?? '' } as const
    expect(await answer(more)).toMatch(/^at-the-top: Nobody further/)
  })

  it('passed up while nobody can be woken: `reconcile` finds it at once, and not on the next day of the ladder', async () => {
    const found = async (): Promise<boolean> => {
      const { version } = await rulesInForce()(quiet.db, LocalDate.parse('2026-04-09'))
      const look = { clock: await readClock(quiet.db), rulesVersion: version, limit: 10 }
      return (await lateClocks(quiet.db, look)).some(({ type }) => type === 'stalledPlanEscalation')
    }
    expect(await found()).toBe(false)
    await answer({ answer: 'pass-up' })
    expect(await found()).toBe(true)
    await quiet.dayComes('2026-04-09')
    expect(await found()).toBe(false)
  })

  it('withdrawn: ends with the reason, and whoever stands above is told who and why', async () => {
    expect(await answer({ answer: 'withdraw', reason: 'the family has moved' })).toBe('null')
    await quiet.dayComes('2026-04-10')
    expect((await alert()).state).toBe('withdrawn')
    const [mail, more] = mailsTo('serviceManager')
    expect(more).toBeUndefined()
    expect(mail?.subject).toBe('Alert withdrawn: case T-1, assessment')
    expect(mail?.text).toContain('Person teamManager withdrew it on 9 April 2026: “the family has moved”')
    expect(await answer({ answer: 'acknowledge' })).toMatch(/^already-ended/)
    expect(await answer({ answer: 'withdraw', actorId: PEOPLE.worker })).toMatch(/^already-ended/)
  })

  it('a worker may promise and pass up, and withdraws nothing', async () => {
    expect(await answer({ answer: 'withdraw', actorId: PEOPLE.worker })).toMatch(/^not-allowed: Only a manager/)
    expect(await answer({ answer: 'promise', until: '2026-04-14', actorId: PEOPLE.worker })).toBe('2026-04-15')
    expect(await answer({ answer: 'pass-up', actorId: randomUUID() })).toMatch(/^not-allowed/)
  })

  it('challenged: a dispute begins on the case with its own stages, and the ladder goes on', async () => {
    expect(await answer({ answer: 'challenge', reason: 'this is not safe' })).toBe('2026-04-14')
    await quiet.dayComes('2026-04-09')
    const page = await casePage(quiet.db, 'T-1')
    expect(page?.chronology[0]).toMatchObject({ kind: 'dispute-raised', occurred_on: '2026-04-09' })
    expect(page?.obligations.filter(({ rule }) => rule === 'dispute').length).toBeGreaterThan(0)
    expect(mailsTo('serviceManager')).toEqual([])
  })

  it('a challenge about immediate risk skips the stages: the service manager at once, also in the evening', async () => {
    await quiet.moveTo('2026-04-09', 21 * 60)
    await answer({ answer: 'challenge', reason: 'she is there tonight', immediateRisk: true })
    await quiet.deliver()
    const [mail] = mailsTo('serviceManager')
    expect(mail?.text).toContain('raised a professional dispute on 9 April 2026: “she is there tonight”')
    // In the alert of the dispute, which climbs from there.
    const dispute = (await casePage(quiet.db, 'T-1'))?.escalations.find(({ title }) => title === 'Professional dispute')
    expect(dispute?.entries.map(({ entry, rung, name }) => [entry, rung ?? '-', name].join(' '))).toEqual([
      'challenged - Person teamManager',
      'told 1 Person serviceManager',
    ])
  })

  it('a second challenge about immediate risk is told again', async () => {
    const risk = { answer: 'challenge', immediateRisk: true } as const
    await answer({ ...risk, reason: 'the first evening' })
    await quiet.dayComes('2026-04-10')
    await answer({ ...risk, reason: 'and again' })
    await quiet.dayComes('2026-04-10')
    const told = mailsTo('serviceManager').filter(({ text }) => text.includes('raised a professional dispute'))
    expect(told).toHaveLength(2)
    expect(told[1]?.text).toContain('“and again”')
  })

  it('once somebody above has been told, nobody below holds it up again', async () => {
    await quiet.dayComes('2026-04-14')
    for (const actorId of [PEOPLE.teamManager, PEOPLE.worker]) {
      expect(await answer({ answer: 'promise', until: '2026-04-17', actorId })).toMatch(/^not-allowed: Somebody above/)
      expect(await answer({ answer: 'acknowledge', actorId })).toMatch(/^not-allowed: Somebody above/)
      expect(await answer({ answer: 'more-time', until: '2026-04-17', actorId })).toMatch(
        /^not-allowed: Somebody above/,
      )
    }
    const above = { answer: 'promise', until: '2026-04-17', actorId: PEOPLE.headOfService } as const
    expect(await answer(above)).toBe('2026-04-20')
    expect(await answer({ answer: 'pass-up', actorId: PEOPLE.teamManager })).toBe('2026-04-14')
  })

  it('more time is given once also where the matter was settled and is back, from the first rung on', async () => {
    await answer({ answer: 'more-time', until: '2026-04-10' })
    const done = await quiet.record({ ref: 'T-1', kind: 'assessment-authorised', actorId: PEOPLE.worker })
    await quiet.dayComes('2026-04-09')
    await quiet.record({
      ref: 'T-1',
      kind: 'assessment-authorised',
      actorId: PEOPLE.worker,
      supersedes: done,
      void: true,
    })
    await quiet.dayComes('2026-04-10')
    const page = await casePage(quiet.db, 'T-1')
    const open = page?.escalations.find(({ title, state }) => title === 'Assessment' && state === 'open')
    await answer({ answer: 'more-time', until: '2026-04-14', escalationId: open?.id ?? '' })
    await quiet.dayComes('2026-04-10')
    expect(mailsTo('serviceManager').at(-1)?.text).toContain('more time was asked for a second time')
  })

  it('withdrawn in the evening: whoever stands above the next morning is told, and nobody who has left by then', async () => {
    await quiet.moveTo('2026-04-09', 19 * 60)
    await answer({ answer: 'withdraw', reason: 'settled' })
    await quiet.db.$executeRaw`update person set left_on = '2026-04-09' where id = ${PEOPLE.serviceManager}::uuid`
    await quiet.dayComes('2026-04-10')
    expect(mailsTo('serviceManager')).toEqual([])
    expect(mailsTo('headOfService').map(({ subject }) => subject)).toEqual(['Alert withdrawn: case T-1, assessment'])
  })

  it('twice is once, and a command id answers for one command only', async () => {
    const commandId = randomUUID()
    const twice = { answer: 'promise', until: '2026-04-15', commandId } as const
    expect([await answer(twice), await answer(twice)]).toEqual(['2026-04-16', '2026-04-16'])
    expect(await log()).toEqual(['told 1 Person teamManager', 'promised 1 Person teamManager'])
    expect(await answer({ answer: 'acknowledge', commandId })).toMatch(/^bad-data: Command id/)
    expect(await answer({ ...twice, actorId: PEOPLE.worker })).toMatch(/^bad-data: Command id/)
    const audited = await quiet.db.$queryRaw<{ action: string }[]>`
      select action from audit_event where case_id = ${about.id}::uuid and command_id = ${commandId}::uuid`
    expect(audited).toEqual([{ action: 'promise' }])
  })
})
