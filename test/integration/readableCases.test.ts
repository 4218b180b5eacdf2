import { LocalDate } from '@js-joda/core'
import { changeAccess } from '../../client/commands/changeAccess'
import { chance } from '../../client/demo-county/random'
import { isReadableBy } from '../../client/queries/readableBy'
import { loadReader, permissionsOf, teamsOf, type Reader } from '../../client/queries/reading/loadReader'
import { policeCases, readableCases } from '../../client/queries/reading/readableCases'
import { stableId } from '../../activities/import/stableId'
import { randomUUID } from 'node:crypto'
import { ALL_PERMISSIONS } from '../../domain/access/permissions'
import { SEED } from '../seed'
import { addCase, addPeople, PEOPLE, TEAM } from '../servers/factsToEvents'
import { addManyTeams } from '../servers/manyTeams'
import { quietTown, type QuietTown } from '../servers/quietTown'
import { scopesByFacts } from '../servers/scopeByFacts'

const TODAY = LocalDate.parse('2026-03-02')

const readable = (quiet: QuietTown, reader: Reader | undefined, which = readableCases) =>
  reader === undefined
    ? Promise.resolve([])
    : quiet.db.$queryRaw<
        { id: string }[]
      >`select c.id::text from case_file c where ${which(reader)} order by c.id`.then((rows) =>
        rows.map(({ id }) => id),
      )

describe(`which cases somebody may read, drawn by chance (seed ${String(SEED)})`, () => {
  let quiet: QuietTown
  beforeAll(async () => {
    quiet = await quietTown(TODAY.toString())
    await addPeople(quiet.town)
    await addManyTeams(quiet, { people: 40, cases: 30 }, { draw: chance(SEED), today: TODAY })
    await quiet.plan()
  })
  afterAll(() => quiet.stop())

  it.each([0, -9, 6])(
    'agrees with what the facts say of each person and each case, %s days from the plan',
    async (days) => {
      const day = TODAY.plusDays(days)
      const all = await scopesByFacts(quiet.db, day)
      const wrong: string[] = []
      const seen = new Map<string, number>()
      for (const personId of new Set(all.map((one) => one.personId))) {
        const reader = await loadReader(quiet.db, personId, day)
        const whole = new Set(await readable(quiet, reader))
        const police = new Set(await readable(quiet, reader, policeCases))
        for (const { caseId, scope } of all.filter((one) => one.personId === personId)) {
          const may = whole.has(caseId) ? 'everything' : police.has(caseId) ? 'police-track' : 'nothing'
          const said = scope === 'handover' ? 'nothing' : scope
          seen.set(said, (seen.get(said) ?? 0) + 1)
          if (may !== said) wrong.push(`${personId} ${caseId}: ${may}, the facts say ${said}`)
        }
      }
      expect(wrong).toEqual([])
      // It would prove little, were one of the answers never given.
      for (const scope of ['everything', 'police-track', 'nothing']) expect(seen.get(scope)).toBeGreaterThan(0)
    },
  )
})

