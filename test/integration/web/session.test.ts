import { randomUUID } from 'node:crypto'
import { PEOPLE } from '../../servers/factsToEvents'
import { sessionTown, type SessionTown, STRANGER } from '../../servers/sessionTown'
import type { Visitor } from '../../servers/visitor'

describe('a session on its pages', () => {
  let coordinator: SessionTown['coordinator']
  let count: SessionTown['count']
  let manager: SessionTown['manager']
  let session: SessionTown['session']
  let town: SessionTown['town']
  let worker: SessionTown['worker']

  beforeAll(async () => {
    ;({ coordinator, count, manager, session, town, worker } = await sessionTown())
  })
  afterAll(() => town.stop())

  it('is nothing to somebody of another team, on any of its pages', async () => {
    const stranger = await town.visitorAs(STRANGER)
    for (const path of [
      '',
      '/room',
      '/room/T-1',
      '/room/T-1/lines',
      '/summaries/T-1',
      '/held',
      '/paper/pack',
      '/paper/minutes',
      '/move',
    ])
      expect([path, (await stranger.get(`${session}${path}`)).status]).toEqual([path, 404])
    for (const path of [
      '/reply',
      '/papers',
      '/room/T-1/lines',
      '/room/T-1/lines/save',
      '/room/T-1/here',
      '/summaries/T-1',
    ])
      expect([
        path,
        (await stranger.post(`${session}${path}`, { answer: 'accepted', text: 'x' }, '/supervision')).status,
      ]).toEqual([path, 404])
    for (const path of ['x', randomUUID()])
      expect((await coordinator.get(`/supervision/sessions/${path}`)).status).toBe(404)
  })

  it('lets somebody answer for themselves, say why they cannot come, and a manager decide', async () => {
    const page = await worker.get(session)
    expect(page.text).toContain('Tuesday 7 April 2026, 09:30 to 10:30')
    expect(page.text).toContain('Your answer Not answered yet.')
    expect(page.text).not.toContain('Cancel it')
    await worker.post(`${session}/reply`, { answer: 'accepted' }, session)
    expect((await worker.get(session)).text).toContain('Your answer Coming.')
    const empty = await worker.post(`${session}/excuse`, { reason: '', cover: '' }, session)
    expect([empty.status, empty.text.includes('Say why you cannot come')]).toEqual([422, true])
    await worker.post(`${session}/excuse`, { reason: 'In court', cover: PEOPLE.otherWorker }, session)
    expect((await worker.get(session)).text).toContain(
      'Not coming: In court; Person otherWorker comes instead; not decided yet',
    )
    expect((await worker.post(`${session}/decide`, { person: PEOPLE.worker, decision: 'yes' }, session)).status).toBe(
      403,
    )
    // The reason is for who decides and who runs the session, and their own.
    const other = await town.visitorAs(PEOPLE.otherWorker)
    expect((await other.get(session)).text).toContain('Not coming; Person otherWorker comes instead; not decided yet')
    for (const [who, reads] of [
      [other, false],
      [worker, true],
      [manager, true],
      [coordinator, true],
    ] as const)
      for (const path of [session, `/api/v1${session}`, `${session}/paper/pack`])
        expect([path, (await who.get(path)).body.includes('In court')]).toEqual([path, reads])
    await manager.post(`${session}/decide`, { person: PEOPLE.worker, decision: 'yes' }, session)
    expect((await coordinator.get(session)).text).toContain('comes instead; approved')
    await worker.post(`${session}/reply`, { answer: 'accepted' }, session)
  })

  it('records what somebody else answered only for who runs it', async () => {
    const fields = { person: PEOPLE.otherWorker, answer: 'tentative' }
    const refused = await worker.post(`${session}/reply`, fields, session)
    expect([refused.status, refused.text.includes('Only the coordinator of the team')]).toEqual([403, true])
    expect((await coordinator.post(`${session}/reply`, { ...fields, person: '' }, session)).text).toContain(
      'Choose whose answer it is',
    )
    await coordinator.post(`${session}/reply`, fields, session)
    expect((await coordinator.get(session)).text).toMatch(/Person otherWorker Social worker Not sure yet/)
  })

  it('half fills a summary from the record, keeps it, and has it reviewed', async () => {
    const blank = await worker.get(`${session}/summaries/T-1`)
    expect(blank.body).toMatch(/<textarea[^>]*name="text"[^>]*>[^<]*What was recorded since/)
    expect(blank.text).toContain('What has changed for the child since last time?')
    const command = randomUUID()
    const sent = { text: 'Zebedee sleeps at home.\r\nNothing is late.', command }
    expect((await worker.post(`${session}/summaries/T-1`, sent)).status).toBe(303)
    expect((await worker.post(`${session}/summaries/T-1`, sent)).status).toBe(303)
    expect(await count('summary')).toBe(1)
    expect(
      (await worker.post(`${session}/summaries/T-1/review`, { verdict: 'good', words: '' }, `${session}/summaries/T-1`))
        .status,
    ).toBe(403)
    const back = await manager.post(
      `${session}/summaries/T-1/review`,
      { verdict: 'back', words: '' },
      `${session}/summaries/T-1`,
    )
    expect([back.status, back.text.includes('Say what is still to be done')]).toEqual([422, true])
    await manager.post(
      `${session}/summaries/T-1/review`,
      { verdict: 'back', words: 'Say what the school thinks' },
      `${session}/summaries/T-1`,
    )
    expect((await worker.get(session)).text).toContain('reviewed by Person teamManager: Say what the school thinks')
    const [seen] = await town.db.$queryRaw<{ n: bigint }[]>`
      select count(*) as n from audit_event where action = 'view-case' and detail ->> 'page' = '/supervision/sessions/:id/summaries/:ref'`
    expect(Number(seen?.n)).toBeGreaterThan(3)
  })

  it('lets nobody write over what they have not read, and no manager sign it', async () => {
    const page = `${session}/summaries/T-3`
    const other = await town.visitorAs(PEOPLE.otherWorker)
    const seenBy = async (one: Visitor): Promise<string> => {
      await one.get(page)
      return one.field('seen')
    }
    const kept = async () =>
      (
        await town.db.$queryRaw<{ text: string; reviewed: boolean }[]>`
          select s.text, s.reviewed_at is not null as reviewed from summary s join case_file c on c.id = s.case_id where c.ref = 'T-3'`
      )[0]
    const blank = await seenBy(worker)
    expect((await other.post(page, { text: 'Of the other.', seen: await seenBy(other) })).status).toBe(303)
    const late = await worker.post(page, { text: 'Of the worker.', seen: blank })
    expect([late.status, late.text.includes('What is saved now Of the other.')]).toEqual([409, true])
    expect(late.body).toMatch(/<textarea[^>]*name="text"[^>]*>Of the worker\./)
    expect(await kept()).toEqual({ text: 'Of the other.', reviewed: false })

    const read = await seenBy(manager)
    await town.moveTo('2026-03-03')
    const both = { text: 'Of both.', seen: worker.field('seen') }
    expect((await worker.post(page, both)).status).toBe(303)
    const review = { verdict: 'good', words: '', seen: read }
    const signed = await manager.post(`${page}/review`, review, page)
    expect([signed.status, signed.text.includes('Of both.')]).toEqual([409, true])
    expect(await kept()).toEqual({ text: 'Of both.', reviewed: false })
    expect(signed.text).toContain('Written by Person worker on Tuesday 3 March 2026; not reviewed yet')

    const seen = await seenBy(manager)
    const both422 = await manager.post(`${page}/review`, { verdict: 'good', words: 'Ask school', seen }, page)
    expect([both422.status, await kept()]).toEqual([422, { text: 'Of both.', reviewed: false }])
    expect((await manager.post(`${page}/review`, { ...review, seen }, page)).status).toBe(303)
    expect(await kept()).toEqual({ text: 'Of both.', reviewed: true })
  })
})
