import { randomUUID } from 'node:crypto'
import { ANSWERS, waitsForAnswer } from '../../../domain/figures/waitsForAnswer'
import { alertCounts } from '../../../client/queries/alerts/alertCounts'
import { openAlerts } from '../../../client/queries/alerts/openAlerts'
import { readerAlerts } from '../../../client/queries/alerts/readerAlerts'
import { loadReader } from '../../../client/queries/reading/loadReader'
import { authorityNow } from '../../../client/queries/web/authorityNow'
import { Prisma } from '../../../prisma/generated/client'
import { addCase, addPeople, PEOPLE } from '../../servers/factsToEvents'
import { seeded } from '../../servers/seeded'
import { webTown, type WebTown } from '../../servers/webTown'

const SEED = Number(process.env['SEED'] ?? 20261123)
const ROUNDS = 40
const ENTRIES = ['told', 'told', ...ANSWERS, 'resolved'] as const

describe('how many alerts a team has', () => {
  let town: WebTown
  beforeAll(async () => {
    town = await webTown('2026-03-02')
    await addPeople(town.town)
    for (const [index, day] of ['2025-11-03', '2025-11-10', '2025-11-17', '2025-12-01', '2025-12-08'].entries())
      await addCase(town.town, `T-${String(index)}`, day)
    await town.dayComes('2026-03-02')
  })
  afterAll(() => town.stop())

  it(`is as many as are listed, and as many wait as the domain says, whatever was said (seed ${String(SEED)})`, async () => {
    const random = seeded(SEED)
    const { db } = town
    const reader = await loadReader(db, PEOPLE.teamManager, (await authorityNow(db)).today)
    if (reader === undefined) throw new Error('There is no manager.')
    const alerts = await db.$queryRaw<
      { id: string }[]
    >`select id::text from escalation where state = 'open' order by id`
    expect(alerts.length).toBeGreaterThan(2)
    const seen = new Set<number>()
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id } = random.of(alerts)
      const entry = random.of(ENTRIES)
      await db.$executeRaw`
        insert into escalation_entry (escalation_id, number, entry, rung, at, reason)
        select ${id}::uuid, coalesce(max(number), 0) + 1, ${entry}, 1, '2026-03-02T09:00:00Z'::timestamptz, 'x' from escalation_entry where escalation_id = ${id}::uuid`
      const listed = await readerAlerts(db, reader, { state: 'open' })
      const counted = await alertCounts(db, reader, Prisma.sql`true`)
      const waiting = listed.filter(waitsForAnswer).length
      seen.add(waiting)
      expect(counted).toEqual([{ team_id: listed[0]?.teamId, open: listed.length, waiting }])
    }
    expect(seen.size).toBeGreaterThan(1)
  })

  it(`have gone as far as the list says, whatever stands on their logs, and each part of it is read by itself (seed ${String(SEED)})`, async () => {
    const random = seeded(SEED + 1)
    const { db } = town
    const reader = await loadReader(db, PEOPLE.teamManager, (await authorityNow(db)).today)
    if (reader === undefined) throw new Error('There is no manager.')
    const alerts = await readerAlerts(db, reader, { state: 'open' })
    const seen = new Set<string>()
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id } = random.of(alerts)
      await db.$executeRaw`
        insert into escalation_entry (escalation_id, number, entry, rung, at, reason)
        select ${id}::uuid, coalesce(max(number), 0) + 1, ${random.of(['told', 'skipped', 'acknowledged'])}, ${random.of([1, 2, 3, 9])}, '2026-03-02T09:00:00Z'::timestamptz, 'x'
        from escalation_entry where escalation_id = ${id}::uuid`
      const all = await readerAlerts(db, reader, { state: 'open' })
      for (const reached of [null, 'nobody', ...new Set(all.map((one) => one.reached))] as const) {
        const theirs = all.filter((one) => reached === null || one.reached === reached)
        const asked = { team: null, reached, offset: 0, most: 100 }
        const { counts, rows } = await openAlerts(db, reader, asked)
        const isAsked = (one: { reached: string }): boolean => reached === null || one.reached === reached
        expect(counts.filter(isAsked).reduce((sum, { count }) => sum + count, 0)).toBe(theirs.length)
        expect(rows).toEqual(theirs)
        expect((await openAlerts(db, reader, { ...asked, offset: 1, most: 1 })).rows).toEqual(theirs.slice(1, 2))
        seen.add(`${String(reached)} ${String(theirs.length)}`)
      }
    }
    expect(seen.size).toBeGreaterThan(6)
    const [{ teamId } = { teamId: null }] = alerts
    const of = { reached: null, offset: 0, most: 100 }
    expect((await openAlerts(db, reader, { ...of, team: teamId })).rows).toHaveLength(alerts.length)
    for (const team of ['none', randomUUID(), 'x'])
      expect((await openAlerts(db, reader, { ...of, team })).rows).toEqual([])
  })

  it('reads no more of the list than was asked for, from its beginning', async () => {
    const { db } = town
    const reader = await loadReader(db, PEOPLE.teamManager, (await authorityNow(db)).today)
    if (reader === undefined) throw new Error('There is no manager.')
    const all = await readerAlerts(db, reader, { state: 'open' })
    expect(await readerAlerts(db, reader, { state: 'open', most: 2 })).toEqual(all.slice(0, 2))
  })
})
