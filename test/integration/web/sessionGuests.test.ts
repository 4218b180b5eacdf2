import { randomUUID } from 'node:crypto'
import { stableId } from '../../../activities/import/stableId'
import { recordHeld } from '../../../client/commands/supervision/held'
import { addMinute, agreeAction, minutesOut } from '../../../client/commands/supervision/minutes'
import { notePresence } from '../../../client/commands/supervision/notePresence'
import { setPattern } from '../../../client/commands/supervision/setPattern'
import { addPerson } from '../../servers/addPerson'
import { PEOPLE, TEAM } from '../../servers/factsToEvents'
import {
  addSupervisedCase,
  addSupervisionPeople,
  COORDINATOR,
  planAll,
  setPatternOf,
} from '../../servers/supervisionTown'
import type { Visitor } from '../../servers/visitor'
import { webTown, type WebTown } from '../../servers/webTown'

const SOUTH = stableId('test', 'other-team')
const MOVED = stableId('test', 'moved')
const FROM_SOUTH = stableId('test', 'from-south')
const SERGEANT = stableId('test', 'sergeant')
/** Works for the team with adults, holds no role and no case. */
const ADULT = stableId('test', 'adult')

/** Below the path of a session: all that is about one of its cases. */
const READ = ['/room/T-1', '/room/T-1/lines', '/summaries/T-1']
const WRITTEN = ['lines', 'lines/save', 'actions', 'actions/save', 'here'].map((path) => `/room/T-1/${path}`)
const PAPERS = ['/paper/pack', '/paper/minutes']
const OF_THE_CASE = /T-1|Zebedee|Quillfeather/

