import { LocalDate } from '@js-joda/core'
import { stableId } from '../../activities/import/stableId'
import type { Chance } from '../../client/demo-county/random'
import { ROLES } from '../../domain/access/role'
import type { Database } from '../../prisma/database'
import { addCase } from './factsToEvents'
import type { QuietTown } from './quietTown'

/** The team above each: two services, one of them with a team below a team. */
const TEAMS: Readonly<Record<string, string | null>> = {
  ...{ top: null, service: 'top', north: 'service', 'north-a': 'north', south: 'service', east: 'top' },
}
const teamId = (name: string | null): string | null => (name === null ? null : stableId('many', name))

interface Size {
  readonly people: number
  readonly cases: number
}

/** Teams in a tree, and people, grants, covers, leavers, restrictions and holders drawn by chance around a day; nothing of it is planned. Answers the people and the cases by id. */
export async function addManyTeams(
  { db, town }: Pick<QuietTown, 'db' | 'town'>,
  { people, cases }: Size,
  { draw, today }: { readonly draw: Chance; readonly today: LocalDate },
): Promise<{ readonly people: readonly string[]; readonly cases: readonly string[] }> {
  const near = (): string => today.plusDays(draw.between(-20, 20)).toString()
  const later = (from: string): string => LocalDate.parse(from).plusDays(draw.between(0, 25)).toString()
  for (const [name, above] of Object.entries(TEAMS))
    await db.$executeRaw`insert into team (id, source_id, name, parent_id) values (${teamId(name)}::uuid, ${name}, ${name}, ${teamId(above)}::uuid)`
  const teams = Object.keys(TEAMS)
  const anyTeam = (): string | null => (draw.percent(10) ? null : draw.pick(teams))
  const everybody: string[] = []
  for (let number = 0; number < people; number += 1) {
    const id = stableId('many', 'person', String(number))
    everybody.push(id)
    const left = draw.percent(15) ? draw.pick([near(), today.toString(), today.plusDays(1).toString()]) : null
    await db.$executeRaw`
      insert into person (id, source_id, name, job_title, team_id, left_on)
      values (${id}::uuid, ${`many-${String(number)}`}, ${`Person ${String(number)}`}, 'Worker', ${teamId(anyTeam())}::uuid, ${left}::date)`
    for (let grants = draw.between(0, 2); grants > 0; grants -= 1) {
      const from = draw.percent(75) ? '2000-01-01' : near()
      const to = draw.percent(75) ? null : later(from === '2000-01-01' ? near() : from)
      await db.$executeRaw`
        insert into role_grant (id, person_id, role, team_id, from_on, to_on) values
          (gen_random_uuid(), ${id}::uuid, ${draw.percent(20) ? draw.pick(['police-officer', 'detective-sergeant']) : draw.pick(ROLES)}, ${teamId(anyTeam())}::uuid, ${from}::date, ${to}::date)`
    }
  }
  for (const person of everybody.filter(() => draw.percent(40))) await coverFor(db, person)
  const made: string[] = []
  for (let number = 0; number < cases; number += 1) {
    const { id } = await addCase(town, `M-${String(number)}`, today.minusDays(40).toString())
    made.push(id)
    await db.$executeRaw`update case_file set team_id = ${teamId(anyTeam())}::uuid where id = ${id}::uuid`
    await db.$executeRaw`
      insert into child (id, case_id, forename, surname, born_on) select gen_random_uuid(), ${id}::uuid, 'Another', 'Quillfeather', '2020-01-05' from generate_series(1, ${draw.between(0, 2)}::int)`
    const holding = [
      ['worker-allocated', { person: draw.pick(everybody) }, draw.percent(50)],
      ['chair-allocated', { person: draw.pick(everybody) }, draw.percent(30)],
      ['worker-allocated', { person: draw.pick(everybody) }, draw.percent(30)],
      ...(draw.percent(20) ? [['case-closed', { reason: 'work-completed' }, false] as const] : []),
    ] as const
    for (const [place, [kind, data, oneChild]] of holding.entries())
      await db.$executeRaw`
        insert into chronology_event (id, case_id, facts_version, position, kind, occurred_on, recorded_at, children, payload, voids, command_id)
        values (gen_random_uuid(), ${id}::uuid, 1, ${50 + place}, ${kind}, ${today.minusDays(30 - place).toString()}::date, '2026-01-01',
          case when ${oneChild}::boolean then array(select id from child where case_id = ${id}::uuid order by id limit 1) else '{}' end,
          ${JSON.stringify(data)}::jsonb, false, gen_random_uuid())`
    if (!draw.percent(40)) continue
    const lifted = draw.percent(20)
    await db.$executeRaw`
      insert into case_restriction (id, case_id, reason, made_by, made_at, command_id, lifted_by, lifted_at, lifted_why)
      values (gen_random_uuid(), ${id}::uuid, 'why', ${everybody[0]}::uuid, '2026-01-01', gen_random_uuid(), ${lifted ? everybody[0] : null}::uuid,
        ${lifted ? '2026-01-03' : null}::timestamptz, ${lifted ? 'over' : null})`
    for (const person of everybody.filter(() => draw.percent(25))) {
      const from = near()
      const revoked = draw.percent(20)
      await db.$executeRaw`
        insert into case_access (id, case_id, person_id, from_on, to_on, reason, granted_by, granted_at, command_id, revoked_by, revoked_at, revoked_why)
        values (gen_random_uuid(), ${id}::uuid, ${person}::uuid, ${from}::date, ${draw.percent(50) ? null : later(from)}::date, 'why', ${everybody[0]}::uuid,
          '2026-01-01', gen_random_uuid(), ${revoked ? everybody[0] : null}::uuid, ${revoked ? '2026-01-03' : null}::timestamptz, ${revoked ? 'over' : null})`
    }
  }
  return { people: everybody, cases: made }

  async function coverFor(to: Database, person: string): Promise<void> {
    const from = draw.percent(70) ? today.minusDays(draw.between(0, 3)).toString() : near()
    const by = draw.percent(90) ? draw.pick(everybody.filter((one) => one !== person)) : null
    const ended = draw.percent(10)
    await to.$executeRaw`
      insert into cover (id, person_id, cover_id, from_on, to_on, reason, made_by, made_at, command_id, ended_by, ended_at)
      values (gen_random_uuid(), ${person}::uuid, ${by}::uuid, ${from}::date, ${later(from)}::date, 'leave', ${person}::uuid, '2026-01-01', gen_random_uuid(),
        ${ended ? person : null}::uuid, ${ended ? '2026-01-03' : null}::timestamptz)`
  }
}
