import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ExtractRefused } from '../../activities/import/finding'
import { stableId } from '../../activities/import/stableId'
import { decideImport, type ImportDecision } from '../../client/commands/decideImport'
import { NotAllowed } from '../../client/commands/notAllowed'
import { startImport, type NewImport } from '../../client/commands/startImport'
import type { Refusal } from '../../client/commands/command'
import { importRuns } from '../../client/queries/importFindings'
import type { ProcessName } from '../../workflows/protocol'
import { smallExtract } from '../import/smallExtract'
import { withManifest } from '../import/withManifest'
import { addPeople, PEOPLE } from '../servers/factsToEvents'
import { takeOn } from '../servers/importInto'
import { quietTown, type QuietTown } from '../servers/quietTown'

const TODAY = '2026-11-23'
const ADMINISTRATOR = stableId('person', 'administrator')
const MAY = [
  ['an administrator', ADMINISTRATOR],
  ['a service manager', PEOPLE.serviceManager],
  ['a head of service', PEOPLE.headOfService],
] as const
/** `gone` has left, `former` is in post and holds the role no longer: see `people`. */
const MAY_NOT = {
  socialWorker: PEOPLE.worker,
  teamManager: PEOPLE.teamManager,
  gone: stableId('test', 'gone'),
  former: stableId('test', 'former'),
  unknown: randomUUID(),
}

