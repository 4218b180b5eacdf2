import { LocalDate } from '@js-joda/core'
import { addPerson } from '../../servers/addPerson'
import { PEOPLE, TEAM } from '../../servers/factsToEvents'
import { contentLines, momentOf, readBack, textIn } from '../../ical/session'
import { feedTown, type FeedTown } from './feedTown'
import { change, invitationTo, sessionsAhead } from './supervisionYear'

const REFS = ['T-1', 'T-2', 'T-3'] as const

describe('the calendar somebody subscribes to', () => {
  let town: FeedTown
  let secret: string
  let sessions: readonly string[]
  beforeAll(async () => {
    town = await feedTown('2026-03-02', REFS)
    secret = await town.secretOf(PEOPLE.worker)
    sessions = await sessionsAhead(town.quiet)
  })
  afterAll(() => town.stop())

  const eventsOf = async (of = secret) => readBack((await town.calendar(of)).text).events
  const uid = (sessionId: string | undefined): string => `${sessionId ?? ''}@caseclock.test.example`
  const uids = async (of = secret): Promise<unknown[]> => (await eventsOf(of)).map((event) => textIn(event, 'uid'))
  const find = async (sessionId: string | undefined) =>
    (await eventsOf()).find((event) => textIn(event, 'uid') === uid(sessionId))

  it('has every session of the year they are invited to, as their invitations have it', async () => {
    const [first = ''] = sessions
    await expect(uids()).resolves.toEqual(sessions.slice(0, 25).map(uid)) // a day more than a year ahead is not in it
    const event = await find(first)
    const invited = readBack(invitationTo(town.quiet, first, 'worker@test.example')).events[0]
    if (event === undefined || invited === undefined) throw new Error('no event')
    for (const name of ['uid', 'sequence', 'summary', 'location', 'organizer', 'status'])
      expect([name, textIn(event, name)]).toEqual([name, textIn(invited, name)])
    for (const name of ['dtstart', 'dtend']) expect(momentOf(event, name)).toBe(momentOf(invited, name))
    expect(textIn(event, 'summary')).toBe('Group supervision, North 1')
    expect(momentOf(event, 'dtstamp')).toBe('2026-03-02T12:00:00.000Z')
  })

  it('is text/calendar that nobody keeps or indexes, and HEAD answers the same without it', async () => {
    const { status, headers, text } = await town.calendar(secret)
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      ...{ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store' },
      ...{ 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' },
    })
    expect(contentLines(text)).toContain('METHOD:PUBLISH')
    await expect(town.calendar(secret, { method: 'HEAD' })).resolves.toEqual({ status, headers, text: '' })
  })

  it('names no case, no child, and nobody else', async () => {
    const names = await town.quiet.db.$queryRaw<{ name: string }[]>`
      select ref as name from case_file union select id::text from case_file union select forename from child union select surname from child
      union select id::text from child union select name from person union select email from person where email is not null`
    const text = contentLines((await town.calendar(secret)).text).join('\n')
    expect(names.length).toBeGreaterThan(20)
    expect(names.filter(({ name }) => text.includes(name))).toEqual([])
    expect(text).not.toMatch(/ATTENDEE|DESCRIPTION|URL/)
  })

  it('follows a session that is moved, under the same UID', async () => {
    const [, , , first = ''] = sessions
    await change(town.quiet, {
      change: 'move',
      sessionId: first,
      on: LocalDate.of(2026, 4, 22),
      room: 'Room 9',
      reason: 'x',
    })
    const event = await find(first)
    if (event === undefined) throw new Error('no event')
    expect([textIn(event, 'sequence'), textIn(event, 'location')]).toEqual([1, 'Room 9'])
    expect(momentOf(event, 'dtstart')).toBe('2026-04-22T08:30:00.000Z')
  })

  it('shows what is cancelled of the next 60 days as cancelled, and nothing of what is cancelled after them', async () => {
    const [, , soon, , , later = ''] = sessions // 7 April and 19 May: in 36 days and in 78
    await change(town.quiet, { change: 'cancel', sessionId: soon ?? '', reason: 'Snow, says T-1' })
    await change(town.quiet, { change: 'cancel', sessionId: later, reason: 'Half term' })
    const event = await find(soon)
    if (event === undefined) throw new Error('no event')
    expect([textIn(event, 'status'), textIn(event, 'transp'), textIn(event, 'sequence')]).toEqual([
      'CANCELLED',
      'TRANSPARENT',
      1,
    ])
    await expect(find(later)).resolves.toBeUndefined()
    expect((await town.calendar(secret)).text).not.toContain('T-1')
  })

  it('has no session they are no longer invited to, from the next fetch', async () => {
    const first = sessions[6]
    await expect(find(first)).resolves.toBeDefined()
    await town.quiet.db.$executeRaw`
      update attendance set uninvited_on = '2026-03-02' where session_id = ${first}::uuid and person_id = ${PEOPLE.worker}::uuid`
    await expect(find(first)).resolves.toBeUndefined()
  })

  it('has nobody else’s sessions', async () => {
    const other = await addPerson(town.quiet, { key: 'sergeant', role: 'detective-sergeant', team: TEAM })
    const theirs = await town.secretOf(other)
    await expect(uids(theirs)).resolves.toEqual([])
    await town.quiet.db.$executeRaw`
      insert into attendance (session_id, person_id, role, invited_on, times) values (${sessions[4]}::uuid, ${other}::uuid, 'invited', '2026-03-02', 1)`
    await expect(uids(theirs)).resolves.toEqual([uid(sessions[4])])
  })

  it('goes back 31 days, to what was held', async () => {
    const [third, seventeenth] = sessions // of March
    await town.quiet.db.$executeRaw`update session set state = 'held' where id = ${third}::uuid`
    await town.quiet.db.$executeRaw`update session set state = 'not-held' where id = ${seventeenth}::uuid`
    await town.quiet.moveTo('2026-04-03')
    expect(await uids()).toEqual(expect.arrayContaining([uid(third)]))
    expect(await uids()).not.toContain(uid(seventeenth))
    await town.quiet.moveTo('2026-04-04')
    expect(await uids()).not.toContain(uid(third))
  })
})
