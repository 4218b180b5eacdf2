import { randomUUID } from 'node:crypto'
import { answerEscalation } from '../../client/commands/answerEscalation'
import { casePage } from '../../client/queries/casePage'
import { addCase, addPeople, PEOPLE, type TestCase } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'

/** An assessment is due 45 working days after 2 February 2026: on 8 April; the manager is told on 9 April. */
const LATE = '2026-04-09'

describe('what is told again, and what is not', () => {
  let quiet: QuietTown
  let about: TestCase
  beforeEach(async () => {
    quiet = await quietTown('2026-03-02')
    await addPeople(quiet.town)
    about = await addCase(quiet.town, 'T-1', '2026-02-02')
  })
  afterEach(() => quiet.stop())

  const record = (kind: string, data: object = {}, more = {}) =>
    quiet.record({ ref: 'T-1', kind, data, actorId: PEOPLE.teamManager, ...more })
  /** Every escalation as its lines. */
  const logs = async (): Promise<string[][]> =>
    ((await casePage(quiet.db, 'T-1'))?.escalations ?? [])
      .filter(({ title }) => title === 'Assessment')
      .map(({ entries }) => entries.map(({ entry, rung, name }) => [entry, rung ?? '', name ?? ''].join(' ').trim()))
      .sort((a, b) => b.length - a.length)
  const mailsTo = (who: string): number => quiet.mails.filter(({ to }) => to.address.startsWith(who)).length
  const everything = async (): Promise<void> => {
    await quiet.plan()
    await quiet.round()
    await quiet.deliver()
  }
  const notices = async (step: string): Promise<number> =>
    ((await casePage(quiet.db, 'T-1'))?.told ?? []).filter((one) => one.step === step && one.title === 'Assessment')
      .length

  it('a fact that met an obligation and is taken back starts reminders and ladder again, and the log holds only what was written', async () => {
    await quiet.moveTo('2026-04-07')
    await everything()
    const reminded = quiet.mails.length
    expect(reminded).toBeGreaterThan(0)
    await quiet.moveTo(LATE)
    await everything()
    expect(await logs()).toEqual([['told 1 Person teamManager']])
    expect(mailsTo('teammanager')).toBe(1)
    const done = await record('assessment-authorised')
    await everything()
    expect(await logs()).toEqual([['told 1 Person teamManager', 'resolved']])
    await record('assessment-authorised', {}, { supersedes: done, void: true })
    await everything()
    await everything()
    expect(await logs()).toEqual([['told 1 Person teamManager', 'resolved'], ['told 1 Person teamManager']])
    expect(mailsTo('teammanager')).toBe(2)
    expect(await notices('due-1wd')).toBe(2)
    await quiet.moveTo('2026-04-14')
    await everything()
    expect(await logs()).toContainEqual(['told 1 Person teamManager', 'told 2 Person serviceManager'])
    expect(mailsTo('servicemanager')).toBe(1)
  })

  it('an escalation that a manager withdrew stays withdrawn, also when the due date had moved while it was open', async () => {
    await quiet.moveTo(LATE)
    await everything()
    // The referral came a day earlier than was first written: still late, of another day.
    const [referral] = await quiet.db.$queryRaw<{ id: string }[]>`
      select id from chronology_event where kind = 'referral-received' and case_id = ${about.id}::uuid`
    await record('referral-received', { source: '2A' }, { on: '2026-01-30', supersedes: referral?.id })
    await everything()
    const [alert] = await quiet.db.$queryRaw<{ id: string }[]>`select id from escalation where state = 'open'`
    const answered = await answerEscalation(quiet, {
      escalationId: alert?.id ?? '',
      answer: 'withdraw',
      reason: 'agreed with the court',
      actorId: PEOPLE.teamManager,
      commandId: randomUUID(),
    })
    expect(answered).toMatchObject({ accepted: true })
    await everything()
    await quiet.moveTo('2026-04-20')
    await everything()
    expect((await casePage(quiet.db, 'T-1'))?.escalations.map(({ state }) => state)).toEqual(['withdrawn'])
    // Nobody is told that it is late; whoever stands above is told that it was withdrawn, and why.
    const toManager = quiet.mails.filter(({ to }) => to.address.startsWith('servicemanager'))
    expect(toManager.map(({ subject }) => subject)).toEqual(['Alert withdrawn: case T-1, assessment'])
    expect(toManager[0]?.text).toContain('“agreed with the court”')
    // Only a date that moves again brings it back.
    const [now] = await quiet.db.$queryRaw<{ id: string }[]>`
      select id from chronology_event where kind = 'referral-received' and case_id = ${about.id}::uuid order by facts_version desc limit 1`
    await record('referral-received', { source: '2A' }, { on: '2026-01-29', supersedes: now?.id })
    await everything()
    expect((await casePage(quiet.db, 'T-1'))?.escalations.map(({ state }) => state)).toEqual(['withdrawn', 'open'])
  })

  it('a person who stands on two rungs is told on the first; the second goes to the next person, and the log says why', async () => {
    await quiet.db.$executeRaw`delete from role_grant where person_id = ${PEOPLE.teamManager}::uuid`
    await quiet.moveTo(LATE)
    await everything()
    expect(await logs()).toEqual([['told 1 Person serviceManager']])
    await quiet.moveTo('2026-04-14')
    await everything()
    expect(await logs()).toEqual([['told 1 Person serviceManager', 'told 2 Person headOfService']])
    const page = await casePage(quiet.db, 'T-1')
    const entry = page?.escalations.flatMap(({ entries }) => entries).find(({ rung }) => rung === 2)
    expect(entry?.reason).toContain('the service manager was told on the step below')
    expect([mailsTo('servicemanager'), mailsTo('headofservice')]).toEqual([1, 1])
    // There is no director: the administrator, and then nobody. None is told twice.
    await quiet.moveTo('2026-04-21')
    await everything()
    await quiet.moveTo('2026-04-28')
    await everything()
    expect((await logs())[0]?.slice(2)).toEqual(['told 3 Administrator', 'skipped 4'])
    expect(mailsTo('headofservice')).toBe(1)
  })

  it('a case that changes hands between the digest and its mail is told to who holds it now', async () => {
    await quiet.moveTo('2026-04-07', 8 * 60)
    await quiet.plan()
    await quiet.round()
    await record('worker-allocated', { person: PEOPLE.otherWorker })
    await quiet.deliver()
    expect([mailsTo('worker@'), mailsTo('otherworker@')]).toEqual([0, 0])
    await quiet.round()
    await quiet.deliver()
    expect([mailsTo('worker@'), mailsTo('otherworker@')]).toEqual([0, 1])
    await everything()
    expect(quiet.mails).toHaveLength(1)
  })

  it('an alert whose manager changes before it leaves goes to the new one, and the log says who was not told', async () => {
    await quiet.moveTo(LATE)
    await quiet.plan()
    await quiet.db
      .$executeRaw`update role_grant set person_id = ${PEOPLE.otherWorker}::uuid where person_id = ${PEOPLE.teamManager}::uuid`
    await quiet.deliver()
    await quiet.deliver()
    expect(mailsTo('teammanager')).toBe(0)
    expect(quiet.mails.filter(({ subject }) => subject.includes('Held up')).map(({ to }) => to.address)).toEqual([
      'otherworker@test.example',
    ])
    expect(await logs()).toEqual([
      ['told 1 Person teamManager', 'skipped 1 Person teamManager', 'told 1 Person otherWorker'],
    ])
  })
})
