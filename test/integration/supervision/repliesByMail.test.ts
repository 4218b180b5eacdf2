import { LocalDate } from '@js-joda/core'
import { PEOPLE } from '../../servers/factsToEvents'
import { planAll } from '../../servers/supervisionTown'
import { answeringTown, UNANSWERED, WORKER, type AnsweringTown } from './answeringTown'
import { answerTo, mailWith, type Answering } from './answersTo'
import type { ReplySink } from './replySink'
import { change, invitationTo } from './supervisionYear'

describe('an answer by mail', () => {
  let town: AnsweringTown
  let sessionId: string
  beforeAll(async () => {
    town = await answeringTown()
  })
  beforeEach(() => {
    sessionId = town.nextSession()
  })
  afterAll(() => town.stop())

  const answer = (more: Partial<Answering> = {}) => town.answer(sessionId, more)
  const taken = (mail: Parameters<ReplySink['answer']>[0]) => town.sink.answer(mail)
  const stands = () => town.stands(sessionId)
  const audited = async (): Promise<number> =>
    (await town.quiet.db.$queryRaw<unknown[]>`select 1 from audit_event where action = 'supervision-reply'`).length

  it.each([
    { program: 'outlook', answer: 'ACCEPTED', comment: '', reply: 'accepted', reason: null },
    { program: 'outlook', answer: 'TENTATIVE', comment: 'Perhaps in court', reply: 'tentative', reason: null },
    { program: 'google', answer: 'ACCEPTED', comment: 'See you there', reply: 'accepted', reason: null },
    {
      program: 'google',
      answer: 'DECLINED',
      comment: 'On leave: all week',
      reply: 'declined',
      reason: 'On leave: all week',
    },
    {
      program: 'apple',
      answer: 'DECLINED',
      comment: 'On leave\\, all week',
      reply: 'declined',
      reason: 'On leave, all week',
    },
    { program: 'apple', answer: 'DECLINED', comment: '', reply: 'declined', reason: null },
  ] as const)('of $program, $answer $comment: as if recorded by hand', async ({ reply, reason, ...said }) => {
    await expect(taken(await answer(said))).resolves.toEqual([
      { taken: true, sessionId, personId: PEOPLE.worker, answer: reply, repeated: false },
    ])
    await expect(stands()).resolves.toEqual({ reply, how: 'mail', revision: 0, reason, on: '2026-03-02' })
  })

  it('sent twice is the same as once, also after another answer', async () => {
    const yes = await answer()
    await taken(yes)
    const count = await audited()
    await expect(taken(yes)).resolves.toMatchObject([{ taken: true, repeated: true }])
    await taken(await answer({ answer: 'DECLINED', stamp: '20260302T030500Z' }))
    await expect(taken(yes)).resolves.toMatchObject([{ taken: true, repeated: true }])
    await expect(stands()).resolves.toMatchObject({ reply: 'declined' })
    await expect(audited()).resolves.toBe(count + 1)
  })

  it('that was written before the last one, and arrives after it, changes nothing', async () => {
    await taken(await answer({ answer: 'DECLINED', stamp: '20260302T030500Z' }))
    await expect(taken(await answer())).resolves.toMatchObject([{ taken: false, refused: 'answered-already' }])
    await expect(stands()).resolves.toMatchObject({ reply: 'declined' })
  })

  it('of a computer whose clock is years ahead keeps no later answer out', async () => {
    await taken(await answer({ stamp: '20990101T000000Z' }))
    const later = await answer({ answer: 'DECLINED', stamp: '20260302T120000Z' })
    await expect(taken(later)).resolves.toMatchObject([{ taken: true, answer: 'declined' }])
  })

  it('to an invitation that is no longer the newest is refused; one to the newest is taken', async () => {
    const old = await answer()
    const [row] = await town.quiet.db.$queryRaw<
      { on: string }[]
    >`select on_day::text as on from session where id = ${sessionId}::uuid`
    await change(town.quiet, {
      change: 'move',
      sessionId,
      on: LocalDate.parse(row?.on ?? '').plusDays(2),
      reason: 'court',
    })
    await planAll(town.quiet)
    await town.quiet.deliver()
    await expect(taken(old)).resolves.toEqual([
      { taken: false, refused: 'changed-since', why: expect.stringContaining('Answer the newer one') as string },
    ])
    await expect(stands()).resolves.toEqual(UNANSWERED)
    const renewed = await answer({ program: 'google' })
    expect(renewed.raw.toString()).not.toBe(old.raw.toString())
    await expect(taken(renewed)).resolves.toMatchObject([{ taken: true, answer: 'accepted' }])
    await expect(stands()).resolves.toMatchObject({ reply: 'accepted', revision: 1 })
  })

  it('in capitals, and from an address in capitals, is the same person’s', async () => {
    const mail = await answer({ attendee: 'Worker@Test.Example', from: 'WORKER@test.example' })
    await expect(taken(mail)).resolves.toMatchObject([{ taken: true, personId: PEOPLE.worker }])
  })

  it('to a session that has been cancelled changes nothing', async () => {
    await change(town.quiet, { change: 'cancel', sessionId, reason: 'Half term' })
    await expect(taken(await answer())).resolves.toMatchObject([{ taken: false, refused: 'already-ended' }])
  })

  it('holding what could do harm is text, at most 500 letters on one line', async () => {
    const comment = `'); drop table attendance; --<script>alert(1)</script>\\n\\nBEGIN:VEVENT ${'x'.repeat(600)}`
    await taken(await answer({ program: 'apple', answer: 'DECLINED', comment }))
    const { reason } = (await stands()) ?? UNANSWERED
    expect(reason).toMatch(/^'\); drop table attendance; --<script>alert\(1\)<\/script> BEGIN:VEVENT x+$/)
    expect(reason).toHaveLength(500)
  })

  it('with several calendars: each is taken or refused by itself', async () => {
    const next = town.nextSession()
    const theirs = await answerTo(invitationTo(town.quiet, next, 'chair@test.example'), {
      ...{ program: 'google', answer: 'ACCEPTED', stamp: '20260302T030000Z' },
    })
    const [from, to] = [WORKER, 'replies@caseclock.test.example']
    const raw = await mailWith([(await answer()).ics, theirs.ics], { from, to, program: 'apple' })
    await expect(taken({ from, to, raw })).resolves.toMatchObject([
      { taken: true, sessionId },
      { taken: false, refused: 'sender-differs' },
    ])
  })
})
