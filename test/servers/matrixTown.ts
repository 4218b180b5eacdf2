import { stableId } from '../../activities/import/stableId'
import { setPattern } from '../../client/commands/supervision/setPattern'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writePlan } from '../../client/commands/safety-plan/writePlan'
import { ROLES, type Role } from '../../domain/access/role'
import { withLines } from '../domain/safety-plan/examplePlan'
import { addPerson } from './addPerson'
import { addCase, PEOPLE, TEAM } from './factsToEvents'
import { addSupervisedCase, planAll, TUESDAYS } from './supervisionTown'
import { webTown, type WebTown } from './webTown'
import type { Things } from './matrixThings'

/** Two teams with the same things in each, somebody of every role in the first, and in the first a case that is restricted to nobody. */
export interface MatrixTown {
  readonly town: WebTown
  /** Who holds just this role, in the first team. */
  readonly personOf: Readonly<Record<Role, string>>
  readonly own: Things
  /** Of the other team. */
  readonly others: Things
  /** Of the first team, and closed to everybody. */
  readonly closed: Things
}

const SOUTH = stableId('test', 'south')
const RUN = stableId('test', 'run')
const MAIL = stableId('test', 'mail')
const COVER = stableId('test', 'cover')
const personOf = (role: Role): string => stableId('test', `of-${role}`)

export async function matrixTown(): Promise<MatrixTown> {
  const uploads = await mkdtemp(path.join(tmpdir(), 'caseclock-uploads-'))
  const bare = await webTown('2026-03-02', { uploads })
  const town: WebTown = {
    ...bare,
    stop: async () => {
      await bare.stop()
      await rm(uploads, { recursive: true })
    },
  }
  try {
    const { db } = town
    for (const [id, key, name] of [
      [TEAM, 'north', 'North 1'],
      [SOUTH, 'south', 'South 1'],
    ] as const)
      await db.$executeRaw`insert into team (id, source_id, name) values (${id}::uuid, ${key}, ${name})`
    // Who stands in the facts of every test case.
    await addPerson(town.town, { key: 'worker', role: 'social-worker', team: SOUTH, id: PEOPLE.worker })
    await addPerson(town.town, { key: 'chair', role: 'independent-reviewing-officer', team: SOUTH, id: PEOPLE.chair })
    for (const role of ROLES) await addPerson(town.town, { key: `of-${role}`, role, team: TEAM, id: personOf(role) })
    const southCoordinator = await addPerson(town.town, { key: 'south-coordinator', role: 'coordinator', team: SOUTH })
    await addPerson(town.town, { key: 'south-manager', role: 'team-manager', team: SOUTH })
    for (const ref of ['N-1', 'X-1']) await addSupervisedCase(town.town, ref, '2025-11-03')
    // Without a transfer: that would name the first team.
    for (const ref of ['N-2', 'S-1']) await addCase(town.town, ref, '2025-11-03')
    await db.$executeRaw`update case_file set team_id = ${SOUTH}::uuid where ref = 'S-1'`
    await town.plan()
    for (const ref of ['N-1', 'S-1', 'X-1']) await workOn(town, ref)
    await town.plan()
    for (const [teamId, actorId] of [
      [TEAM, personOf('coordinator')],
      [SOUTH, southCoordinator],
    ] as const) {
      const answer = await setPattern(town, {
        ...{ teamId, actorId, pattern: [TUESDAYS], room: 'Room 4', commandId: randomUUID() },
      })
      if ('refused' in answer) throw new Error(answer.todo)
    }
    await planAll(town)
    await town.deliver()
    await beside(town)
    await restrict(town, 'X-1')
    await town.plan()
    const of = (ref: string, team: string, who: string): Promise<Things> => thingsOf(town, { ref, team, who })
    return {
      ...{ town, personOf: Object.fromEntries(ROLES.map((role) => [role, personOf(role)])) as Record<Role, string> },
      own: await of('N-1', TEAM, personOf('social-worker')),
      others: await of('S-1', SOUTH, PEOPLE.worker),
      closed: await of('X-1', TEAM, personOf('social-worker')),
    }
  } catch (error) {
    await town.stop()
    throw error
  }
}

