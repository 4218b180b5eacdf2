import { casesBehind } from '../../activities/mail/casesBehind'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { addCase, PEOPLE } from '../servers/factsToEvents'
import type { QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'
import { setSending } from '../../client/commands/setSending'
import { stableId } from '../../activities/import/stableId'

const ROUND = 7 * 60 + 30
const ADMINISTRATOR = stableId('person', 'administrator')

/** An assessment of 2 February is due on 8 April 2026; its worker is reminded for the last time on 7 April, and told nothing when it is late. */
describe('what is still late is repeated once a week, not daily', () => {
  let quiet: QuietTown
  beforeEach(async () => {
    quiet = await quietTownOfOneCase()
    await addCase(quiet.town, 'T-2', '2026-02-02')
    for (const day of ['2026-04-07', '2026-04-08', '2026-04-09', '2026-04-10']) await round(day)
  })
  afterEach(() => quiet.stop())

  async function round(day: string): Promise<void> {
    await quiet.moveTo(day, ROUND)
    await quiet.plan()
    await quiet.planning.holdMorningRound()
    await quiet.deliver()
  }
  const to = (who: string) => quiet.mails.filter((mail) => mail.to.address === `${who}@test.example`)
  const repeated = (who = 'worker') => to(who).filter(({ text }) => text.includes('Still late: not recorded as done'))

  it('on the first working day, a line each, with how late it is; silence until the week after', async () => {
    expect(repeated()).toEqual([])
    await round('2026-04-13')
    const [mail] = repeated()
    expect(mail?.subject).toBe('2 still late — Caseclock, Monday 13 April')
    expect(mail?.text).toBe(`Do first: assessment, case T-1, was due 8 April 2026, 3 working days late.

Still late: not recorded as done
- Case T-1: Assessment, was due 8 April 2026, 3 working days late http://caseclock.test/cases/T-1
- Case T-2: Assessment, was due 8 April 2026, 3 working days late http://caseclock.test/cases/T-2

Not for emergencies: ring 01632 960 999.

You get this, Person worker, because you hold these cases or a booking depends on you. Change what you get: http://x.test
`)
    expect(mail?.html).toContain('<h2 style="font-size: 19px">Still late: not recorded as done</h2>')
    expect(mail?.html).toContain(
      '<li><a href="http://caseclock.test/cases/T-2">Case T-2</a>: Assessment, was due 8 April',
    )
    for (const day of ['2026-04-14', '2026-04-15', '2026-04-16', '2026-04-17']) await round(day)
    expect(repeated()).toHaveLength(1)
    await round('2026-04-20')
    expect(repeated().map(({ subject }) => subject.slice(-15))).toEqual(['Monday 13 April', 'Monday 20 April'])
    expect(repeated()[1]?.text).toContain('8 working days late')
  })

  it('nobody who has nothing late gets a mail for it', async () => {
    await round('2026-04-13')
    expect([...new Set(quiet.mails.map((mail) => mail.to.address))].sort()).toEqual([
      'headofservice@test.example',
      'servicemanager@test.example',
      'teammanager@test.example',
      'worker@test.example',
    ])
    // Managers have their weekly mail, and no digest.
    expect(repeated('teammanager')).toEqual([])
    expect(to('otherworker')).toEqual([])
  })

  it('what an alert told a manager stands in the weekly mail alone, also where a digest said it', async () => {
    await quiet.moveTo('2026-04-10')
    await quiet.plan()
    await quiet.deliver()
    const changed = await quiet.db.$executeRaw`update notice set lane = 'digest' where escalation_id is not null`
    expect(changed).toBeGreaterThan(0)
    await round('2026-04-13')
    expect(repeated('teammanager')).toEqual([])
    expect(to('teammanager').some(({ subject }) => subject.startsWith('Your week'))).toBe(true)
  })

  it('what has been recorded since is left out, and with nothing left no mail leaves', async () => {
    await quiet.moveTo('2026-04-13', ROUND)
    await quiet.plan()
    await quiet.planning.holdMorningRound()
    for (const ref of ['T-1', 'T-2']) await quiet.record({ ref, kind: 'assessment-authorised', actorId: PEOPLE.worker })
    await quiet.deliver()
    expect(repeated()).toEqual([])
    await round('2026-04-20')
    expect(repeated()).toEqual([])
  })

  it('goes to the worker who has the case now, and no longer to the one before', async () => {
    await quiet.moveTo('2026-04-10')
    const data = { person: PEOPLE.otherWorker }
    await quiet.record({ ref: 'T-2', kind: 'worker-allocated', data, actorId: PEOPLE.teamManager })
    await round('2026-04-13')
    const cases = (who: string): string[] => repeated(who).flatMap(({ text }) => text.match(/^- Case T-\d/gm) ?? [])
    expect([cases('worker'), cases('otherworker')]).toEqual([['- Case T-1'], ['- Case T-2']])
  })

  it('a digest that repeats nothing has no late case planned before it leaves; the one of the week has', async () => {
    const behind = async (): Promise<readonly string[]> => {
      const [digest] = await quiet.db.$queryRaw<{ id: string }[]>`
        select id::text from message where lane = 'digest' and state = 'created' and recipient_id = ${PEOPLE.worker}::uuid`
      return casesBehind({ db: quiet.db, rules: rulesInForce() }, digest?.id ?? '')
    }
    const newer = (): Promise<number> => quiet.db.$executeRaw`
      update case_file set facts_version = facts_version + 1 where ref in ('T-1', 'T-2')`
    const write = async (day: string): Promise<void> => {
      await quiet.moveTo(day, ROUND)
      await quiet.plan()
      await quiet.planning.holdMorningRound()
      await newer()
    }
    const late = ['T-1', 'T-2'].map((ref) => stableId('test-case', ref)).sort()
    await write('2026-04-13')
    expect(await behind()).toEqual(late)
    await quiet.deliver()
    const { id } = await addCase(quiet.town, 'T-3', '2026-02-06') // due on 14 April: reminded of on this day
    await write('2026-04-14')
    expect(await behind()).toEqual([id])
  })

  it('stands in the digest of the day, where there is one', async () => {
    await addCase(quiet.town, 'T-3', '2026-02-05') // due on 13 April: the last reminder is that of 10 April
    await round('2026-04-13')
    const today = to('worker').filter(({ subject }) => subject.includes('13 April'))
    expect(today).toHaveLength(1)
    expect(today[0]?.subject).toBe('1 due this week, 2 still late — Caseclock, Monday 13 April')
    expect(today[0]?.text.indexOf('Still late')).toBeGreaterThan(today[0]?.text.indexOf('Due this week') ?? -1)
  })

  it('leaves once where sending was held for weeks', async () => {
    const hold = (held: boolean) => setSending(quiet, { held, reason: 'A backup.', actorId: ADMINISTRATOR })
    await hold(true)
    await addCase(quiet.town, 'T-3', '2026-02-05')
    for (const day of ['2026-04-13', '2026-04-14', '2026-04-20', '2026-04-27']) await round(day)
    await hold(false)
    await quiet.deliver()
    expect(repeated()).toHaveLength(1)
    await round('2026-04-28')
    expect(repeated()).toHaveLength(1)
  })
})
