import { addPerson } from '../../servers/addPerson'
import { addCase, addPeople, PEOPLE, TEAM } from '../../servers/factsToEvents'
import type { Visitor } from '../../servers/visitor'
import { webTown, type WebTown } from '../../servers/webTown'

const day = (name: string, iso: string) => {
  const [year = '', month = '', one = ''] = iso.split('-')
  return { [`${name}-day`]: one, [`${name}-month`]: month, [`${name}-year`]: year }
}
const PATH = '/cases/T-1/safety-plan/write'
const PLAN = '/cases/T-1/safety-plan'

const AGREED = /href="([^"]+record\/safety-plan-agreed[^"]*)"/

describe('a safety plan is written on its page', () => {
  let town: WebTown
  let worker: Visitor
  let child: string
  beforeAll(async () => {
    town = await webTown('2026-03-02')
    await addPeople(town.town)
    await addPerson(town.town, { key: 'police', role: 'police-officer', team: TEAM, id: POLICE })
    await addCase(town.town, 'T-1', '2026-02-02')
    await town.plan()
    worker = await town.visitorAs(PEOPLE.worker)
    child = /name="child-([^"]+)"/.exec((await worker.get(PATH)).body)?.[1] ?? ''
  })
  afterAll(() => town.stop())

  const POLICE = '0190aaaa-bbbb-7ccc-8ddd-eeeeffff0042'
  const line = (row: number, achieve: string, more: Readonly<Record<string, string>> = {}) => ({
    [`line-${String(row)}-domain`]: 'basicCare',
    [`line-${String(row)}-agency`]: 'Health visitor',
    [`line-${String(row)}-frequency`]: 'every week',
    [`line-${String(row)}-achieve`]: achieve,
    [`line-${String(row)}-duty`]: 'mother',
    ...day(`line-${String(row)}-by`, '2026-04-20'),
    ...more,
  })
  const whole = () => ({
    ...{ people: '2', lines: '3', amends: '', [`child-${child}`]: 'yes', concerns: 'Not enough food.' },
    ...{ 'person-0-role': 'mother', 'person-0-signs': 'yes', 'person-1-role': 'father', police: 'no' },
    ...{ ...day('date', '2026-03-02'), ...day('timeOfferedUntil', '2026-03-03'), review: 'six-weekly' },
    ...{ ...line(0, 'three meals a day'), support: 'a place at nursery' },
  })
  const versions = async (): Promise<number> => {
    const [row] = await town.db.$queryRaw<{ n: number }[]>`select count(*)::int as n from safety_plan_document`
    return row?.n ?? 0
  }
  const errors = (body: string): string[] => [...body.matchAll(/<a href="(#[^"]+)">/g)].map(([, href = '']) => href)

  it('is recorded first as agreed on the doorstep: nothing but that is asked, and it says by when it is to be written', async () => {
    const agreed = AGREED.exec((await worker.get(PLAN)).body)?.[1] ?? ''
    // What is due is a written plan: no word of mouth meets it.
    expect((await worker.get(`/cases/T-1/record/safety-plan-agreed?due=${child}`)).to).toBe(PLAN)
    const { body } = await worker.get(agreed)
    expect([...body.matchAll(/name="(f-[A-Za-z]+)(?:-day)?"/g)].map(([, name]) => name)).toEqual([
      ...['f-how', 'f-how', 'f-reviewMode', 'f-reviewMode', 'f-reviewMode', 'f-reviewMode'],
      ...['f-reviewOn', 'f-validUntil', 'f-timeOfferedUntil'],
    ])
    const send = async (fields: Readonly<Record<string, string>>) => {
      await worker.get(agreed)
      const hidden = { command: worker.field('command'), seen: worker.field('seen'), back: PLAN }
      return worker.post(
        '/cases/T-1/record/safety-plan-agreed',
        { ...hidden, ...day('on', '2026-03-02'), ...fields },
        '',
      )
    }
    // The formal document is one with its text.
    const formal = await send({ 'f-how': 'formal', 'f-reviewMode': 'six-weekly', step: 'save' })
    expect([formal.status, formal.text.includes('How it was agreed: choose one')]).toEqual([422, true])
    const dayless = await send({ 'f-how': 'verbal', 'f-reviewMode': 'date', step: 'save' })
    expect([dayless.status, dayless.text.includes('give the day of its review')]).toEqual([422, true])
    const checked = await send({ 'f-how': 'verbal', 'f-reviewMode': 'six-weekly', step: 'check' })
    expect(checked.text).toMatch(/Next .*Safety plan written/)
    const saved = await send({ 'f-how': 'verbal', 'f-reviewMode': 'six-weekly', step: 'save' })
    expect([saved.status, saved.to]).toEqual([303, PLAN])
    expect((await worker.get(PLAN)).text).toContain('Agreed by word of mouth on Monday 2 March 2026')
    expect(await versions()).toBe(0)
  })

  it('says of each field what is missing, and keeps what was typed', async () => {
    const sent = await worker.post(PATH, { 'line-1-achieve': 'bed by eight', police: 'no', step: 'save' })
    expect(sent.status).toBe(422)
    expect(errors(sent.body)).toEqual([
      ...['#date-day', `#child-${child}`, '#concerns', '#person-0-role', '#line-1-domain', '#line-1-agency'],
      ...['#line-1-frequency', '#line-1-duty', '#line-1-by-day', '#timeOfferedUntil-day', '#review'],
    ])
    expect(sent.body).toContain('bed by eight</textarea>')
    expect(await versions()).toBe(0)
  })

  it.each([
    ['a day of a line before the plan’s own', line(0, 'food', day('line-0-by', '2026-02-27')), '#line-0-by-day'],
    ['somebody’s part who is not in the family', line(0, 'food', { 'line-0-duty': 'aunt' }), '#line-0-duty'],
    ['nobody of the family signing', { 'person-0-signs': '' }, '#person-0-signs'],
    ['one side of domestic abuse alone', { 'person-1-side': 'harms' }, '#person-0-side'],
    ['an answer of no without words', { 'check-literacy': 'no' }, '#check-literacy-words'],
    [
      'who is harmed having to keep the other away',
      {
        ...{ 'person-0-side': 'is-harmed', 'person-1-side': 'harms' },
        ...line(0, 'he stays away', { 'line-0-contactWith': 'father' }),
      },
      '#line-0-duty',
    ],
  ])('refuses %s, at its field, in plain words', async (_what, wrong, href) => {
    const { status, body, text } = await worker.post(PATH, { ...whole(), ...wrong, step: 'save' })
    expect([status, errors(body)]).toEqual([422, [href]])
    expect(text).not.toMatch(/policeInvolved|parent-1|none of parents|leftOut|\d{4}-\d\d-\d\d/)
    expect(await versions()).toBe(0)
  })

  it('refuses a day in the future, in the command’s words', async () => {
    const days = { ...day('date', '2026-03-09'), ...day('timeOfferedUntil', '2026-03-10') }
    const { status, text } = await worker.post(PATH, { ...whole(), ...days, step: 'check' })
    expect([status, text.includes('is in the future')]).toEqual([422, true])
  })

  it('has room for another line where that is asked for, and saves nothing', async () => {
    const more = await worker.post(PATH, { ...whole(), step: 'add-lines' })
    expect([more.status, more.body.includes('id="line-3-achieve"')]).toEqual([200, true])
    expect(more.body).toContain('three meals a day</textarea>')
    const people = await worker.post(PATH, { ...whole(), step: 'add-people' })
    expect(people.body).toContain('id="person-2-role"')
    expect(await versions()).toBe(0)
  })

  it('shows which days it sets, writes nothing by that, then writes it once though it is sent twice', async () => {
    const checked = await worker.post(PATH, { ...whole(), step: 'check' })
    expect(checked.text).toContain('Writing this sets')
    expect(checked.text).toContain('by Monday 20 April 2026')
    expect(checked.text).toContain('Nothing is agreed under Ensuring safety.')
    expect(await versions()).toBe(0)
    const fields = { ...whole(), step: 'save', command: worker.field('command') }
    const sent = await worker.post(PATH, fields)
    expect([sent.status, sent.to]).toEqual([303, PLAN])
    expect((await worker.post(PATH, fields)).status).toBe(303)
    expect(await versions()).toBe(1)
    await town.plan()
    const { text } = await worker.get(PLAN)
    expect(text).toContain('Version 1 of Monday 2 March 2026')
    expect(text).toContain('care-1 three meals a day Mother Health visitor, every week Monday 20 April 2026')
    expect(text).toContain('Copies still to give: mother, father, social worker, team manager.')
  })

  it('is not agreed by word of mouth beside the written one, whose last day that would take', async () => {
    expect((await worker.get(PLAN)).body).not.toMatch(AGREED)
    expect((await worker.get('/cases/T-1/record/safety-plan-agreed')).to).toBe(PLAN)
  })

  it('is not written a second time as if there were none', async () => {
    const { status, text } = await worker.post(PATH, { ...whole(), step: 'save' })
    expect([status, text.includes('Version 1 stands.')]).toEqual([409, true])
    expect(text).not.toMatch(/caseclock |--/)
  })

  it('is amended from what stands: a line stays with its name, another is left out only with a word, a new one gets the next number', async () => {
    const opened = await worker.get(PATH)
    expect(opened.text).toContain('Amend the safety plan: version 1')
    expect(opened.body).toContain('name="line-0-id" value="care-1"')
    expect(opened.text).toContain('With Health visitor, every week. The part of the mother.')
    const amended = {
      ...{ ...whole(), amends: '1', 'line-0-id': 'care-1', 'line-0-out': 'met' },
      ...line(1, 'a warm supper'),
    }
    const silent = await worker.post(PATH, { ...amended, step: 'save' })
    expect([silent.status, errors(silent.body)]).toEqual([422, ['#line-0-outWords']])
    const sent = await worker.post(PATH, { ...amended, 'line-0-outWords': 'she cooks', step: 'save' })
    expect(sent.status).toBe(303)
    await town.plan()
    const { text } = await worker.get(PLAN)
    expect(text).toContain('Version 2 of Monday 2 March 2026')
    expect(text).toContain('care-2 a warm supper')
  })

  it('is nothing for whoever may not open the case', async () => {
    const officer = await town.visitorAs(POLICE)
    expect((await officer.get(PATH)).status).toBe(404)
    expect((await officer.post(PATH, { ...whole(), step: 'save' }, '/police')).status).toBe(404)
    expect(town.logged).toEqual([])
  })

  it('is signed by whom it asks for, and by the team manager alone as such', async () => {
    await town.dayComes('2026-03-04')
    const ahead = { role: 'mother', what: 'signed', ...day('on', '2026-03-05') }
    const early = await worker.post(`${PLAN}/sign`, ahead, PLAN)
    expect([early.status, early.text.includes('is in the future')]).toEqual([422, true])
    expect(early.body).toContain('id="on-year" name="on-year" type="text" value="2026"')
    const none = await worker.post(`${PLAN}/sign`, { ...ahead, ...day('on', '2026-02-31') }, PLAN)
    expect([none.status, none.text.includes('must be a real day')]).toEqual([422, true])
    expect((await worker.post(`${PLAN}/sign`, { role: 'aunt', what: 'signed' }, PLAN)).status).toBe(422)
    const then = { role: 'mother', what: 'signed', ...day('on', '2026-03-03') }
    expect((await worker.post(`${PLAN}/sign`, then, PLAN)).status).toBe(303)
    const notTheirs = await worker.post(`${PLAN}/sign`, { role: 'team-manager', what: 'signed' }, PLAN)
    expect([notTheirs.status, notTheirs.text.includes('Only a manager of the team')]).toEqual([403, true])
    expect((await worker.get(PLAN)).text).toContain('Mother: Signed, Tuesday 3 March 2026')
    const manager = await town.visitorAs(PEOPLE.teamManager)
    expect((await manager.post(`${PLAN}/sign`, { role: 'team-manager', what: 'signed' }, PLAN)).status).toBe(303)
  })

  it('logs a copy', async () => {
    expect((await worker.post(`${PLAN}/share`, { with: '' }, PLAN)).status).toBe(422)
    expect((await worker.post(`${PLAN}/share`, { with: 'mother' }, PLAN)).status).toBe(303)
    expect((await worker.get(PLAN)).text).toContain('Copies still to give: father, social worker, team manager.')
  })

  it('takes a breach of a line of it, passed on by a manager only, decided with a reason', async () => {
    const none = await worker.post(`${PLAN}/breach`, { line: 'care-2', what: '' }, PLAN)
    expect([none.status, none.text.includes('Enter what happened')]).toEqual([422, true])
    const ahead = { line: 'care-2', what: 'no supper', ...day('breachOn', '2026-03-05') }
    expect((await worker.post(`${PLAN}/breach`, ahead, PLAN)).status).toBe(422)
    expect((await worker.post(`${PLAN}/breach`, { line: 'care-9', what: 'no supper' }, PLAN)).status).toBe(422)
    expect((await worker.post(`${PLAN}/breach`, { line: 'care-2', what: 'no supper' }, PLAN)).status).toBe(303)
    await town.plan()
    const breach = /name="breach" value="([^"]+)"/.exec((await worker.get(PLAN)).body)?.[1] ?? ''
    const passed = await worker.post(`${PLAN}/decide`, { breach, passTo: 'detective-sergeant' }, PLAN)
    expect(passed.status).toBe(403)
    const manager = await town.visitorAs(PEOPLE.teamManager)
    const silent = await manager.post(`${PLAN}/decide`, { breach, decision: 'support', reason: '' }, PLAN)
    expect([silent.status, silent.text.includes('Say what is done about the breach, and why')]).toEqual([422, true])
    const reason = 'more help with meals'
    expect((await manager.post(`${PLAN}/decide`, { breach, decision: 'support', reason }, PLAN)).status).toBe(303)
    expect((await manager.get(PLAN)).text).toContain('Decided on Wednesday 4 March 2026: more support')
  })

  it('is reviewed line by line, every line', async () => {
    const views = { childView: 'likes supper', parentsView: 'agree', decisions: 'go on' }
    expect((await worker.post(`${PLAN}/review`, views, PLAN)).status).toBe(422)
    const sent = await worker.post(`${PLAN}/review`, { ...views, 'kept-care-2': 'partly' }, PLAN)
    expect(sent.status).toBe(303)
    expect((await worker.get(PLAN)).text).toContain('Partly kept, Wednesday 4 March 2026')
  })
})
