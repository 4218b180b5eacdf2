import { randomUUID } from 'node:crypto'
import { PEOPLE } from '../../servers/factsToEvents'
import { sessionTown, type SessionTown } from '../../servers/sessionTown'

describe('a session in its room, and after it', () => {
  let coordinator: SessionTown['coordinator']
  let count: SessionTown['count']
  let linesOf: SessionTown['linesOf']
  let manager: SessionTown['manager']
  let save: SessionTown['save']
  let session: SessionTown['session']
  let town: SessionTown['town']
  let worker: SessionTown['worker']

  beforeAll(async () => {
    ;({ coordinator, count, linesOf, manager, save, session, town, worker } = await sessionTown())
    await worker.get(`${session}/summaries/T-1`)
    await worker.post(`${session}/summaries/T-1`, { text: 'Zebedee sleeps at home.' })
  })
  afterAll(() => town.stop())

  it('writes no minutes before the day, and says from when', async () => {
    expect((await worker.get(`${session}/room/T-1`)).text).toContain('Minutes are written from its day on.')
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
    const page = await manager.get(`${session}/room/T-1`)
    for (const { text } of all.lines) expect(page.text).toContain(text)
  })

  it('works without scripts: a line, a correction that says what it corrects, an action, who is here', async () => {
    const room = `${session}/room/T-1`
    const sent = await worker.post(`${room}/lines`, { prompt: 'decision', text: 'The plan <goes> on.' }, room)
    expect([sent.status, sent.to]).toEqual([303, `${room}#write-decision`])
    const page = await worker.get(room)
    expect(page.body).toContain('The plan &lt;goes&gt; on.')
    const [, id = ''] = /correct=([0-9a-f-]+)#write-decision/.exec(page.body) ?? []
    expect((await worker.get(`${room}?correct=${id}`)).text).toMatch(
      /Correction of \d\d:\d\d, Person worker \(“The plan <goes> on\.”\):/,
    )
    const wrong = await worker.post(
      `${room}/actions`,
      { action: 'Ring the school', owner: '', 'by-day': '31', 'by-month': '2', 'by-year': '2026' },
      room,
    )
    expect([
      wrong.status,
      wrong.text.includes('Choose who does it'),
      wrong.body.includes('value="Ring the school"'),
    ]).toEqual([422, true, true])
    await worker.post(
      `${room}/actions`,
      { action: 'Ring the school', owner: PEOPLE.worker, 'by-day': '14', 'by-month': '4', 'by-year': '2026' },
      room,
    )
    expect((await linesOf(worker)).actions).toEqual([
      expect.objectContaining({ text: 'Ring the school: Person worker, by Tuesday 14 April 2026' }),
    ])
    await worker.post(`${room}/here`, { person: PEOPLE.worker, here: 'yes' }, room)
    expect((await worker.get(room)).text).toContain('✓ Person worker here')
  })

  it('answers a script in words when a line is refused, and asks for the form’s token', async () => {
    const empty = await save(worker, 'T-1', { text: ' ' })
    expect([empty.status, empty.body]).toEqual([422, { problem: 'A line has 5,000 letters at most, and one at least' }])
    await worker.get(session)
    expect(
      (await worker.post(`${session}/room/T-1/lines/save`, { text: 'x', _csrf: 'elsewhere' }, session)).status,
    ).toBe(403)
    expect((await save(worker, 'T-1', { text: 'x', prompt: 'none' })).status).toBe(422)
  })

  it('says nothing of a restricted case: not on the page, in the room, its lines or the summaries', async () => {
    await town.db.$executeRaw`
      insert into case_restriction (id, case_id, reason, made_by, made_at, command_id)
      select gen_random_uuid(), id, 'x', ${PEOPLE.headOfService}::uuid, now(), gen_random_uuid() from case_file where ref = 'T-2'`
    for (const visitor of [coordinator, worker, manager])
      for (const path of ['', '/room/T-1', '/summaries/T-1'])
        expect((await visitor.get(`${session}${path}`)).text).not.toContain('T-2')
    for (const path of ['/room/T-2', '/room/T-2/lines', '/summaries/T-2'])
      expect((await worker.get(`${session}${path}`)).status).toBe(404)
    expect(
      (await worker.post(`${session}/room/T-2/lines/save`, { prompt: 'evidence', text: 'x' }, session)).status,
    ).toBe(404)
    expect((await coordinator.get(`${session}/held`)).text).not.toContain('T-2')
  })

  it('is recorded as held once, with what was not discussed and why, and its minutes go out', async () => {
    expect((await worker.get(`${session}/held`)).status).toBe(404)
    const form = await coordinator.get(`${session}/held`)
    expect(form.body).toMatch(new RegExp(`value="${PEOPLE.worker}" checked`))
    const [, left = ''] = /name="left" value="([^"]+)" checked/.exec(form.body) ?? []
    const present = [PEOPLE.worker, PEOPLE.teamManager]
    const wrong = await coordinator.post(`${session}/held`, { present, left }, `${session}/held`)
    expect([wrong.status, wrong.text.includes('Say why T-3 was not discussed')]).toEqual([422, true])
    const command = randomUUID()
    const done = { present, left, [`why-${left}`]: 'The worker was ill', command }
    expect((await coordinator.post(`${session}/held`, done)).to).toBe(`${session}#minutes`)
    expect((await coordinator.post(`${session}/held`, done)).status).toBe(303)
    expect((await coordinator.get(session)).text).toContain('Not discussed: The worker was ill')
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
    expect((await coordinator.post(unsaid, { answer: 'yes' }, session)).status).toBe(404)
    // Somebody with access says it.
    await town.db.$executeRaw`
      insert into case_access (id, case_id, person_id, reason, from_on, granted_by, granted_at, command_id)
      select gen_random_uuid(), id, ${PEOPLE.teamManager}::uuid, 'x', '2026-03-01', ${PEOPLE.headOfService}::uuid, now(), gen_random_uuid() from case_file where ref = 'T-2'`
    expect((await manager.get(session)).text).toContain('If T-2 was not discussed: why')
    expect((await manager.post(unsaid, { answer: 'no', why: '' }, session)).text).toContain(
      'Say why T-2 was not discussed',
    )
    expect((await manager.post(unsaid, { answer: 'yes' }, session)).status).toBe(303)
    expect(await factsOf('T-2')).toEqual([{ session: sessionId }])
    expect((await manager.post(unsaid, { answer: 'no', why: 'x' }, session)).status).toBe(409)
    expect((await manager.get(session)).text).not.toContain('Was it discussed?')
    const minutes = await worker.get(`${session}/paper/minutes`)
    expect(minutes.headers.get('content-security-policy')).toMatch(/style-src 'self' 'sha256-/)
    expect(minutes.text).toContain('He sleeps at home.')
    expect((await coordinator.get(`${session}/paper/pack`)).text).toContain('Zebedee sleeps at home.')
    await coordinator.post(`${session}/minutes`, {}, session)
    expect((await coordinator.get(session)).text).toContain('The minutes went out on Tuesday 7 April 2026')
    await manager.post(`${session}/check`, { found: 'In order' }, session)
    expect((await manager.get(session)).text).toContain('Looked at again on Tuesday 7 April 2026: In order')
  })
})
