import { randomUUID } from 'node:crypto'
import { conferenceList } from '../../../client/queries/conferences/conferenceList'
import { addPerson } from '../../servers/addPerson'
import { PEOPLE, TEAM, workTown, type WorkTown } from './workTown'
import type { Visitor } from '../../servers/visitor'

const boxes = (name: string, iso: string): Readonly<Record<string, string>> => {
  const [year = '', month = '', day = ''] = iso.split('-')
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}

const EXTENDED = { until: '2026-08-31', reason: 'an expert is waited for' }

describe('two people, or one person twice, at the same thing', () => {
  let town: WorkTown
  let worker: Visitor
  beforeAll(async () => {
    town = await workTown()
    worker = await town.visitorAs(PEOPLE.worker)
  })
  afterAll(() => town.stop())

  const rows = async (kind: string): Promise<readonly { id: string; payload: object; voids: boolean }[]> =>
    town.db.$queryRaw`
      select e.id::text, e.payload, e.voids from chronology_event e join case_file c on c.id = e.case_id
      where c.ref = 'T-1' and e.kind = ${kind} order by e.position`
  const opened = async (path: string) => {
    const { status, text } = await worker.get(path)
    expect([status, text]).toEqual([200, expect.any(String)])
    return { command: worker.field('command'), seen: worker.field('seen') }
  }

  it('puts a booking right in its own form, whatever page books one, and keeps the meeting it belongs to', async () => {
    const data = { for: '2026-04-14', meeting: 'm-1' }
    const id = await town.record({ ref: 'T-1', kind: 'review-booked', actorId: PEOPLE.worker, data })
    const [, href = ''] =
      /href="([^"]*review-booked\?corrects=[^"]*)"/.exec((await worker.get('/cases/T-1/chronology')).body) ?? []
    expect(href).toBe(`/cases/T-1/record/review-booked?corrects=${id}`)
    const fields = { corrects: id, ...boxes('on', '2026-03-23'), ...boxes('f-for', '2026-04-15'), step: 'save' }
    const path = '/cases/T-1/record/review-booked'
    const unsaid = await worker.post(path, fields, href)
    expect([unsaid.status, unsaid.text.includes('Say why that day is moved.')]).toEqual([422, true])
    const chair = await town.visitorAs(PEOPLE.chair)
    const sent = await chair.post(path, { ...fields, 'f-reason': 'the family is away' }, href)
    expect([sent.status, sent.to, sent.text]).toEqual([303, '/cases/T-1', ''])
    const payloads = (await rows('review-booked')).map(({ payload }) => payload)
    expect(payloads).toEqual([data, { ...data, for: '2026-04-15', reason: 'the family is away' }])
  })

  it('offers to take back what no single form can show, and leads to where it is recorded again', async () => {
    const decided = [{ rule: 'visit', subject: 'child', decision: 'nothing is left to do' }]
    const data = { reason: 'change has held', decided }
    const id = await town.record({ ref: 'T-1', kind: 'case-closed', actorId: PEOPLE.worker, data })
    const led = await worker.get(`/cases/T-1/record/case-closed?corrects=${id}`)
    expect(led.to).toBe(`/cases/T-1/record/case-closed?corrects=${id}&void=1`)
    const form = await opened(led.to ?? '')
    expect((await worker.get(led.to ?? '')).body).toContain('href="/cases/T-1/closing">on its own page</a>')
    const half = await worker.post('/cases/T-1/record/case-closed', { ...form, corrects: id, step: 'save' }, led.to)
    expect([half.status, half.to]).toEqual([303, led.to])
    expect(await rows('case-closed')).toHaveLength(1)
    const taken = { ...form, corrects: id, void: '1', step: 'save' }
    expect((await worker.post('/cases/T-1/record/case-closed', taken, led.to)).status).toBe(303)
    expect((await rows('case-closed')).map(({ voids }) => voids)).toEqual([false, true])
  })

  it('makes no fact of another kind out of one that stands', async () => {
    const id = await town.record({ ref: 'T-1', kind: 'progress-recorded', actorId: PEOPLE.worker })
    const sent = { corrects: id, ...boxes('on', '2026-03-23'), ...boxes('f-for', '2026-04-15'), step: 'save' }
    expect((await worker.post('/cases/T-1/record/icpc-booked', sent, '/cases/T-1/record/visit-made')).status).toBe(404)
    expect(await rows('icpc-booked')).toEqual([])
  })

  it('answers a correction sent twice as the first time, and saves it once', async () => {
    const id = await town.record({ ref: 'T-1', kind: 'visit-made', actorId: PEOPLE.worker, data: { seen: false } })
    const before = await rows('visit-made')
    const path = '/cases/T-1/record/visit-made'
    const form = await opened(`${path}?corrects=${id}`)
    const fields = { ...form, corrects: id, ...boxes('on', '2026-03-20'), 'f-seen': 'yes', step: 'save' }
    const answers = [await worker.post(path, fields, path), await worker.post(path, fields, path)]
    expect(answers.map(({ status, to }) => [status, to])).toEqual([
      [303, '/cases/T-1'],
      [303, '/cases/T-1'],
    ])
    expect(await rows('visit-made')).toHaveLength(before.length + 1)
  })

  it('keeps what the second of two people typed who correct the same, and saves it over what stands then', async () => {
    const id = await town.record({ ref: 'T-1', kind: 'plo-extended', actorId: PEOPLE.worker, data: EXTENDED })
    const path = '/cases/T-1/record/plo-extended'
    const form = await opened(`${path}?corrects=${id}`)
    const fields = { ...boxes('on', '2026-03-20'), ...boxes('f-until', '2026-09-30'), step: 'save', corrects: id }
    const manager = await town.visitorAs(PEOPLE.teamManager)
    expect((await manager.post(path, { ...fields, 'f-reason': 'hers' }, `${path}?corrects=${id}`)).status).toBe(303)
    const refused = await worker.post(path, { ...form, ...fields, 'f-reason': 'mine' }, path)
    expect([refused.status, refused.body.includes('mine')]).toEqual([409, true])
    expect(refused.text).toContain('New on this case since you opened it')
    const [, hers] = await rows('plo-extended')
    expect(worker.field('corrects')).toBe(hers?.id)
    const of = { corrects: worker.field('corrects'), seen: worker.field('seen'), command: worker.field('command') }
    expect((await worker.post(path, { ...fields, 'f-reason': 'mine', ...of }, '')).status).toBe(303)
    expect((await rows('plo-extended')).at(-1)?.payload).toMatchObject({ reason: 'mine' })
  })

  it('says that what is corrected was taken back meanwhile, and keeps what was typed', async () => {
    const id = await town.record({ ref: 'T-1', kind: 'plo-extended', actorId: PEOPLE.worker, data: EXTENDED })
    const path = '/cases/T-1/record/plo-extended'
    const form = await opened(`${path}?corrects=${id}`)
    await worker.post(path, { corrects: id, void: '1', step: 'save' }, `${path}?corrects=${id}&void=1`)
    const before = await rows('plo-extended')
    const fields = { ...boxes('on', '2026-03-20'), ...boxes('f-until', '2026-09-30'), 'f-reason': 'my words' }
    const late = await worker.post(path, { ...form, ...fields, corrects: id, step: 'save' }, path)
    expect([late.status, late.text.includes('It was taken back since you opened it.')]).toEqual([409, true])
    expect(late.body).toContain('my words')
    expect(await rows('plo-extended')).toEqual(before)
  })

  it('keeps every series and closed day of a team’s year from a form that is older than they are', async () => {
    const path = `/supervision/${TEAM}/pattern`
    const coordinator = await town.visitorAs(
      await addPerson(town.town, { key: 'year', role: 'coordinator', team: TEAM, id: randomUUID() }),
    )
    const series = (number: number, weekday: string) => ({
      ...{ [`weekday-${String(number)}`]: weekday, [`nth-${String(number)}`]: '1' },
      ...{ [`at-${String(number)}`]: '09:30', [`minutes-${String(number)}`]: '60' },
    })
    const two = { ...series(1, 'tuesday'), ...series(2, 'wednesday'), 'per-case': '20', room: 'Room 4', closed: '' }
    const kept = async () =>
      town.db
        .$queryRaw`select jsonb_array_length(pattern) as series, closed_dates::text[] as closed, room from supervision_year`
    expect((await coordinator.post(path, { ...two, step: 'do' })).status).toBe(303)
    await town.db.$executeRaw`
      update supervision_year set pattern = pattern || '[{"weekday":"friday","nth":[1],"at":"09:30","minutes":60}]'::jsonb`
    const [, third = ''] =
      /<select[^>]*id="weekday-3"([\s\S]*?)<\/select>/.exec((await coordinator.get(path)).body) ?? []
    expect(third).toContain('<option value="friday" selected>')
    const seen = coordinator.field('seen')
    const three = { ...two, ...series(3, 'friday'), seen }
    const asked = await coordinator.post(path, { ...three, closed: '3 8 2026', step: 'do' })
    expect([asked.status, asked.text]).toEqual([303, ''])
    const older = await coordinator.post(path, { ...three, room: 'Room 9', closed: '22 12 2026', step: 'do' })
    expect([older.status, older.text.includes('Monday 3 August 2026')]).toEqual([409, true])
    expect(older.body).toContain('value="Room 9"')
    expect(older.body).toContain('22 12 2026</textarea>')
    expect(await kept()).toEqual([{ series: 3, closed: ['2026-08-03'], room: 'Room 4' }])
    const both = { ...three, closed: '3 8 2026\n22 12 2026', step: 'do', seen: coordinator.field('seen') }
    expect((await coordinator.post(path, both, '')).status).toBe(303)
    expect(await kept()).toEqual([{ series: 3, closed: ['2026-08-03', '2026-12-22'], room: 'Room 4' }])
  })

  it('saves no goal from a form that is older than the case, says what is new, keeps what was typed, then saves it', async () => {
    const path = '/cases/T-1/plans'
    const { command, seen } = await opened(path)
    await town.record({ ref: 'T-1', kind: 'child-born', actorId: PEOPLE.teamManager })
    const goal = {
      ...{ plan: 'cpp', goal: 'school', change: 'in school every day', sign: 'attendance of 95 %' },
      ...{ otherwise: 'legal advice', ...boxes('by', '2026-04-30'), ...boxes('otherwiseBy', '2026-05-29') },
    }
    const older = await worker.post(`${path}/goals`, { ...goal, command, seen }, path)
    expect(older.status).toBe(409)
    expect(older.text).toMatch(/has changed since you opened it.* New: .*, Monday 23 March 2026, recorded by/)
    expect(older.body).toContain('in school every day</textarea>')
    expect(await rows('goal-set')).toEqual([])
    const now = { command: worker.field('command'), seen: worker.field('seen') }
    // What is wrong with the form itself does not make it newer than it is.
    const half = await worker.post(`${path}/goals`, { ...goal, ...now, sign: '', seen }, path)
    expect([half.status, worker.field('seen')]).toEqual([422, seen])
    expect((await worker.post(`${path}/goals`, { ...goal, ...now }, path)).status).toBe(303)
    expect((await worker.post(`${path}/goals`, { ...goal, ...now }, path)).status).toBe(303)
    expect(await rows('goal-set')).toHaveLength(1)
  })

  it('books nothing from a page of a conference that is older than its case', async () => {
    await town.plan()
    const lines = await conferenceList(town.db, { ref: 'T-1', readerId: PEOPLE.worker })
    const path = `/cases/T-1/conferences/${lines.find(({ kind, state }) => kind === 'core-group' && state === 'due')?.id ?? ''}`
    const { seen } = await opened(path)
    await town.record({ ref: 'T-1', kind: 'progress-recorded', actorId: PEOPLE.teamManager })
    const fields = { ...boxes('for', '2026-03-26'), at: '10:00', place: 'Room 4', seen }
    const before = await rows('core-group-booked')
    expect((await worker.post(`${path}/book`, fields, path)).status).toBe(409)
    expect(await rows('core-group-booked')).toEqual(before)
  })
})