/** A child protection plan, so that there is a conference; and a written safety plan. */
async function workOn(town: WebTown, ref: string): Promise<void> {
  const actorId = PEOPLE.worker
  await town.record({ ref, kind: 'plan-started', actorId, data: { plan: 'cpp', category: 'neglect' } })
  const content = withLines({}, { children: [stableId('test-child', ref)] })
  const answer = await writePlan(town, { ref, actorId, commandId: randomUUID(), content })
  if ('refused' in answer) throw new Error(answer.todo)
}

/** What there is one of: an import that was given up, a cover next year, a mail that did not arrive. */
async function beside({ db }: WebTown): Promise<void> {
  await db.$executeRaw`
    insert into import_run (id, source, as_at, started_at, finished_at, counts, folder, options, state, tables_read)
    values (${RUN}::uuid, 'ssd', '2026-03-01', '2026-03-01', '2026-03-01', '{}', '/none', '{}', 'given-up', '{}')`
  await db.$executeRaw`
    insert into cover (id, person_id, cover_id, from_on, to_on, reason, made_by, made_at, command_id)
    values (${COVER}::uuid, ${PEOPLE.worker}::uuid, ${PEOPLE.chair}::uuid, '2027-01-04', '2027-01-08', 'leave', ${PEOPLE.worker}::uuid, '2026-03-01', gen_random_uuid())`
  await db.$executeRaw`
    insert into message (id, mail_id, recipient_id, lane, day, state, created_at, problem)
    values (${MAIL}::uuid, 'one@test', ${PEOPLE.worker}::uuid, 'digest', '2026-03-02', 'failed', '2026-03-02T07:30:00Z', 'refused')`
  await db.$executeRaw`
    insert into delivery_task (message_id, recipient_id, opened_at, why, detail)
    values (${MAIL}::uuid, ${PEOPLE.worker}::uuid, '2026-03-02T07:31:00Z', 'refused', '550 no such mailbox')`
}

const restrict = ({ db }: WebTown, ref: string): Promise<number> => db.$executeRaw`
  insert into case_restriction (id, case_id, reason, made_by, made_at, command_id)
  select gen_random_uuid(), id, 'of the test', ${personOf('director')}::uuid, '2026-03-01', gen_random_uuid() from case_file where ref = ${ref}`

interface Where {
  readonly ref: string
  readonly team: string
  readonly who: string
}

/** The ids of what hangs on a case and its team; what there is not has an id that nothing has. */
async function thingsOf({ db }: WebTown, { ref, team, who }: Where): Promise<Things> {
  const [row] = await db.$queryRaw<
    Record<'obligation' | 'escalation' | 'session' | 'conference' | 'followUp' | 'grant', string | null>[]
  >`
    select (select o.id::text from obligation o where o.case_id = c.id and o.state = 'open' order by o.due_on, o.id limit 1) as obligation,
      (select e.id::text from escalation e where e.case_id = c.id and e.state = 'open' order by e.id limit 1) as escalation,
      (select s.id::text from session s where s.team_id = ${team}::uuid and s.state = 'planned' order by s.on_day limit 1) as session,
      (select k.id::text from conference k where k.case_id = c.id and k.state = 'due' order by k.due_on, k.id limit 1) as conference,
      (select u.id::text from follow_up u where u.case_id = c.id order by u.id limit 1) as "followUp",
      (select g.id::text from role_grant g where g.person_id = ${who}::uuid order by g.id limit 1) as grant
    from case_file c where c.ref = ${ref}`
  if (
    row?.obligation == null ||
    row.escalation === null ||
    row.session === null ||
    row.conference === null ||
    row.followUp === null ||
    row.grant === null
  )
    throw new Error(`The town has not all the matrix needs about ${ref}: ${JSON.stringify(row)}`)
  return {
    ...{ ref, team, person: who, kind: 'visit-made', obligation: row.obligation, escalation: row.escalation },
    ...{
      session: row.session,
      conference: row.conference,
      followUp: row.followUp,
      grant: row.grant,
      run: RUN,
      cover: COVER,
    },
    message: MAIL,
  }
}
