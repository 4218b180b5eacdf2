import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import { holdersByChild } from '../../activities/people/holdersOf'
import { loadFacts } from '../../activities/planning/loadFacts'
import type { CaseRow } from '../../activities/planning/lockCase'
import { addCase, addPeople, PEOPLE, type TestCase } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'

const ADMINISTRATOR_ACTS = PEOPLE.headOfService

describe('who is kept as holding a child', () => {
  let quiet: QuietTown
  let about: TestCase
  const sibling = randomUUID()
  beforeEach(async () => {
    quiet = await quietTown('2026-03-02')
    await addPeople(quiet.town)
    about = await addCase(quiet.town, 'T-1', '2026-02-02')
    await quiet.db.$executeRaw`
      insert into child (id, case_id, forename, surname, born_on) values (${sibling}::uuid, ${about.id}::uuid, 'Second', 'Quillfeather', '2020-01-05')`
    await quiet.plan()
  })
  afterEach(() => quiet.stop())

  interface Kept {
    readonly child_id: string
    readonly role: string
    readonly person_id: string
    readonly xmin: string
  }
  const kept = () =>
    quiet.db.$queryRaw<
      Kept[]
    >`select child_id::text, role, person_id::text, xmin::text from case_holder order by child_id, role`
  const names = (rows: readonly Kept[]) =>
    rows.map(({ child_id, role, person_id }) =>
      [
        child_id === sibling ? 'sibling' : 'child',
        role,
        Object.entries(PEOPLE).find(([, id]) => id === person_id)?.[0] ?? person_id,
      ].join(' '),
    )
  const now = async () => names(await kept()).sort()
  const record = (kind: string, data: Record<string, unknown>, more = {}) =>
    quiet.record({ ref: about.ref, kind, data, actorId: ADMINISTRATOR_ACTS, ...more })
  /** What the facts say, asked in the way commands ask. */
  const said = async (day: string) => {
    const [row] = await quiet.db.$queryRaw<CaseRow[]>`
      select id::text, ref, team_id::text, live_since::text from case_file where id = ${about.id}::uuid`
    if (row === undefined) throw new Error('no case')
    const holders = holdersByChild(await loadFacts(quiet.db, row), LocalDate.parse(day))
    return [...holders]
      .flatMap(([child, { allocatedWorker, chair }]) => [
        ...(allocatedWorker === null
          ? []
          : [{ child_id: child, role: 'allocated-worker', person_id: allocatedWorker, xmin: '' }]),
        ...(chair === null ? [] : [{ child_id: child, role: 'chair', person_id: chair, xmin: '' }]),
      ])
      .map((row) => names([row])[0])
      .sort()
  }

  const BOTH = [
    'child allocated-worker worker',
    'child chair chair',
    'sibling allocated-worker worker',
    'sibling chair chair',
  ]

  it('the first plan writes them; one that finds nothing new touches no row', async () => {
    expect(await now()).toEqual(BOTH)
    const before = await kept()
    await quiet.plan()
    expect(await kept()).toEqual(before)
  })

  it('a command moves them before any plan, one child by itself, and back when it is taken back', async () => {
    const event = await record('worker-allocated', { person: PEOPLE.otherWorker }, { children: [sibling] })
    expect(await now()).toEqual([...BOTH.slice(0, 2), 'sibling allocated-worker otherWorker', 'sibling chair chair'])
    await record(
      'worker-allocated',
      { person: PEOPLE.otherWorker },
      { children: [sibling], supersedes: event, void: true },
    )
    expect(await now()).toEqual(BOTH)
    await record('worker-ended', { person: PEOPLE.worker })
    expect(await now()).toEqual(['child chair chair', 'sibling chair chair'])
    expect(await said('2026-03-02')).toEqual(await now())
  })

  it('a closed case has those whom its facts still name, after a plan too, and an old plan is made good', async () => {
    await record('case-closed', { reason: 'work-completed' })
    await quiet.plan()
    expect(await now()).toEqual(await said('2026-03-02'))
    expect(await now()).toEqual(['child chair chair', 'sibling chair chair'])
    // As after the migration: no rows yet.
    await quiet.db.$executeRaw`delete from case_holder`
    await quiet.plan()
    expect(await now()).toEqual(['child chair chair', 'sibling chair chair'])
  })

  it('a fact ahead of its day is taken up by the first plan on that day', async () => {
    await quiet.db.$executeRaw`
      insert into chronology_event select gen_random_uuid(), case_id, facts_version, 90, kind, '2026-03-09', recorded_at, actor_id, null, null, children,
        jsonb_build_object('person', ${PEOPLE.otherWorker}::text), null, false, gen_random_uuid()
      from chronology_event where kind = 'worker-allocated'`
    await quiet.plan()
    expect(await now()).toEqual(BOTH)
    await quiet.moveTo('2026-03-09')
    await quiet.plan()
    expect(await now()).toEqual(
      BOTH.map((line) => line.replace(' worker', ' otherWorker').replace('allocated-otherWorker', 'allocated-worker')),
    )
    expect(await now()).toEqual(await said('2026-03-09'))
  })

  it('a name that is no id holds nothing, and stops no plan', async () => {
    await quiet.db.$executeRaw`
      insert into chronology_event select gen_random_uuid(), case_id, facts_version, 90, kind, '2026-03-01', recorded_at, actor_id, null, null, children,
        '{"person": "somebody"}', null, false, gen_random_uuid() from chronology_event where kind = 'worker-allocated'`
    await quiet.plan()
    expect(await now()).toEqual(['child chair chair', 'sibling chair chair'])
    expect(await quiet.db.$queryRaw`select problem from case_file`).toEqual([{ problem: null }])
  })
})