/** What every role may do is asked in matrix.test.ts; here, whoever has no role for a case and stands beside a session of it. */
describe('who has a part in a session and no role for its cases', () => {
  let town: WebTown
  /** Of 3 March and 7 April 2026. */
  let [first, second]: string[] = []
  let moved: Visitor
  let worker: Visitor
  const pathOf = (id: string | undefined): string => `/supervision/sessions/${id ?? ''}`
  const answers = async (who: Visitor, base: string, paths: readonly string[]): Promise<readonly string[]> =>
    Promise.all(paths.map(async (path) => `${String((await who.get(`${base}${path}`)).status)} ${path}`))
  const posts = async (who: Visitor, base: string): Promise<readonly string[]> => {
    const all: string[] = []
    for (const path of [...WRITTEN, '/summaries/T-1', '/summaries/T-1/review'])
      all.push(`${String((await who.post(`${base}${path}`, FIELDS, '/supervision')).status)} ${path}`)
    return all
  }
  const all = (status: number, paths: readonly string[]) => paths.map((path) => `${String(status)} ${path}`)
  const FIELDS = {
    ...{ prompt: 'decision', text: 'Read long after.', words: '', action: 'Ring the school', owner: PEOPLE.worker },
    ...{ 'by-day': '20', 'by-month': '4', 'by-year': '2026', person: PEOPLE.worker, here: 'yes' },
  }
  const written = (): Promise<unknown> => town.db.$queryRaw`
    select (select count(*)::int from minute) as lines, (select count(*)::int from chronology_event) as facts, (select count(*)::int from summary) as summaries`
  const by = (actorId: string, sessionId: string | undefined) => ({
    ...{ actorId, sessionId: sessionId ?? '', commandId: randomUUID() },
  })

  beforeAll(async () => {
    town = await webTown('2026-03-02')
    await addSupervisionPeople(town.town)
    await town.db.$executeRaw`insert into team (id, source_id, name) values (${SOUTH}::uuid, 'other-team', 'South 2')`
    await addPerson(town.town, { key: 'moved', role: 'social-worker', team: TEAM, id: MOVED })
    await addPerson(town.town, { key: 'from-south', role: 'social-worker', team: SOUTH, id: FROM_SOUTH })
    await addPerson(town.town, { key: 'sergeant', role: 'detective-sergeant', team: TEAM, id: SERGEANT })
    await addPerson(town.town, { key: 'adult', role: 'social-worker', team: TEAM, id: ADULT })
    await town.db.$executeRaw`delete from role_grant where person_id = ${ADULT}::uuid`
    await addSupervisedCase(town.town, 'T-1', '2026-02-02')
    await town.plan()
    await setPatternOf(town, { pattern: [{ weekday: 'tuesday', nth: [1], at: '09:30', minutes: 60 }] })
    await planAll(town)
    ;[first, second] = (
      await town.db.$queryRaw<{ id: string }[]>`select id::text from session order by on_day limit 2`
    ).map(({ id }) => pathOf(id))
    ;[moved, worker] = [await town.visitorAs(MOVED), await town.visitorAs(PEOPLE.worker)]
  })
  afterAll(() => town.stop())
  const idOf = (path: string | undefined): string => path?.split('/').at(-1) ?? ''

  it('finds the session on the page of the case; who is not invited reads when it is, and no more', async () => {
    const worked = await worker.get('/cases/T-1')
    expect(worked.text).toMatch(/Tuesday 3 March 2026, 09:30 · North 1: has a place/)
    expect(worked.body).toContain(`href="${first ?? ''}"`)
    const head = await (await town.visitorAs(PEOPLE.headOfService)).get('/cases/T-1')
    expect(head.text).toContain('has a place')
    const elsewhere = await addPerson(town.town, { key: 'iro', role: 'independent-reviewing-officer', team: SOUTH })
    const chair = await (await town.visitorAs(elsewhere)).get('/cases/T-1')
    expect([chair.status, chair.text.includes('has a place'), chair.body.includes(`href="${first ?? ''}"`)]).toEqual([
      ...[200, true, false],
    ])
  })

  it('reads its cases until the day is over, and is kept by nothing but their own role afterwards', async () => {
    await town.moveTo('2026-03-03')
    expect(await answers(moved, first ?? '', READ)).toEqual(all(200, READ))
    for (const path of PAPERS) expect((await moved.get(`${first ?? ''}${path}`)).text).toMatch(OF_THE_CASE)
    expect(
      await addMinute(town, { ...by(PEOPLE.worker, idOf(first)), ref: 'T-1', prompt: 'decision', text: 'It goes on.' }),
    ).toMatchObject({ accepted: true })
    await town.moveTo('2026-03-10')
    expect(await answers(moved, first ?? '', READ)).toEqual(all(200, READ)) // still of the team
    const adult = await town.visitorAs(ADULT)
    expect((await adult.get('/cases/T-1')).status).toBe(404)
    expect((await adult.get(`${first ?? ''}/paper/minutes`)).text).toMatch(OF_THE_CASE)
    await town.db.$executeRaw`update person set team_id = ${SOUTH}::uuid where id = ${ADULT}::uuid`
    expect((await adult.get(`${first ?? ''}/paper/minutes`)).text).not.toMatch(OF_THE_CASE)
    await town.db.$executeRaw`update person set team_id = ${SOUTH}::uuid where id = ${MOVED}::uuid`
    await town.db.$executeRaw`update role_grant set team_id = ${SOUTH}::uuid where person_id = ${MOVED}::uuid`
    expect((await moved.get('/cases/T-1')).status).toBe(404)
    const before = await written()
    expect(await answers(moved, first ?? '', READ)).toEqual(all(404, READ))
    expect(await posts(moved, first ?? '')).toEqual(all(404, [...WRITTEN, '/summaries/T-1', '/summaries/T-1/review']))
    expect((await moved.get(`${first ?? ''}/room`)).to).toBe(first)
    for (const path of ['', ...PAPERS]) {
      const { status, text } = await moved.get(`${first ?? ''}${path}`)
      expect([path, status]).toEqual([path, 200])
      expect(text).not.toMatch(OF_THE_CASE)
    }
    expect((await moved.get(`/api/v1${first ?? ''}`)).body).not.toMatch(OF_THE_CASE)
    // The command itself, which the pages are not the only ones to send.
    expect(
      await addMinute(town, { ...by(MOVED, idOf(first)), ref: 'T-1', prompt: 'decision', text: 'x' }),
    ).toMatchObject({ refused: 'not-allowed' })
    const action = { ref: 'T-1', action: 'x', ownerId: PEOPLE.worker, by: '2026-04-20' }
    expect(await agreeAction(town, { ...by(MOVED, idOf(first)), ...action })).toMatchObject({ refused: 'not-allowed' })
    expect(await written()).toEqual(before)
  })

  it('reads of an earlier session what was known on its day, whoever asks', async () => {
    const data = { seen: true, seenAlone: true }
    await town.record({ ref: 'T-1', kind: 'visit-made', on: '2026-03-09', data, actorId: PEOPLE.worker })
    for (const path of ['/room/T-1', '/summaries/T-1', '/paper/pack']) {
      expect([path, (await worker.get(`${second ?? ''}${path}`)).text]).toEqual([
        path,
        expect.stringMatching(/\b9 March 2026/),
      ])
      const { status, text } = await worker.get(`${first ?? ''}${path}`)
      expect([path, status, text.includes(' 9 March 2026')]).toEqual([path, 200, false])
    }
  })

  it('writes nothing once the minutes are out', async () => {
    const done = { ...by(COORDINATOR, idOf(first)), present: [PEOPLE.worker], notDiscussed: [] }
    expect(await recordHeld(town, done)).toMatchObject({ accepted: true })
    expect((await worker.get(`${first ?? ''}/room/T-1`)).body).toContain('data-write=')
    expect(await minutesOut(town, by(COORDINATOR, idOf(first)))).toMatchObject({ accepted: true })
    const before = await written()
    for (const path of ['lines', 'actions']) {
      const { status, text } = await worker.post(`${first ?? ''}/room/T-1/${path}`, FIELDS, '/supervision')
      expect([path, status]).toEqual([path, 409])
      expect(text).toContain('The minutes of this session are out')
    }
    expect((await worker.get(`${first ?? ''}/room/T-1`)).body).not.toContain('data-write=')
    expect(await written()).toEqual(before)
  })

  it('comes in somebody’s place once a manager has approved it, and until the day is over', async () => {
    const cover = await town.visitorAs(FROM_SOUTH)
    const manager = await town.visitorAs(PEOPLE.teamManager)
    const everything = ['', ...READ, ...PAPERS]
    const ask = async () =>
      (await worker.post(`${second ?? ''}/excuse`, { reason: 'In court', cover: FROM_SOUTH }, second)).status
    const decide = async (decision: 'yes' | 'no') =>
      (await manager.post(`${second ?? ''}/decide`, { person: PEOPLE.worker, decision }, second)).status
    const nothing = async () => {
      expect(await answers(cover, second ?? '', everything)).toEqual(all(404, everything))
      expect((await cover.get('/supervision')).text).not.toContain('7 April 2026')
    }
    await nothing()
    expect(await ask()).toBe(303)
    await nothing()
    expect(await decide('no')).toBe(303)
    await nothing()
    expect(await ask()).toBe(303)
    expect(await decide('yes')).toBe(303)
    expect(await answers(cover, second ?? '', ['', ...READ])).toEqual(all(200, ['', ...READ]))
    expect((await cover.get(`${second ?? ''}/paper/pack`)).text).toMatch(OF_THE_CASE)
    expect((await cover.get('/supervision')).text).toContain('7 April 2026')
    await town.moveTo('2026-04-08')
    expect(await answers(cover, second ?? '', READ)).toEqual(all(404, READ))
    for (const path of ['', ...PAPERS])
      expect((await cover.get(`${second ?? ''}${path}`)).text).not.toMatch(OF_THE_CASE)
  })

  it('is not police: neither invited, nor named, nor let in by a line of before', async () => {
    const next = pathOf(
      (await town.db.$queryRaw<{ id: string }[]>`select id::text from session where on_day = '2026-05-05'`)[0]?.id,
    )
    const sergeant = await town.visitorAs(SERGEANT)
    const everything = ['', ...READ, ...PAPERS]
    expect(await answers(sergeant, next, everything)).toEqual(all(404, everything))
    const form = await worker.get(next)
    expect([form.body.includes(PEOPLE.otherWorker), form.body.includes(SERGEANT)]).toEqual([true, false])
    const named = await worker.post(`${next}/excuse`, { reason: 'In court', cover: SERGEANT }, next)
    expect([named.status, named.text.includes('Police come to no session')]).toEqual([403, true])
    expect(
      await setPattern(town, { teamId: TEAM, actorId: COORDINATOR, commandId: randomUUID(), invited: [SERGEANT] }),
    ).toMatchObject({ refused: 'not-allowed' })
    for (const id of [idOf(next), idOf(second)]) {
      await town.db.$executeRaw`
        insert into attendance (session_id, person_id, role, invited_on, times) values (${id}::uuid, ${SERGEANT}::uuid, 'detective-sergeant', '2026-03-02', 1)`
      await town.db.$executeRaw`
        update attendance set reply = 'declined', cover_id = ${SERGEANT}::uuid, approved = true where session_id = ${id}::uuid and person_id = ${PEOPLE.worker}::uuid`
    }
    for (const base of [next, second ?? ''])
      expect(await answers(sergeant, base, everything)).toEqual(all(404, everything))
    const line = { ref: 'T-1', prompt: 'decision', text: 'x' }
    expect(await addMinute(town, { ...by(SERGEANT, idOf(second)), ...line })).toMatchObject({ refused: 'not-allowed' })
    const here = { personId: PEOPLE.worker, here: true }
    expect(await notePresence(town, { ...by(SERGEANT, idOf(second)), ...here })).toMatchObject({
      refused: 'not-allowed',
    })
    // The next planning of the year takes such a line away.
    await town.db.$executeRaw`update supervision_year set facts_version = facts_version + 1`
    await planAll(town)
    expect(
      await town.db
        .$queryRaw`select 1 from attendance where session_id = ${idOf(next)}::uuid and person_id = ${SERGEANT}::uuid and uninvited_on is null`,
    ).toEqual([])
  })

  it('is sent to sign in once they have left, wherever they were invited', async () => {
    await town.db.$executeRaw`update person set left_on = '2026-03-09' where id = ${MOVED}::uuid`
    for (const base of [first, second])
      for (const path of ['', ...READ, ...PAPERS])
        expect([path, (await moved.get(`${base ?? ''}${path}`)).to]).toEqual([
          path,
          expect.stringContaining('/sign-in'),
        ])
  })
})
