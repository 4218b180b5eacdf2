import { randomUUID } from 'node:crypto'
import { stableId } from '../../../activities/import/stableId'
import { addPerson } from '../../servers/addPerson'
import { PEOPLE } from '../../servers/factsToEvents'
import {
  addSupervisedCase,
  addSupervisionPeople,
  COORDINATOR,
  planAll,
  setPatternOf,
} from '../../servers/supervisionTown'
import type { Visitor } from '../../servers/visitor'
import { webTown, type WebTown } from '../../servers/webTown'

const STRANGER = stableId('test', 'south')

interface Lines {
  readonly lines: readonly {
    readonly id: string
    readonly number: number
    readonly text: string
    readonly writer: string
    readonly command: string | null
  }[]
  readonly actions: readonly { readonly text: string }[]
}

describe('a session on its pages', () => {
  let town: WebTown
  let [coordinator, worker, manager]: Visitor[] = []
  let session: string
  const count = async (table: 'minute' | 'summary'): Promise<number> =>
    Number(
      (table === 'minute'
        ? await town.db.$queryRaw<{ n: bigint }[]>`select count(*) as n from minute`
        : await town.db.$queryRaw<{ n: bigint }[]>`select count(*) as n from summary`)[0]?.n,
    )
  const as = (one: Visitor | undefined): Visitor => one ?? raise('Nobody is signed in.')
  const save = async (visitor: Visitor | undefined, ref: string, fields: Readonly<Record<string, string>>) => {
    const got = await as(visitor).post(
      `${session}/room/${ref}/lines/save`,
      { prompt: 'changed-since', command: randomUUID(), ...fields },
      `${session}/room/${ref}`,
    )
    return { status: got.status, body: JSON.parse(got.body) as Lines }
  }
  const linesOf = async (visitor: Visitor | undefined, after = ''): Promise<Lines> =>
    JSON.parse((await as(visitor).get(`${session}/room/T-1/lines?after=${after}`)).body) as Lines

  beforeAll(async () => {
    town = await webTown('2026-03-02')
    await addSupervisionPeople(town.town)
    await town.db
      .$executeRaw`insert into team (id, source_id, name) values (${stableId('test', 'other-team')}::uuid, 'other-team', 'South 2')`
    await addPerson(town.town, {
      key: 'south',
      role: 'social-worker',
      team: stableId('test', 'other-team'),
      id: STRANGER,
    })
    for (const ref of ['T-1', 'T-2', 'T-3']) await addSupervisedCase(town.town, ref, '2026-02-02')
    await town.plan()
    await setPatternOf(town, { pattern: [{ weekday: 'tuesday', nth: [1], at: '09:30', minutes: 60 }] })
    await planAll(town)
    const [row] = await town.db.$queryRaw<{ id: string }[]>`select id::text from session where on_day = '2026-04-07'`
    session = `/supervision/sessions/${row?.id ?? ''}`
    ;[coordinator, worker, manager] = [
      await town.visitorAs(COORDINATOR),
      await town.visitorAs(PEOPLE.worker),
      await town.visitorAs(PEOPLE.teamManager),
    ]
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
      expect((await as(coordinator).get(`/supervision/sessions/${path}`)).status).toBe(404)
  })

  it('lets somebody answer for themselves, say why they cannot come, and a manager decide', async () => {
    const page = await as(worker).get(session)
    expect(page.text).toContain('Tuesday 7 April 2026, 09:30 to 10:30')
    expect(page.text).toContain('Your answer Not answered yet.')
    expect(page.text).not.toContain('Cancel it')
    await as(worker).post(`${session}/reply`, { answer: 'accepted' }, session)
    expect((await as(worker).get(session)).text).toContain('Your answer Coming.')
    const empty = await as(worker).post(`${session}/excuse`, { reason: '', cover: '' }, session)
    expect([empty.status, empty.text.includes('Say why you cannot come')]).toEqual([422, true])
    await as(worker).post(`${session}/excuse`, { reason: 'In court', cover: PEOPLE.otherWorker }, session)
    expect((await as(worker).get(session)).text).toContain(
      'Not coming: In court; Person otherWorker comes instead; not decided yet',
    )
    expect(
      (await as(worker).post(`${session}/decide`, { person: PEOPLE.worker, decision: 'yes' }, session)).status,
    ).toBe(403)
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
        expect([path, (await as(who).get(path)).body.includes('In court')]).toEqual([path, reads])
    await as(manager).post(`${session}/decide`, { person: PEOPLE.worker, decision: 'yes' }, session)
    expect((await as(coordinator).get(session)).text).toContain('comes instead; approved')
    await as(worker).post(`${session}/reply`, { answer: 'accepted' }, session)
  })

  it('records what somebody else answered only for who runs it', async () => {
    const fields = { person: PEOPLE.otherWorker, answer: 'tentative' }
    const refused = await as(worker).post(`${session}/reply`, fields, session)
    expect([refused.status, refused.text.includes('Only the coordinator of the team')]).toEqual([403, true])
    expect((await as(coordinator).post(`${session}/reply`, { ...fields, person: '' }, session)).text).toContain(
      'Choose whose answer it is',
    )
    await as(coordinator).post(`${session}/reply`, fields, session)
    expect((await as(coordinator).get(session)).text).toMatch(/Person otherWorker Social worker Not sure yet/)
  })

  it('half fills a summary from the record, keeps it, and has it reviewed', async () => {
    const blank = await as(worker).get(`${session}/summaries/T-1`)
    expect(blank.body).toMatch(/<textarea[^>]*name="text"[^>]*>[^<]*What was recorded since/)
    expect(blank.text).toContain('What has changed for the child since last time?')
    const command = randomUUID()
    const sent = { text: 'Zebedee sleeps at home.\r\nNothing is late.', command }
    expect((await as(worker).post(`${session}/summaries/T-1`, sent)).status).toBe(303)
    expect((await as(worker).post(`${session}/summaries/T-1`, sent)).status).toBe(303)
    expect(await count('summary')).toBe(1)
    expect(
      (
        await as(worker).post(
          `${session}/summaries/T-1/review`,
          { verdict: 'good', words: '' },
          `${session}/summaries/T-1`,
        )
      ).status,
    ).toBe(403)
    const back = await as(manager).post(
      `${session}/summaries/T-1/review`,
      { verdict: 'back', words: '' },
      `${session}/summaries/T-1`,
    )
    expect([back.status, back.text.includes('Say what is still to be done')]).toEqual([422, true])
    await as(manager).post(
      `${session}/summaries/T-1/review`,
      { verdict: 'back', words: 'Say what the school thinks' },
      `${session}/summaries/T-1`,
    )
    expect((await as(worker).get(session)).text).toContain('reviewed by Person teamManager: Say what the school thinks')
    const [seen] = await town.db.$queryRaw<{ n: bigint }[]>`
      select count(*) as n from audit_event where action = 'view-case' and detail ->> 'page' = '/supervision/sessions/:id/summaries/:ref'`
    expect(Number(seen?.n)).toBeGreaterThan(3)
  })

  it('lets nobody write over what they have not read, and no manager sign it', async () => {
    const page = `${session}/summaries/T-3`
    const other = await town.visitorAs(PEOPLE.otherWorker)
    const seenBy = async (one: Visitor | undefined): Promise<string> => {
      await as(one).get(page)
      return as(one).field('seen')
    }
    const kept = async () =>
      (
        await town.db.$queryRaw<{ text: string; reviewed: boolean }[]>`
          select s.text, s.reviewed_at is not null as reviewed from summary s join case_file c on c.id = s.case_id where c.ref = 'T-3'`
      )[0]
    const blank = await seenBy(worker)
    expect((await other.post(page, { text: 'Of the other.', seen: await seenBy(other) })).status).toBe(303)
    const late = await as(worker).post(page, { text: 'Of the worker.', seen: blank })
    expect([late.status, late.text.includes('What is saved now Of the other.')]).toEqual([409, true])
    expect(late.body).toMatch(/<textarea[^>]*name="text"[^>]*>Of the worker\./)
    expect(await kept()).toEqual({ text: 'Of the other.', reviewed: false })

    const read = await seenBy(manager)
    await town.moveTo('2026-03-03')
    const both = { text: 'Of both.', seen: as(worker).field('seen') }
    expect((await as(worker).post(page, both)).status).toBe(303)
    const review = { verdict: 'good', words: '', seen: read }
    const signed = await as(manager).post(`${page}/review`, review, page)
    expect([signed.status, signed.text.includes('Of both.')]).toEqual([409, true])
    expect(await kept()).toEqual({ text: 'Of both.', reviewed: false })
    expect(signed.text).toContain('Written by Person worker on Tuesday 3 March 2026; not reviewed yet')

    const seen = await seenBy(manager)
    const both422 = await as(manager).post(`${page}/review`, { verdict: 'good', words: 'Ask school', seen }, page)
    expect([both422.status, await kept()]).toEqual([422, { text: 'Of both.', reviewed: false }])
    expect((await as(manager).post(`${page}/review`, { ...review, seen }, page)).status).toBe(303)
    expect(await kept()).toEqual({ text: 'Of both.', reviewed: true })
  })

  it('writes no minutes before the day, and says from when', async () => {
    expect((await as(worker).get(`${session}/room/T-1`)).text).toContain('Minutes are written from its day on.')
    expect((await save(worker, 'T-1', { text: 'Too early.' })).status).toBe(422)
    expect(await count('minute')).toBe(0)
  })

  it('keeps the lines of two people in order, each once however often it is sent, and loses none', async () => {
    await town.moveTo('2026-04-07')
    const command = randomUUID()
    const first = await save(worker, 'T-1', { text: 'He sleeps at home.', command })
    expect(first.status).toBe(200)
    expect((await save(worker, 'T-1', { text: 'He sleeps at home.', command })).status).toBe(200)
    const sent = ['a', 'b', 'c', 'd'].map((text, index) =>
      save(index % 2 === 0 ? manager : worker, 'T-1', {
        text: `Line ${text}.`,
        after: String(first.body.lines[0]?.number),
      }),
    )
    for (const answer of await Promise.all(sent)) expect(answer.status).toBe(200)
    expect(await count('minute')).toBe(5)
    const all = await linesOf(worker)
    expect(all.lines.map(({ text }) => text).sort()).toEqual([
      'He sleeps at home.',
      'Line a.',
      'Line b.',
      'Line c.',
      'Line d.',
    ])
    expect(all.lines[0]?.text).toBe('He sleeps at home.')
    expect(all.lines.filter(({ command: own }) => own !== null).map(({ writer }) => writer)).toEqual([
      'Person worker',
      'Person worker',
      'Person worker',
    ])
    // Whoever has seen the third gets what came after it, and nothing else.
    expect((await linesOf(manager, String(all.lines[2]?.number))).lines.map(({ id }) => id)).toEqual(
      all.lines.slice(3).map(({ id }) => id),
    )
    const page = await as(manager).get(`${session}/room/T-1`)
    for (const { text } of all.lines) expect(page.text).toContain(text)
  })

  it('works without scripts: a line, a correction that says what it corrects, an action, who is here', async () => {
    const room = `${session}/room/T-1`
    const sent = await as(worker).post(`${room}/lines`, { prompt: 'decision', text: 'The plan <goes> on.' }, room)
    expect([sent.status, sent.to]).toEqual([303, `${room}#write-decision`])
    const page = await as(worker).get(room)
    expect(page.body).toContain('The plan &lt;goes&gt; on.')
    const [, id = ''] = /correct=([0-9a-f-]+)#write-decision/.exec(page.body) ?? []
    expect((await as(worker).get(`${room}?correct=${id}`)).text).toMatch(
      /Correction of \d\d:\d\d, Person worker \(“The plan <goes> on\.”\):/,
    )
    const wrong = await as(worker).post(
      `${room}/actions`,
      { action: 'Ring the school', owner: '', 'by-day': '31', 'by-month': '2', 'by-year': '2026' },
      room,
    )
    expect([
      wrong.status,
      wrong.text.includes('Choose who does it'),
      wrong.body.includes('value="Ring the school"'),
    ]).toEqual([422, true, true])
    await as(worker).post(
      `${room}/actions`,
      { action: 'Ring the school', owner: PEOPLE.worker, 'by-day': '14', 'by-month': '4', 'by-year': '2026' },
      room,
    )
    expect((await linesOf(worker)).actions).toEqual([
      expect.objectContaining({ text: 'Ring the school: Person worker, by Tuesday 14 April 2026' }),
    ])
    await as(worker).post(`${room}/here`, { person: PEOPLE.worker, here: 'yes' }, room)
    expect((await as(worker).get(room)).text).toContain('✓ Person worker here')
  })

  it('answers a script in words when a line is refused, and asks for the form’s token', async () => {
    const empty = await save(worker, 'T-1', { text: ' ' })
    expect([empty.status, empty.body]).toEqual([422, { problem: 'A line has 5,000 letters at most, and one at least' }])
    await as(worker).get(session)
    expect(
      (await as(worker).post(`${session}/room/T-1/lines/save`, { text: 'x', _csrf: 'elsewhere' }, session)).status,
    ).toBe(403)
    expect((await save(worker, 'T-1', { text: 'x', prompt: 'none' })).status).toBe(422)
  })

  it('says nothing of a restricted case: not on the page, in the room, its lines or the summaries', async () => {
    await town.db.$executeRaw`
      insert into case_restriction (id, case_id, reason, made_by, made_at, command_id)
      select gen_random_uuid(), id, 'x', ${PEOPLE.headOfService}::uuid, now(), gen_random_uuid() from case_file where ref = 'T-2'`
    for (const visitor of [coordinator, worker, manager])
      for (const path of ['', '/room/T-1', '/summaries/T-1'])
        expect((await as(visitor).get(`${session}${path}`)).text).not.toContain('T-2')
    for (const path of ['/room/T-2', '/room/T-2/lines', '/summaries/T-2'])
      expect((await as(worker).get(`${session}${path}`)).status).toBe(404)
    expect(
      (await as(worker).post(`${session}/room/T-2/lines/save`, { prompt: 'evidence', text: 'x' }, session)).status,
    ).toBe(404)
    expect((await as(coordinator).get(`${session}/held`)).text).not.toContain('T-2')
  })

  it('is recorded as held once, with what was not discussed and why, and its minutes go out', async () => {
    expect((await as(worker).get(`${session}/held`)).status).toBe(404)
    const form = await as(coordinator).get(`${session}/held`)
    expect(form.body).toMatch(new RegExp(`value="${PEOPLE.worker}" checked`))
    const [, left = ''] = /name="left" value="([^"]+)" checked/.exec(form.body) ?? []
    const present = [PEOPLE.worker, PEOPLE.teamManager]
    const wrong = await as(coordinator).post(`${session}/held`, { present, left }, `${session}/held`)
    expect([wrong.status, wrong.text.includes('Say why T-3 was not discussed')]).toEqual([422, true])
    const command = randomUUID()
    const done = { present, left, [`why-${left}`]: 'The worker was ill', command }
    expect((await as(coordinator).post(`${session}/held`, done)).to).toBe(`${session}#minutes`)
    expect((await as(coordinator).post(`${session}/held`, done)).status).toBe(303)
    expect((await as(coordinator).get(session)).text).toContain('Not discussed: The worker was ill')
    // Of the restricted case nobody has said anything, so nothing is recorded; and nobody is told that there is one.
    expect(form.text).not.toMatch(/may not open/)
    const factsOf = (ref: string) => town.db.$queryRaw`
      select e.payload ->> 'session' as session from chronology_event e join case_file c on c.id = e.case_id where c.ref = ${ref} and e.kind = 'discussed-in-supervision'`
    const sessionId = session.split('/').at(-1)
    expect([await factsOf('T-1'), await factsOf('T-2'), await factsOf('T-3')]).toEqual([
      [{ session: sessionId }],
      [],
      [],
    ])
    await town.plan()
    const [month] = await town.db.$queryRaw<{ state: string }[]>`
      select o.state from obligation o join case_file c on c.id = o.case_id where c.ref = 'T-2' and o.rule = 'gcs-month' and o.due_on = '2026-04-30'`
    expect(month).toEqual({ state: 'open' })
    const unsaid = `${session}/discussed/T-2`
    expect((await as(coordinator).post(unsaid, { answer: 'yes' }, session)).status).toBe(404)
    // Somebody with access says it.
    await town.db.$executeRaw`
      insert into case_access (id, case_id, person_id, reason, from_on, granted_by, granted_at, command_id)
      select gen_random_uuid(), id, ${PEOPLE.teamManager}::uuid, 'x', '2026-03-01', ${PEOPLE.headOfService}::uuid, now(), gen_random_uuid() from case_file where ref = 'T-2'`
    expect((await as(manager).get(session)).text).toContain('If T-2 was not discussed: why')
    expect((await as(manager).post(unsaid, { answer: 'no', why: '' }, session)).text).toContain(
      'Say why T-2 was not discussed',
    )
    expect((await as(manager).post(unsaid, { answer: 'yes' }, session)).status).toBe(303)
    expect(await factsOf('T-2')).toEqual([{ session: sessionId }])
    expect((await as(manager).post(unsaid, { answer: 'no', why: 'x' }, session)).status).toBe(409)
    expect((await as(manager).get(session)).text).not.toContain('Was it discussed?')
    const minutes = await as(worker).get(`${session}/paper/minutes`)
    expect(minutes.headers.get('content-security-policy')).toMatch(/style-src 'self' 'sha256-/)
    expect(minutes.text).toContain('He sleeps at home.')
    expect((await as(coordinator).get(`${session}/paper/pack`)).text).toContain('Zebedee sleeps at home.')
    await as(coordinator).post(`${session}/minutes`, {}, session)
    expect((await as(coordinator).get(session)).text).toContain('The minutes went out on Tuesday 7 April 2026')
    await as(manager).post(`${session}/check`, { found: 'In order' }, session)
    expect((await as(manager).get(session)).text).toContain('Looked at again on Tuesday 7 April 2026: In order')
  })
})

const raise = (words: string): never => {
  throw new Error(words)
}
