import { addBadFact, takeBack } from '../servers/badFact'
import { addCase, type TestCase } from '../servers/factsToEvents'
import type { QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'

const ROUND = 7 * 60 + 30

describe('what Caseclock cannot do is told to the administrator', () => {
  let quiet: QuietTown
  let second: TestCase
  beforeEach(async () => {
    quiet = await quietTownOfOneCase()
    second = await addCase(quiet.town, 'T-2', '2026-02-02')
    await quiet.moveTo('2026-03-31', ROUND)
    await quiet.plan()
  })
  afterEach(() => quiet.stop())

  const mails = () => quiet.mails.filter(({ to }) => to.address.startsWith('administrator@'))
  /** A morning on which no clock asks: what is stale is planned by the round itself, for its readers. */
  const morning = async (day: string): Promise<void> => {
    await quiet.moveTo(day, ROUND)
    await quiet.round()
    await quiet.deliver()
  }
  const LINE = 'Case T-2 has not been worked out since 31 March 2026 (TypeError).'

  it('nothing to say is no mail', async () => {
    await morning('2026-04-07')
    expect(quiet.mails.length).toBeGreaterThan(0)
    expect(mails()).toEqual([])
  })

  it('a case that cannot be worked out: once a morning for as long as it stands, without a name', async () => {
    const fact = await addBadFact(quiet.db, second.id)
    await morning('2026-04-07')
    await quiet.round()
    await quiet.deliver()
    expect(mails()).toHaveLength(1)
    const [mail] = mails()
    expect(mail?.subject).toBe('1 to put right — Caseclock, Tuesday 7 April')
    expect(mail?.text).toContain(`${LINE}\n  http://caseclock.test/cases/T-2\n`)
    expect(mail?.html).toContain(`<a href="http://caseclock.test/cases/T-2">${LINE}</a>`)
    expect(mail?.text).toContain('because you administer Caseclock.')
    expect(`${mail?.text ?? ''}${mail?.html ?? ''}`).not.toMatch(/Zebedee|Quillfeather/)
    await morning('2026-04-08')
    expect(mails().map(({ text }) => text.includes(LINE))).toEqual([true, true])
    expect(new Set(mails().map(({ messageId }) => messageId)).size).toBe(2)
    await takeBack(quiet.db, second.id, fact)
    await quiet.plan()
    await morning('2026-04-09')
    expect(mails()).toHaveLength(2)
  })

  it('a mail whose answer was lost goes out again with the same words, whatever stands by then', async () => {
    await addBadFact(quiet.db, second.id)
    await quiet.db.$executeRaw`update case_file set problem = 'TypeError' where id = ${second.id}::uuid`
    await quiet.moveTo('2026-04-01', ROUND)
    await quiet.round()
    const [message] = await quiet.db.$queryRaw<{ id: string }[]>`
      select m.id from message m join person p on p.id = m.recipient_id where p.source_id = 'administrator'`
    const deliver = () => quiet.mail.deliverMessage({ messageId: message?.id ?? '' })
    quiet.answerNext({ outcome: 'unknown', detail: 'The connection ended.' })
    await deliver()
    await quiet.db.$executeRaw`update case_file set problem = null`
    await deliver()
    const [first, again] = mails()
    expect(again).toEqual(first)
    expect(first?.text).toContain(LINE)
  })

  it('what was put right before the mail left is not told', async () => {
    await quiet.db.$executeRaw`update case_file set problem = 'TypeError' where id = ${second.id}::uuid`
    await quiet.round()
    await quiet.plan()
    await quiet.deliver()
    expect(mails()).toEqual([])
    expect(
      await quiet.db.$queryRaw`
        select m.state from message m join person p on p.id = m.recipient_id where p.source_id = 'administrator'`,
    ).toEqual([{ state: 'withdrawn' }])
  })

  it('mornings on which nothing may leave make one mail, not one each', async () => {
    await quiet.db.$executeRaw`update authority set sending_held = true`
    await addBadFact(quiet.db, second.id)
    await quiet.db.$executeRaw`update case_file set problem = 'TypeError' where id = ${second.id}::uuid`
    for (const day of ['2026-04-01', '2026-04-02']) await morning(day)
    await quiet.db.$executeRaw`update authority set sending_held = false`
    await quiet.deliver()
    expect(mails()).toHaveLength(1)
  })

  it('an administrator who has left is not told', async () => {
    await quiet.db.$executeRaw`update case_file set problem = 'TypeError' where id = ${second.id}::uuid`
    await quiet.db.$executeRaw`update person set left_on = '2026-03-31' where source_id = 'administrator'`
    await morning('2026-04-01')
    expect(mails()).toEqual([])
  })

  it('alerts that do not go on, mails that did not leave, imports and processes are told as well', async () => {
    await quiet.moveTo('2026-04-09')
    await quiet.plan()
    await quiet.db.$executeRaw`update escalation set problem = 'Error P2010' where case_id = ${second.id}::uuid`
    await quiet.db.$executeRaw`update message set state = 'failed', problem = 'The mail server answered 550.'`
    await quiet.db.$executeRaw`insert into process (id, problem) values ('reconcile', 'TypeError')`
    const run = (id: string) => quiet.db.$executeRaw`
      insert into import_run (id, source, as_at, started_at, counts, folder, options, state, problem, tables_read)
      values (${`00000000-0000-4000-8000-00000000000${id}`}::uuid, 'ssd', '2026-04-09', '2026-04-09', '{}', '/Zebedee', '{}', 'refused', 'Zebedee.csv', '{}')`
    await run('1')
    await run('2')
    await morning('2026-04-10')
    const lines = mails()[0]
      ?.text.split('\n')
      .filter((line) => line.startsWith('- '))
    expect(lines).toEqual([
      '- Case T-2: the alert of 9 April 2026 about Assessment does not go on (Error P2010).',
      '- 2 mails to Person teamManager did not arrive, as far as is known, the first of 9 April 2026: The mail server answered 550.',
      '- The import of 9 April 2026 met a problem: see caseclock imports 00000000-0000-4000-8000-000000000002',
      '- The process reconcile met a problem: TypeError',
    ])
    expect(mails()[0]?.text).not.toContain('Zebedee')
  })
})
