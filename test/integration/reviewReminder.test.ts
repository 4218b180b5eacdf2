import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import { recordEvent } from '../../client/commands/recordEvent'
import { casePage } from '../../client/queries/casePage'
import { londonMoment } from '../../domain/calendar/london'
import { PEOPLE, type TestCase } from '../servers/factsToEvents'
import { stepTo } from '../servers/steppedClock'
import type { TestTown } from '../servers/testTown'
import { townOfOneCase } from '../servers/townOfOneCase'

const at = (day: string, minutes = 0): number => londonMoment(LocalDate.parse(day), minutes)
const NOON = 12 * 60

/** One reminder, from fact to e-mail: the nine files of "Read this code first". */
describe('a review conference is due three months after the initial conference', () => {
  let town: TestTown
  let about: TestCase

  beforeAll(async () => {
    ;({ town, about } = await townOfOneCase({ referredOn: '2026-02-02' }))
    await stepTo(town, at('2026-03-02', NOON))
    for (const [kind, data] of [
      ['strategy-discussion', { opensSection47: true }],
      ['icpc-held', { outcome: 'plan', quorate: true }],
      ['plan-started', { plan: 'cpp', category: 'neglect' }],
    ] as const) {
      await recordEvent(town, {
        ref: 'T-1',
        kind,
        data,
        actorId: PEOPLE.worker,
        commandId: randomUUID(),
        on: '2026-03-02',
      })
    }
  })
  afterAll(() => town.stop())

  /** But what is repeated once a week, in mails of its own here: it names the review too. */
  const mailsAbout = async (title: string): Promise<string[]> =>
    (await town.inbox.list())
      .filter(({ subject }) => !/^Your week|^\d+ still late/.test(subject))
      .filter(({ text }) => text.toLowerCase().includes(title.toLowerCase()))
      .map(({ to, date }) => `${date.slice(0, 10)} ${/[\w.-]+@/.exec(to)?.[0] ?? ''}`)

  it('is planned for 2 June 2026, with the reason for its date', async () => {
    await stepTo(town, at('2026-03-02', NOON))
    const page = await casePage(town.db, 'T-1')
    const review = page?.obligations.find(({ rule }) => rule === 'review-first')
    expect(review).toMatchObject({ due_on: '2026-06-02', limit_on: '2026-06-02', state: 'open' })
    expect(review?.explanation).toEqual([
      'Initial child protection conference held on 2 March 2026',
      'plus 3 calendar months is 2 June 2026',
      'a Tuesday and a working day',
    ])
  })

  it('nobody is told on the day before the reminder, and the worker is on the day itself', async () => {
    await stepTo(town, at('2026-05-15', NOON))
    expect((await mailsAbout('Review conference')).filter((mail) => mail.startsWith('2026-05'))).toEqual([])
    await stepTo(town, at('2026-05-18', NOON))
    expect((await mailsAbout('Review conference')).filter((mail) => mail.startsWith('2026-05'))).toEqual([
      '2026-05-18 worker@',
    ])
  })

  it('the reason in the mail is the reason on the page, and no mail names the child', async () => {
    const mails = await town.inbox.list()
    const mail = mails.filter(({ text }) => text.includes('Review conference')).at(-1)
    expect(mail?.text.replaceAll(/\s+/g, ' ')).toContain(
      'plus 3 calendar months is 2 June 2026; a Tuesday and a working day',
    )
    expect(mails.filter(({ text, subject }) => /Zebedee|Quillfeather/.test(text + subject))).toEqual([])
  })

  it('when it is missed, team manager and reviewing officer are told after 17:00, then the rungs above by working days', async () => {
    await stepTo(town, at('2026-06-02', 16 * 60))
    expect((await mailsAbout('Review conference')).filter((mail) => mail.startsWith('2026-06-02'))).toEqual([])
    await stepTo(town, at('2026-06-02', 18 * 60))
    expect((await mailsAbout('Review conference')).filter((mail) => mail.startsWith('2026-06-02')).sort()).toEqual([
      '2026-06-02 chair@',
      '2026-06-02 teammanager@',
    ])
    await stepTo(town, at('2026-06-13', NOON))
    expect((await mailsAbout('Review conference')).filter((mail) => mail > '2026-06-03').sort()).toEqual([
      '2026-06-05 servicemanager@',
      '2026-06-12 headofservice@',
    ])
  })

  it('once the review has been held the escalation is resolved by the fact, and nobody above is told', async () => {
    const commandId = randomUUID()
    const review = {
      ref: 'T-1',
      kind: 'review-held',
      data: { outcome: 'continue', quorate: true },
      actorId: PEOPLE.worker,
      commandId,
      on: '2026-06-12',
    }
    const first = await recordEvent(town, review)
    const again = await recordEvent(town, review)
    expect(first).toMatchObject({ accepted: true, repeated: false })
    expect(again).toMatchObject({
      accepted: true,
      repeated: true,
      eventIds: 'eventIds' in first ? first.eventIds : [],
    })
    // Its decision and its record are matters of their own, whose mails name the review too.
    const [meeting] = 'eventIds' in first ? first.eventIds : []
    for (const what of ['decision', 'record']) {
      const data = { of: what, meeting }
      const told = await recordEvent(town, { ...review, kind: 'record-circulated', data, commandId: randomUUID() })
      expect(told).toMatchObject({ accepted: true })
    }
    const before = (await mailsAbout('eview conference')).length
    await stepTo(town, at('2026-07-31', NOON))
    const page = await casePage(town.db, about.ref)
    const escalation = page?.escalations.find(({ title }) => title === 'Review conference')
    expect(escalation?.state).toBe('resolved')
    expect(escalation?.entries.at(-1)).toMatchObject({ entry: 'resolved', reason: 'Done on 2026-06-12.' })
    expect(await mailsAbout('eview conference')).toHaveLength(before)
    expect(page?.obligations.find(({ rule }) => rule === 'review-next')).toMatchObject({
      due_on: '2026-12-11',
      limit_on: '2026-12-12',
    })
  })

  it('every notice stands once, and every message has left once', async () => {
    const [twice] = await town.db.$queryRaw<{ count: bigint }[]>`
      select count(*) from (select 1 from notice group by obligation_id, due_revision, step, recipient_id having count(*) > 1) twice`
    expect(Number(twice?.count)).toBe(0)
    const ids = (await town.inbox.list()).map(({ messageId }) => messageId)
    expect(new Set(ids).size).toBe(ids.length)
    const sent = await town.db.$queryRaw<{ mail_id: string }[]>`select mail_id from message where state = 'sent'`
    expect(sent.map(({ mail_id }) => mail_id).sort()).toEqual([...ids].sort())
  })
})