describe('who may import', () => {
  let quiet: QuietTown
  let folder: string
  let woken: ProcessName[]
  beforeEach(async () => {
    quiet = await quietTown(TODAY)
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-jane-doe-'))
    smallExtract(folder, {})
    withManifest(folder, TODAY)
    woken = []
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true })
    await quiet.stop()
  })

  const people = async (): Promise<void> => {
    await addPeople(quiet.town)
    for (const [key, leftOn, to] of [
      ['gone', TODAY, null],
      ['former', null, '2026-11-22'],
    ] as const) {
      const id = stableId('test', key)
      await quiet.db.$executeRaw`
        insert into person (id, source_id, name, job_title, email, left_on) values (${id}::uuid, ${key}, ${`Person ${key}`}, 'Service manager', ${`${key}@test.example`}, ${leftOn}::date)`
      await quiet.db.$executeRaw`
        insert into role_grant (id, person_id, role, from_on, to_on) values (${randomUUID()}::uuid, ${id}::uuid, 'service-manager', '2000-01-01', ${to}::date)`
    }
  }
  /** Nobody holds a role: the one whom `migrate` makes gave it back. */
  const nobodyInCharge = () => quiet.db.$executeRaw`update role_grant set to_on = '2026-01-01'`
  const deps = () => {
    const wake = (names: readonly ProcessName[]) => Promise.resolve(woken.push(...names))
    return { db: quiet.db, processes: { nudge: wake, ensure: wake } }
  }
  const start = (actorId: string | null, more: Partial<NewImport> = {}): Promise<string> =>
    startImport(deps(), { source: 'ssd', folder, actorId, ...more })
  const waiting = async (): Promise<string> => {
    const runId = await start(ADMINISTRATOR, { wait: true })
    await takeOn(quiet, runId)
    woken = []
    return runId
  }
  const decide = (runId: string, decision: ImportDecision['decision'], actorId: string | null) =>
    decideImport(deps(), { runId, decision, actorId })
  const audited = (): Promise<{ action: string; actorId: string | null; caseId: null; detail: unknown }[]> =>
    quiet.db.$queryRaw`
      select action, actor_id as "actorId", case_id as "caseId", detail from audit_event order by array_position(array['import-started', 'import-applied', 'import-given-up'], action)`
  const states = async (): Promise<readonly string[]> => (await importRuns(quiet.db)).map(({ state }) => state)
  const noted = (runId: string) => ({ run: runId, source: 'ssd', asAt: TODAY })
  const started = (runId: string, actorId: string | null) => ({
    ...{ action: 'import-started', actorId, caseId: null },
    detail: { ...noted(runId), older: false, acceptFewer: [] },
  })

  it.each(MAY)('%s may, and the audit says so once', async (_who, actorId) => {
    await people()
    const runId = await start(actorId)
    expect(await audited()).toEqual([started(runId, actorId)])
    expect(woken).toEqual([{ type: 'importCaseload', id: runId }])
  })

  it('nobody else may: nothing is written and nobody is woken', async () => {
    await people()
    for (const actorId of Object.values(MAY_NOT)) {
      const refused = start(actorId)
      await expect(refused).rejects.toBeInstanceOf(NotAllowed)
      await expect(refused).rejects.toThrow(/^Only an administrator.* may import a caseload\. Ask one of them\.$/)
    }
    expect({ states: await states(), audited: await audited(), woken }).toEqual({ states: [], audited: [], woken: [] })
  })

  it.each([
    ['before anybody is known', nobodyInCharge],
    ['on any night after', people],
  ])('the machine may, %s: the audit names nobody', async (_when, given) => {
    await given()
    const runId = await start(null)
    expect(await audited()).toEqual([started(runId, null)])
  })

  it('the audit keeps what was asked for, and no text that could be a name', async () => {
    const runId = await start(ADMINISTRATOR, { older: true, acceptFewer: ['ssd_cp_visits', 'Jane Doe'] })
    const [only, ...others] = await audited()
    expect(others).toEqual([])
    expect(only?.detail).toEqual({ ...noted(runId), older: true, acceptFewer: ['ssd_cp_visits'] })
    expect(JSON.stringify(only).toLowerCase()).not.toContain('jane')
  })

  it('an extract that is refused is in no audit, and of two at the same moment one is', async () => {
    const both = await Promise.allSettled([start(ADMINISTRATOR), start(ADMINISTRATOR)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await audited()).toHaveLength(1)
    const [{ id } = { id: '' }] = await importRuns(quiet.db)
    await takeOn(quiet, id)
    withManifest(folder, '2026-11-22')
    await expect(start(ADMINISTRATOR)).rejects.toBeInstanceOf(ExtractRefused)
    expect(await audited()).toEqual([started(id, ADMINISTRATOR)])
  })

  describe.each([
    ['apply', 'import-applied', 'applying'],
    ['give-up', 'import-given-up', 'given-up'],
  ] as const)('and decide: %s', (decision, action, state) => {
    it('a service manager may, and a second time adds nothing', async () => {
      await people()
      const runId = await waiting()
      const actorId = PEOPLE.serviceManager
      const rows = [started(runId, ADMINISTRATOR), { action, actorId, caseId: null, detail: noted(runId) }]
      expect(await decide(runId, decision, actorId)).toBeUndefined()
      expect({ states: await states(), audited: await audited() }).toEqual({ states: [state], audited: rows })
      expect(woken).toEqual([{ type: 'importCaseload', id: runId }])
      expect(await decide(runId, decision, actorId)).toBeUndefined()
      expect({ states: await states(), audited: await audited() }).toEqual({ states: [state], audited: rows })
    })

    const expectRefused = async (runId: string, refusal: Refusal | undefined, todo: RegExp): Promise<void> => {
      expect(refusal?.refused).toBe('not-allowed')
      expect(refusal?.todo).toMatch(todo)
      expect({ states: await states(), audited: await audited(), woken }).toEqual({
        ...{ states: ['waiting'], woken: [] },
        audited: [started(runId, ADMINISTRATOR)],
      })
    }

    it('nobody else may, and the run goes on waiting', async () => {
      await people()
      const runId = await waiting()
      for (const actorId of Object.values(MAY_NOT))
        await expectRefused(runId, await decide(runId, decision, actorId), /^Only an administrator.*Ask one of them\.$/)
    })

    it('nobody may without a name, once there is an administrator', async () => {
      const runId = await waiting()
      await expectRefused(runId, await decide(runId, decision, null), /for a person to say\. Name .* with --as\./)
    })

    it('while nobody holds such a role it needs no name, and the audit has none', async () => {
      const runId = await waiting()
      await nobodyInCharge()
      expect(await decide(runId, decision, null)).toBeUndefined()
      expect((await audited())[1]).toEqual({ action, actorId: null, caseId: null, detail: noted(runId) })
    })
  })

  it('the list of imports says who', async () => {
    await people()
    const first = await start(null, { wait: true })
    await takeOn(quiet, first)
    await decide(first, 'apply', PEOPLE.serviceManager)
    await decide(first, 'give-up', ADMINISTRATOR)
    const second = await start(PEOPLE.headOfService)
    expect((await importRuns(quiet.db)).map(({ id, by }) => [id, by])).toEqual([
      [second, { 'import-started': 'Person headOfService' }],
      [
        first,
        {
          'import-started': null,
          'import-applied': 'Person serviceManager',
          'import-given-up': 'Administrator',
        },
      ],
    ])
  })
})
