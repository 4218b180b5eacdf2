import { PEOPLE, workTown, type WorkTown } from './workTown'
import type { Visitor } from '../../servers/visitor'

const DAY = { 'on-day': '20', 'on-month': '3', 'on-year': '2026' }
const HELD = { ...DAY, 'f-quorate': 'yes', 'f-absent': 'School' }
const FORM = '/cases/T-1/record/core-group-held'

describe('recording what happened', () => {
  let town: WorkTown
  let worker: Visitor
  beforeAll(async () => {
    town = await workTown()
    worker = await town.visitorAs(PEOPLE.worker)
  })
  afterAll(() => town.stop())

  const facts = async (ref = 'T-1'): Promise<number> => {
    const [row] = await town.db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from chronology_event e join case_file c on c.id = e.case_id where c.ref = ${ref}`
    return row?.count ?? 0
  }
  const send = async (fields: Readonly<Record<string, string>>, form = FORM) => {
    await worker.get(form)
    const asked = { command: worker.field('command'), seen: worker.field('seen'), ...fields }
    return worker.post(form.replace(/\?.*/, ''), asked, '')
  }

  it('offers what is due on the case first, then every kind under its theme', async () => {
    const { text, body } = await worker.get('/cases/T-1/record')
    expect(text.indexOf('First core group late, was due')).toBeGreaterThan(0)
    expect(text.indexOf('First core group late, was due')).toBeLessThan(text.indexOf('Everything that can be recorded'))
    expect(body).toContain('href="/cases/T-1/record/visit-made"')
  })

  it('shows what a fact sets before it is saved, and writes nothing by that', async () => {
    const before = await facts()
    const checked = await send({ ...HELD, step: 'check' })
    expect(checked.status).toBe(200)
    expect(checked.text).toMatch(/Recording this sets Done by this First core group, due Monday 23 February 2026/)
    expect(checked.text).toMatch(/Next Core group by Friday 1 May 2026/)
    expect(checked.text).toContain('Nothing is saved yet.')
    expect(checked.body).toContain('School')
    expect(await facts()).toBe(before)
  })

  it('keeps what was typed and says what is not right', async () => {
    const wrong = await send({ ...HELD, 'on-day': '31', 'on-month': '2', step: 'check' })
    expect([wrong.status, wrong.body.includes('School')]).toEqual([422, true])
    expect(wrong.text).toContain('The day it happened must be a real day')
    const ahead = await send({ ...HELD, 'on-year': '2027', step: 'save' })
    expect([ahead.status, ahead.text.includes('is in the future')]).toEqual([422, true])
  })

  it('answers 409 on a case that changed meanwhile, keeps what was typed, says what is new, and saves at the next try', async () => {
    await worker.get(FORM)
    const [command, seen] = [worker.field('command'), worker.field('seen')]
    await town.record({ ref: 'T-1', kind: 'progress-recorded', actorId: PEOPLE.teamManager })
    const before = await facts()
    const refused = await worker.post(FORM, { ...HELD, command, seen, step: 'save' }, '')
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('has changed since you opened it')
    expect(refused.text).toMatch(/Progress seen for the child, Monday 23 March 2026, recorded by/)
    expect(refused.body).toContain('School')
    expect(await facts()).toBe(before)
    const saved = await worker.post(FORM, { ...HELD, command, seen: worker.field('seen'), step: 'save' }, '')
    expect([saved.status, saved.to]).toEqual([303, '/cases/T-1'])
    expect(await facts()).toBe(before + 1)
    const twice = await worker.post(FORM, { ...HELD, command, seen, step: 'save' }, FORM)
    expect([twice.status, await facts()]).toEqual([303, before + 1])
  })

  it('opens a fact as it was recorded to correct it, and takes one back; what was corrected is corrected no more', async () => {
    const id = await town.record({
      ref: 'T-1',
      kind: 'visit-made',
      on: '2026-03-10',
      actorId: PEOPLE.worker,
      data: { seen: false },
    })
    const list = await worker.get(`/cases/T-1/record?corrects=${id}`)
    expect(list.to).toBe(`/cases/T-1/record/visit-made?corrects=${id}`)
    const open = await worker.get(list.to ?? '')
    expect(open.body).toMatch(/name="on-day"[^>]*value="10"/)
    expect(open.body).toMatch(/name="f-seen"[^>]*value="no" checked/)
    const corrected = await send({ ...DAY, corrects: id, 'f-seen': 'yes', step: 'save' }, list.to ?? '')
    expect(corrected.status).toBe(303)
    expect((await worker.get(list.to ?? '')).status).toBe(404)
    const [later] = await town.db.$queryRaw<
      { id: string }[]
    >`select id::text from chronology_event where supersedes = ${id}::uuid`
    const back = `/cases/T-1/record/visit-made?corrects=${later?.id ?? ''}&void=1`
    expect((await worker.get(back)).text).toContain('Take back: Visit made')
    const taken = await send({ corrects: later?.id ?? '', void: '1', step: 'save' }, back)
    expect(taken.status).toBe(303)
    const rows = await town.db.$queryRaw<unknown[]>`
      select 1 from chronology_event where supersedes = ${later?.id ?? ''}::uuid and voids`
    expect(rows).toHaveLength(1)
  })

  it.each([
    ['another team’s case', 'T-77'],
    ['a restricted case they hold', 'T-88'],
    ['no case at all', 'T-999'],
  ])('shows and records nothing on %s', async (_whose, ref) => {
    const before = await facts(ref)
    expect((await worker.get(`/cases/${ref}/record`)).status).toBe(404)
    expect((await worker.get(`/cases/${ref}/record/visit-made`)).status).toBe(404)
    const sent = await worker.post(`/cases/${ref}/record/visit-made`, { ...DAY, 'f-seen': 'yes', step: 'save' }, FORM)
    expect([sent.status, await facts(ref)]).toEqual([404, before])
  })

  it('takes no sign that the database has no text for, and does not fail', async () => {
    expect((await worker.get('/cases/T-1%00/record/visit-made')).status).toBe(404)
    expect((await worker.get('/cases/T-1/record?corrects=T%00')).status).toBe(400)
    expect((await worker.get('/search?q=ma%00ry')).status).toBe(400)
    expect((await send({ ...HELD, 'f-parentsView': 'a\u0000b', step: 'check' })).status).toBe(400)
  })

  it('knows no kind but those there are, and leads what has a page of its own there', async () => {
    expect((await worker.get('/cases/T-1/record/no-such-kind')).status).toBe(404)
    expect((await worker.get('/cases/T-1/record/case-closed')).to).toBe('/cases/T-1/closing')
  })
})
