import { randomUUID } from 'node:crypto'
import { addPerson } from '../../servers/addPerson'
import { addCase, addPeople, PEOPLE, TEAM, type TestCase } from '../../servers/factsToEvents'
import type { Fields, Visitor } from '../../servers/visitor'
import { webTown, type WebTown } from '../../servers/webTown'

const day = (name: string, iso: string): Fields => {
  const [year = '', month = '', date = ''] = iso.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

describe('the pages of administration', () => {
  let town: WebTown
  let admin: Visitor
  let adminId: string
  let one: TestCase

  beforeAll(async () => {
    town = await webTown('2026-03-02')
    await addPeople(town.town)
    adminId = await addPerson(town.town, { key: 'admin', role: 'administrator', team: TEAM })
    one = await addCase(town.town, 'T-1', '2026-01-12')
    await addCase(town.town, 'T-2', '2026-02-12')
    await addCase(town.town, 'T-3', '2025-11-03')
    await town.dayComes('2026-03-02')
    admin = await town.visitorAs(adminId)
  })
  afterAll(() => town.stop())

  const audited = async (action: string): Promise<number> => {
    const rows = await town.db.$queryRaw<unknown[]>`select 1 from audit_event where action = ${action}`
    return rows.length
  }
  /** Sends one form twice under one id, as a hand that presses twice does, and answers both statuses. */
  const twice = async (path: string, fields: Fields, from = path): Promise<number[]> => {
    const command = randomUUID()
    const first = await admin.post(path, { ...fields, command }, from)
    const second = await admin.post(path, { ...fields, command }, '/admin/people')
    return [first.status, second.status]
  }

  const PAGES = {
    administer: ['/admin/people', `/admin/people/${PEOPLE.worker}`, '/admin/teams', '/admin/cover'],
    'run-authority': [
      ...['/admin', '/admin/unplanned', '/admin/rules', '/admin/calendar', '/admin/templates', '/admin/sending'],
      ...['/admin/health', '/admin/authority'],
    ],
    'see-undelivered': ['/admin/undelivered'],
    'decide-access': ['/admin/access', '/admin/access/T-1'],
  }
  const HELD = {
    worker: [],
    teamManager: [],
    chair: [],
    serviceManager: ['run-authority', 'see-undelivered'],
    headOfService: ['run-authority', 'see-undelivered', 'decide-access'],
  } as const

  it.each(Object.entries(HELD))('are nothing to who lacks what each needs: %s', async (who, held) => {
    const visitor = await town.visitorAs(PEOPLE[who as keyof typeof HELD])
    for (const [needs, pages] of Object.entries(PAGES))
      for (const path of pages) {
        const { status } = await visitor.get(path)
        expect([path, status]).toEqual([path, (held as readonly string[]).includes(needs) ? 200 : 404])
      }
  })

  it('take no form of who may not', async () => {
    const worker = await town.visitorAs(PEOPLE.worker)
    const forms = [
      ...[
        '/admin/cover',
        `/admin/people/${PEOPLE.worker}/reassign/done`,
        '/admin/calendar/add',
        '/admin/rules/activate',
      ],
      ...['/admin/sending', '/admin/authority', '/admin/access/T-1', `/admin/people/${PEOPLE.worker}/calendars`],
    ]
    for (const path of forms) expect([path, (await worker.post(path, {}, '/my-work')).status]).toEqual([path, 404])
  })

  it('are all there for an administrator, with something on each', async () => {
    for (const path of Object.values(PAGES).flat()) expect([path, (await admin.get(path)).status]).toEqual([path, 200])
    expect((await admin.get('/admin')).text).toContain('Nothing needs you')
    expect((await admin.get('/admin/people?name=other')).text).toContain('Person otherWorker')
    expect((await admin.get('/admin/people?name=other')).text).not.toContain('Person chair')
    expect((await admin.get(`/admin/people/${PEOPLE.worker}`)).text).toContain('T-2')
    expect((await admin.get('/admin/people/x')).status).toBe(404)
    expect((await admin.get('/admin/teams')).text).toContain('North 1 No other team')
    const templates = await admin.get('/admin/templates')
    expect(templates.text).toContain('Subject: 1 late')
    expect(templates.headers.get('content-security-policy')).toMatch(
      /script-src 'self'; style-src 'self';.*frame-src 'self'$/,
    )
    expect(templates.body).toContain('src="/admin/templates/alert" title="Alert, with headings and tables" sandbox')
    const mail = await admin.get('/admin/templates/alert')
    expect(mail.text).toContain('review conference')
    expect(mail.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    const policy = mail.headers.get('content-security-policy')
    expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; sandbox; /)
    expect(policy).not.toContain('allow-')
    expect((await admin.get('/admin/templates/nothing')).status).toBe(404)
    expect((await admin.get('/admin/rules')).text).toContain('england-family-safeguarding@1')
    expect(town.logged).toEqual([])
  })

  it('arrange cover once, and end it once', async () => {
    const fields = {
      person: 'Person worker',
      by: 'otherworker',
      reason: 'leave',
      ...day('from', '2026-03-02'),
      ...day('to', '2026-03-06'),
    }
    expect(await twice('/admin/cover', fields)).toEqual([303, 303])
    expect(await audited('cover-set')).toBe(1)
    const { text, body } = await admin.get('/admin/cover')
    expect(text).toContain('Person worker Monday 2 March 2026 Friday 6 March 2026 Leave Person otherWorker')
    const end = /href="(\/admin\/cover\/[^"]*\/end)"/.exec(body)?.[1] ?? ''
    expect(await twice(end, {})).toEqual([303, 303])
    expect(await audited('cover-ended')).toBe(1)
    expect((await admin.get(end)).status).toBe(404)
  })

  it.each<[Fields, string]>([
    [{}, 'enter a name or a staff number'],
    [{ person: 'nobody at all' }, 'nobody is called'],
    [{ person: 'Person' }, 'this could be'],
    [{ person: 'Person worker', by: 'x' }, 'Who covers: nobody is called'],
    [{ person: 'Person worker' }, 'The first day away: enter a day'],
    [{ person: 'Person worker', ...day('from', '2026-02-31') }, 'must be a real day'],
    [{ person: 'Person worker', ...day('from', '2026-03-02') }, 'Choose why'],
    [{ person: 'Person worker', ...day('from', '2026-03-02'), reason: 'leave' }, 'Only sickness may be open-ended'],
  ])('say what is wrong with a cover and show again what was typed: %j', async (fields, problem) => {
    const answer = await admin.post('/admin/cover', fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(problem)
    expect(answer.text).not.toContain('--')
    for (const typed of [fields['person'] ?? []].flat()) expect(answer.body).toContain(`value="${typed}"`)
  })

  it('show what of somebody’s cases would move, and move it once', async () => {
    const at = `/admin/people/${PEOPLE.worker}`
    const looked = await admin.post(`${at}/reassign`, { to: 'otherworker', cases: 'T-1' }, at)
    expect(looked.text).toContain('1 case would go from Person worker to Person otherWorker')
    expect(await audited('reassign')).toBe(0)
    const fields = { to: admin.field('to'), cases: admin.field('cases') }
    expect(await twice(`${at}/reassign/done`, fields, at)).toEqual([200, 200])
    expect(await audited('reassign')).toBe(1)
    expect((await admin.post(`${at}/reassign`, { to: 'Person worker' }, at)).status).toBe(422)
    const [row] = await town.db.$queryRaw<{ ref: string }[]>`
      select c.ref from case_holder h join case_file c on c.id = h.case_id where h.person_id = ${PEOPLE.otherWorker}::uuid`
    expect(row?.ref).toBe(one.ref)
  })

  it('hold mail and let it go, each once', async () => {
    expect((await admin.post('/admin/sending', { held: 'yes' })).status).toBe(422)
    expect(await twice('/admin/sending', { held: 'yes', reason: 'A first import' })).toEqual([303, 303])
    expect((await admin.get('/admin')).text).toContain('Sending is held')
    expect((await admin.get('/admin/sending')).text).toContain('No mail leaves')
    expect(await twice('/admin/sending', { held: 'no', reason: 'Looked at' })).toEqual([303, 303])
    expect([await audited('sending-held'), await audited('sending-released')]).toEqual([1, 1])
  })

  it('restrict a case, give access and take it back, each once', async () => {
    const at = '/admin/access/T-2'
    expect((await admin.post(at, { what: 'restrict', reason: ' ' })).status).toBe(422)
    expect(await twice(at, { what: 'restrict', reason: 'A member of staff' })).toEqual([303, 303])
    expect((await admin.get(`/admin/people/${PEOPLE.worker}`)).text).not.toContain('T-2')
    expect((await admin.get(at)).text).toContain(
      'Restricted since Monday 2 March 2026 by Person admin: A member of staff',
    )
    expect(await twice(at, { what: 'grant', person: 'Person chair', reason: 'Chairs it' })).toEqual([303, 303])
    expect((await admin.get(at)).text).toContain('Person chair Monday 2 March 2026')
    expect(await twice(at, { what: 'revoke', person: 'Person chair', reason: 'Over' })).toEqual([303, 303])
    expect(await twice(at, { what: 'lift', reason: 'Over' })).toEqual([303, 303])
    for (const action of ['case-restricted', 'access-granted', 'access-revoked', 'restriction-lifted'])
      expect([action, await audited(action)]).toEqual([action, 1])
    expect((await admin.get('/admin/access?ref=T-9')).text).toContain('There is no case T-9')
    expect((await admin.get('/admin/access?ref=T-2')).to).toBe(at)
    expect((await admin.get('/admin/access/T-9')).status).toBe(404)
  })

  it('list a mail that did not arrive, and close it once', async () => {
    const id = randomUUID()
    await town.db.$executeRaw`
      insert into message (id, mail_id, recipient_id, lane, day, state, created_at, problem)
      values (${id}::uuid, 'one@test', ${PEOPLE.worker}::uuid, 'digest', '2026-03-02', 'failed', '2026-03-02T07:30:00Z', 'refused')`
    await town.db.$executeRaw`
      insert into delivery_task (message_id, recipient_id, opened_at, why, detail) values (${id}::uuid, ${PEOPLE.worker}::uuid, '2026-03-02T07:31:00Z', 'refused', '550 no such mailbox')`
    expect((await admin.get('/admin')).text).toContain('1 mail did not arrive')
    expect((await admin.get('/admin/undelivered')).text).toContain('550 no such mailbox')
    const at = `/admin/undelivered/${id}`
    expect((await admin.post(at, { how: 'pigeon' })).status).toBe(422)
    expect(await twice(at, { how: 'telephone' })).toEqual([303, 303])
    expect(await audited('undelivered-closed')).toBe(1)
    expect((await admin.get(at)).status).toBe(404)
  })

  it('add a bank holiday once, after showing what would move', async () => {
    const fields = { title: 'A coronation', ...day('on', '2026-05-08') }
    const looked = await admin.post('/admin/calendar', fields)
    expect(looked.text).toContain('A coronation, Friday 8 May 2026')
    expect(await audited('holiday-added')).toBe(0)
    expect(await twice('/admin/calendar/add', fields, '/admin/calendar')).toEqual([303, 303])
    expect(await audited('holiday-added')).toBe(1)
    expect((await admin.get('/admin/calendar')).text).toContain('Friday 8 May 2026 A coronation Person admin')
    for (const [wrong, problem] of [
      [{ ...fields, ...day('on', '2026-02-27') }, 'has passed'],
      [{ ...fields, title: '' }, 'Give the holiday its title'],
      [{ ...fields, title: 'x\u200b' }, 'does not show'],
      [{ title: 'x' }, 'enter a day'],
    ] as const) {
      const answer = await admin.post('/admin/calendar', wrong)
      expect([answer.status, answer.text]).toEqual([422, expect.stringContaining(problem)])
    }
  })

  const OVERLAY = `id: test-council@1
extends: england-family-safeguarding@1
approvedBy: { name: Ada Quinn, post: Director, on: 2026-02-27 }
changes:
  - rule: core-group-first
    why: The council meets sooner
    interval: { n: 8, unit: working-days }
`
  const check = (text: string) => admin.upload('/admin/rules/check', [], { from: '/admin/rules', fields: { text } })

  it('say by line what is wrong with rules', async () => {
    const wrong = await check(OVERLAY.replace('n: 8', 'n: eight').replace('why:', 'because:'))
    expect(wrong.status).toBe(422)
    expect(wrong.text).toMatch(/The text, line 6, column \d+/)
    const noYaml = await check('id: "x\n')
    expect([noYaml.status, noYaml.text]).toEqual([422, expect.stringMatching(/The text, line \d/)])
    expect((await check('')).text).toContain('Choose the file of rules')
    const file = new File(['x'.repeat(300_000)], 'rules.yaml')
    const long = await admin.upload('/admin/rules/check', [file], { from: '/admin/rules' })
    expect([long.status, long.text]).toEqual([422, expect.stringContaining('longer than 256 kB')])
    const picture = await admin.upload('/admin/rules/check', [new File(['\u0000'], 'a.png')], { from: '/admin/rules' })
    expect(picture.text).toContain('no text')
  })

  it('put rules into force once, after showing what would change', async () => {
    const rule = await firstRule(town)
    const text = OVERLAY.replace('core-group-first', rule)
    const checked = await check(text)
    expect(checked.text).toContain('approved by Ada Quinn, Director')
    const fields = { text, ...day('from', '2026-03-02') }
    const looked = await admin.post('/admin/rules/look', fields, '/admin/rules')
    expect(looked.text).toContain('test-council@1 from Monday 2 March 2026')
    expect(await audited('policy-activated')).toBe(0)
    expect(await twice('/admin/rules/activate', fields, '/admin/rules')).toEqual([303, 303])
    expect(await audited('policy-activated')).toBe(1)
    expect((await admin.get('/admin/rules')).text).toContain('test-council@1 Monday 2 March 2026')
    const early = await admin.post('/admin/rules/look', { text, ...day('from', '2026-02-27') }, '/admin/rules')
    expect([early.status, early.text]).toEqual([422, expect.stringContaining('has passed')])
    const approved = { ...fields, text: text.replace('2026-02-27', '2026-03-27').replace('@1\nextends', '@2\nextends') }
    expect((await admin.post('/admin/rules/look', approved, '/admin/rules')).text).toContain('has not come yet')
  })

  it('change name, colour and emergency line once, and no colour on which white letters cannot be read', async () => {
    const fields = { name: 'Northmoor Council', colour: '#00703C', emergencyLine: 'Ring 01632 960 999.' }
    expect(await twice('/admin/authority', fields)).toEqual([303, 303])
    expect(await audited('authority-changed')).toBe(1)
    const page = await admin.get('/admin/authority')
    expect(page.text).toContain('Northmoor Council Person admin')
    expect(page.text).toContain('have a contrast of 6.2 to 1')
    const light = await admin.post('/admin/authority', { ...fields, colour: '#ffdd00' })
    expect([light.status, light.text]).toEqual([422, expect.stringContaining('a contrast of 1.3 to 1')])
    expect((await admin.post('/admin/authority', { ...fields, colour: 'red; }' })).status).toBe(422)
    expect((await admin.post('/admin/authority', { ...fields, name: '' })).status).toBe(422)
  })
})

async function firstRule(town: WebTown): Promise<string> {
  const [row] = await town.db.$queryRaw<{ rule: string }[]>`select rule from obligation where state = 'open' limit 1`
  return row?.rule ?? ''
}