describe('which cases somebody may read', () => {
  let quiet: QuietTown
  let mine: string
  let other: string
  beforeEach(async () => {
    quiet = await quietTown(TODAY.toString())
    await addPeople(quiet.town)
    mine = (await addCase(quiet.town, 'T-1', '2026-02-02')).id
    other = (await addCase(quiet.town, 'T-2', '2026-02-02')).id
    const elsewhere = stableId('test', 'elsewhere')
    await quiet.db
      .$executeRaw`insert into team (id, source_id, name) values (${elsewhere}::uuid, 'elsewhere', 'South 1')`
    await quiet.db.$executeRaw`update case_file set team_id = ${elsewhere}::uuid where id = ${other}::uuid`
    await quiet.plan()
  })
  afterEach(() => quiet.stop())
  const cases = async (id: string) => readable(quiet, await loadReader(quiet.db, id, TODAY))

  it('a holder reads a case of another team, until somebody else holds it: at once, without a plan', async () => {
    expect(await cases(PEOPLE.worker)).toEqual([mine, other].sort())
    expect(await cases(PEOPLE.otherWorker)).toEqual([mine])
    expect(await isReadableBy(quiet.db, { id: other }, { readerId: PEOPLE.worker, day: TODAY })).toBe(true)
    await quiet.record({
      ref: 'T-2',
      kind: 'worker-allocated',
      data: { person: PEOPLE.otherWorker },
      actorId: PEOPLE.headOfService,
    })
    expect(await cases(PEOPLE.worker)).toEqual([mine])
    expect(await isReadableBy(quiet.db, { id: other }, { readerId: PEOPLE.worker, day: TODAY })).toBe(false)
    expect(await cases(PEOPLE.otherWorker)).toEqual([mine, other].sort())
  })

  it('leaving takes effect with the next question, and so does a role that ends', async () => {
    expect(await cases(PEOPLE.teamManager)).toEqual([mine])
    await quiet.db.$executeRaw`update role_grant set to_on = '2026-03-02' where person_id = ${PEOPLE.teamManager}::uuid`
    expect(await cases(PEOPLE.teamManager)).toEqual([mine])
    await quiet.db.$executeRaw`update role_grant set to_on = '2026-03-01' where person_id = ${PEOPLE.teamManager}::uuid`
    expect(await cases(PEOPLE.teamManager)).toEqual([])
    await quiet.db.$executeRaw`update person set left_on = ${TODAY.toString()}::date where id = ${PEOPLE.worker}::uuid`
    expect(await loadReader(quiet.db, PEOPLE.worker, TODAY)).toBeUndefined()
    expect(await loadReader(quiet.db, PEOPLE.worker, TODAY.minusDays(1))).toBeDefined()
    expect(await isReadableBy(quiet.db, { id: mine }, { readerId: PEOPLE.worker, day: TODAY })).toBe(false)
  })

  it('nobody is known by an id that is none', async () => {
    for (const id of [randomUUID(), 'no id', '']) expect(await loadReader(quiet.db, id, TODAY)).toBeUndefined()
  })

  it('a restricted case is gone from the lists of whoever was not named, whatever their role', async () => {
    const change = (what: Parameters<typeof changeAccess>[1]['change']) =>
      changeAccess(quiet, {
        ref: 'T-1',
        change: what,
        reason: 'why',
        actorId: PEOPLE.headOfService,
        commandId: randomUUID(),
      })
    await change({ what: 'restrict' })
    expect(await cases(PEOPLE.headOfService)).toEqual([other])
    expect(await cases(PEOPLE.worker)).toEqual([other])
    await change({ what: 'grant', personId: PEOPLE.worker, from: TODAY.plusDays(1), to: TODAY.plusDays(2) })
    const on = async (days: number) => readable(quiet, await loadReader(quiet.db, PEOPLE.worker, TODAY.plusDays(days)))
    const both = [mine, other].sort()
    // Both days included.
    expect([await on(0), await on(1), await on(2), await on(3)]).toEqual([[other], both, both, [other]])
    // Access by itself opens nothing to somebody who has no role for it.
    expect(await cases(PEOPLE.teamManager)).toEqual([])
  })

  it('says what somebody may do, and for which teams, in the place of another too', async () => {
    const reader = async (id: string): Promise<Reader> => {
      const found = await loadReader(quiet.db, id, TODAY)
      if (found === undefined) throw new Error('Nobody.')
      return found
    }
    const worker = await reader(PEOPLE.worker)
    expect(worker).toMatchObject({ name: 'Person worker', jobTitle: 'social-worker', teamId: TEAM, everywhere: false })
    expect([...permissionsOf(worker)]).toEqual(['see-own-work', 'work-on-cases'])
    expect(teamsOf(worker, 'manage-team')).toEqual(new Set())
    expect(teamsOf(worker, 'work-on-cases')).toEqual(new Set([TEAM]))
    expect(teamsOf(await reader(PEOPLE.headOfService), 'manage-team')).toBe('everywhere')
    await quiet.db.$executeRaw`
      insert into cover (id, person_id, cover_id, from_on, to_on, reason, made_by, made_at, command_id) values (gen_random_uuid(),
        ${PEOPLE.teamManager}::uuid, ${PEOPLE.worker}::uuid, '2026-03-01', '2026-03-02', 'leave', ${PEOPLE.teamManager}::uuid, '2026-03-01', gen_random_uuid())`
    const covering = await reader(PEOPLE.worker)
    expect(covering.holderIds).toEqual([PEOPLE.worker, PEOPLE.teamManager])
    expect(permissionsOf(covering)).toContain('manage-team')
    expect(teamsOf(covering, 'manage-team')).toEqual(new Set([TEAM]))
    const administrator = permissionsOf(await reader(stableId('person', 'administrator')))
    expect(ALL_PERMISSIONS.filter((permission) => !administrator.has(permission))).toEqual([
      'follow-police-track',
      'accept-handover',
      'manage-team',
      'chair-cases',
      'decide-breach',
    ])
  })
})
