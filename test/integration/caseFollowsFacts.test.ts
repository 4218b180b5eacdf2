import { randomUUID } from 'node:crypto'
import { appendEvents } from '../../activities/chronology/appendEvents'
import { inTransaction } from '../../prisma/inTransaction'
import { casePage } from '../../client/queries/casePage'
import { addCase, addPeople, PEOPLE, type TestCase } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'

describe('team and open of a case follow its facts', () => {
  let quiet: QuietTown
  let about: TestCase
  const south = randomUUID()
  beforeAll(async () => {
    quiet = await quietTown('2026-03-02')
    await addPeople(quiet.town)
    about = await addCase(quiet.town, 'T-1', '2026-02-02')
    await quiet.db.$executeRaw`insert into team (id, source_id, name) values (${south}::uuid, 'south-1', 'South 1')`
    // Somebody for the whole authority: the case changes its team under the others.
    await quiet.db.$executeRaw`update role_grant set team_id = null where person_id = ${PEOPLE.serviceManager}::uuid`
  })
  afterAll(() => quiet.stop())

  const stands = async (): Promise<string> => {
    const page = await casePage(quiet.db, 'T-1')
    return `${page?.team ?? 'no team'}, ${page?.open === true ? 'open' : 'closed'}`
  }
  const record = (kind: string, data: object, more = {}) =>
    quiet.record({ ref: 'T-1', kind, data, actorId: PEOPLE.serviceManager, ...more })

  it.each(['South 1', 'south-1', south])(
    'a transfer to %s moves it at once, and taken back leaves it',
    async (team) => {
      const event = await record('transferred-in', { team })
      expect(await stands()).toBe('South 1, open')
      await quiet.plan()
      expect(await stands()).toBe('South 1, open')
      await record('transferred-in', { team }, { supersedes: event, void: true })
      expect(await stands()).toBe('North 1, open')
    },
  )

  it('a transfer that names no team moves nothing; one to a team nobody knows is refused', async () => {
    await record('transferred-in', {})
    expect(await stands()).toBe('North 1, open')
    await expect(record('transferred-in', { team: 'Atlantis' })).rejects.toThrow('There is no team Atlantis')
  })

  it('closing for every child closes it, reopening and a new referral open it', async () => {
    await record('case-closed', { reason: 'RC1' }, { children: [about.child] })
    expect(await stands()).toBe('North 1, closed')
    const reopened = await record('case-reopened', {})
    expect(await stands()).toBe('North 1, open')
    await record('case-reopened', {}, { supersedes: reopened, void: true })
    expect(await stands()).toBe('North 1, closed')
    await record('referral-received', { source: '1A' })
    expect(await stands()).toBe('North 1, open')
  })

  it('closing for one of two children leaves it open', async () => {
    const sibling = randomUUID()
    const other = await addCase(quiet.town, 'T-2', '2026-02-02')
    await quiet.db.$executeRaw`
      insert into child (id, case_id, forename, surname, born_on) values (${sibling}::uuid, ${other.id}::uuid, 'Second', 'Q', '2020-01-05')`
    await quiet.record({
      ref: 'T-2',
      kind: 'case-closed',
      data: { reason: 'RC1' },
      children: [sibling],
      actorId: PEOPLE.serviceManager,
    })
    expect((await casePage(quiet.db, 'T-2'))?.open).toBe(true)
  })

  it('a fact that came in beside the command reaches it with the next plan', async () => {
    const event = {
      id: randomUUID(),
      kind: 'transferred-in',
      on: '2026-03-01',
      children: [],
      data: { team: 'South 1' },
      supersedes: null,
      void: false,
      source: { system: 'ssd', record: 'x/1' },
    }
    await inTransaction(quiet.db, async (tx) => {
      const [row] = await tx.$queryRaw<{ facts_version: number }[]>`
        update case_file set facts_version = facts_version + 1 where id = ${about.id}::uuid returning facts_version`
      const factsVersion = row?.facts_version ?? 0
      const commandId = randomUUID()
      await appendEvents(tx, { caseId: about.id, factsVersion, commandId, actorId: null, now: 0, events: [event] })
    })
    expect(await stands()).toBe('North 1, open')
    await quiet.plan()
    expect(await stands()).toBe('South 1, open')
  })
})
