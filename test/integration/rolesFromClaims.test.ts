import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Processes } from '../../activities/deps'
import { personId } from '../../activities/import/mapping/mapContext'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { makeReconcile } from '../../activities/reconcileClocks'
import { alignRoles } from '../../client/commands/web/alignRoles'
import type { ProcessName } from '../../workflows/protocol'
import { ONE_CHILD, smallExtract } from '../import/smallExtract'
import { withManifest } from '../import/withManifest'
import { addCase, addPeople, PEOPLE } from '../servers/factsToEvents'
import { importInto } from '../servers/importInto'
import { quietTown, type QuietTown } from '../servers/quietTown'

const DAY = '2026-03-02'
const NOON = 12 * 60

describe('a role that a sign-in’s claim gives', () => {
  let quiet: QuietTown
  let nudged: ProcessName[]
  const listening: Processes = {
    nudge: (names) => Promise.resolve(nudged.push(...names)),
    ensure: (names) => Promise.resolve(names.length),
  }
  beforeEach(async () => {
    nudged = []
    quiet = await quietTown(DAY)
  })
  afterEach(() => quiet.stop())

  describe('to somebody for whom something waits', () => {
    let waits: string
    beforeEach(async () => {
      await addPeople(quiet.town)
      waits = (await addCase(quiet.town, 'T-1', '2026-01-12')).id
      await quiet.moveTo(DAY)
      await quiet.plan()
      await quiet.moveTo(DAY, NOON + 1)
    })
    const claims = (personId: string, values: readonly string[], processes = listening): Promise<void> =>
      alignRoles({ db: quiet.db, processes }, { personId, values })
    const reconcile = async (): Promise<readonly ProcessName[]> => {
      nudged = []
      await makeReconcile({ db: quiet.db, rules: rulesInForce(), processes: listening, problemAfterMs: 0 })({
        full: false,
      })
      return nudged
    }
    const unsent = (): Promise<unknown[]> => quiet.db.$queryRaw<unknown[]>`
      select 1 from notice where case_id = ${waits}::uuid and recipient_id = ${PEOPLE.worker}::uuid and message_id is null and withdrawn_at is null`
    const its = (): ProcessName => ({ type: 'caseTimeline', id: waits })

    it('wakes the cases on which it waits, once, and no others', async () => {
      expect((await unsent()).length).toBeGreaterThan(0)
      await claims(PEOPLE.worker, ['director'])
      expect(nudged).toEqual([its()])
      await claims(PEOPLE.worker, ['director'])
      await claims(PEOPLE.otherWorker, ['director'])
      expect(nudged).toEqual([its()])
    })

    it('and should that be lost, reconcile finds them until they are planned', async () => {
      expect(await reconcile()).toEqual([])
      const lost: Processes = { ...listening, nudge: () => Promise.resolve(0) }
      await claims(PEOPLE.worker, ['director'], lost)
      expect(await reconcile()).toContainEqual(its())
      await quiet.moveTo(DAY, NOON + 2)
      await quiet.plan()
      expect(await reconcile()).toEqual([])
      await quiet.moveTo(DAY, NOON + 3)
      await claims(PEOPLE.worker, [], lost)
      expect(await reconcile()).toContainEqual(its())
    })
  })

  describe('beside those of an extract', () => {
    let folder: string
    beforeEach(() => {
      folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-claims-'))
    })
    afterEach(() => {
      rmSync(folder, { recursive: true })
    })
    const take = async (asAt: string, jobTitle: string): Promise<void> => {
      const [first, second] = ONE_CHILD.ssd_professionals
      smallExtract(folder, {
        ssd_professionals: [{ ...first, prof_professional_job_title: jobTitle }, second],
      })
      withManifest(folder, asAt)
      await importInto(quiet, { folder })
    }
    /** What they hold today, and by whose word. */
    const holds = async (): Promise<readonly string[]> =>
      (
        await quiet.db.$queryRaw<{ words: string }[]>`
          select g.role || ' ' || coalesce(t.source_id, 'everywhere') || ' by ' || coalesce(g.source, 'extract') as words
          from role_grant g left join team t on t.id = g.team_id
          where g.person_id = ${personId('10')}::uuid and g.from_on <= ${DAY}::date and (g.to_on is null or g.to_on >= ${DAY}::date) order by 1`
      ).map(({ words }) => words)
    const claims = (...values: readonly string[]): Promise<void> =>
      alignRoles({ db: quiet.db, processes: listening }, { personId: personId('10'), values })

    it('is not ended by an extract that lacks it, nor does a claim end what the extract gives', async () => {
      await take('2026-02-27', 'Social Worker')
      expect(await holds()).toEqual(['social-worker 2 by extract'])
      await claims('social-worker@2', 'coordinator@2')
      const all = ['coordinator 2 by claims', 'social-worker 2 by claims', 'social-worker 2 by extract']
      expect(await holds()).toEqual(all)
      await take('2026-02-28', 'Social Worker')
      expect(await holds()).toEqual(all)
      await take('2026-03-01', 'Team Manager')
      expect(await holds()).toEqual([
        'coordinator 2 by claims',
        'social-worker 2 by claims',
        'team-manager 2 by extract',
      ])
      await claims()
      expect(await holds()).toEqual(['team-manager 2 by extract'])
    })
  })
})
