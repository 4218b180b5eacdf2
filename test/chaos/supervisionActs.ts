import { randomUUID } from 'node:crypto'
import type { LocalDate } from '@js-joda/core'
import { sessionCommand, type Answered } from '../../client/commands/supervision/acting'
import { changeOne } from '../../client/commands/supervision/changeSession'
import { recordHeld, recordNotHeld } from '../../client/commands/supervision/held'
import { minutesOut, papersOut } from '../../client/commands/supervision/minutes'
import { reply } from '../../client/commands/supervision/reply'
import { writeSummary } from '../../client/commands/supervision/summaries'
import type { TestTown } from '../servers/testTown'
import type { SupervisedTeam } from './supervisionTeams'

interface Row {
  readonly id: string
  readonly team_id: string
  readonly state: string
  readonly days: number
  readonly number: number
  readonly papers: boolean
  readonly minutes: boolean
  readonly refs: readonly string[]
}

/** Days before a session on which its papers go out, its cases are summed up, it is cancelled, and those invited answer. */
const AHEAD = { papers: 3, summary: 9, cancel: 8, reply: 12 } as const

/**
 * What people do at noon of a day, by the number of each session in its team: most is done in time; every third session has its papers late or never, every fourth its minutes
 * days late, every fifth is not held, every sixth leaves a case over, every seventh is cancelled a week before.
 */
export async function actsOfDay(town: TestTown, teams: readonly SupervisedTeam[], today: LocalDate): Promise<void> {
  const rows = await town.db.$queryRaw<Row[]>`
    select * from (select s.id::text, s.team_id::text, s.state, s.on_day - ${today.toString()}::date as days, s.papers_out_at is not null as papers,
        s.minutes_out_at is not null as minutes, row_number() over (partition by s.team_id order by s.on_day, s.id)::int as number,
        coalesce((select array_agg(c.ref order by c.ref) from session_case x join case_file c on c.id = x.case_id where x.session_id = s.id), '{}') as refs
      from session s) numbered where days between -10 and 14 order by days, id`
  for (const row of rows) {
    const team = teams.find(({ id }) => id === row.team_id)
    if (team !== undefined) await actOn(town, team, row)
  }
}

async function actOn(town: TestTown, team: SupervisedTeam, row: Row): Promise<void> {
  const { number, days, state } = row
  const as = (actorId: string) => ({ sessionId: row.id, actorId, commandId: randomUUID() })
  const coordinator = as(team.coordinator)
  if (state === 'planned' && days === AHEAD.reply)
    for (const personId of await invited(town, row.id))
      if ((number + personId.charCodeAt(0)) % 4 !== 0)
        await done(reply(town, { ...as(personId), personId, answer: 'accepted', how: 'command' }))
  if (state === 'planned' && days === AHEAD.summary && number % 3 !== 2)
    for (const ref of row.refs)
      await done(writeSummary(town, { ...as(team.manager), ref, text: 'As the record says.' }))
  if (state === 'planned' && days === AHEAD.cancel && number % 7 === 0) {
    const about = { ...coordinator, action: 'supervision-session-cancel', concerns: 'year' as const }
    await done(
      sessionCommand(town, about, (tx, acting) =>
        changeOne(tx, acting, { change: 'cancel', sessionId: row.id, reason: 'The room is closed.' }),
      ),
    )
    return
  }
  if (state === 'planned' && days === AHEAD.papers && !row.papers && number % 3 !== 1)
    await done(papersOut(town, coordinator))
  if (state === 'planned' && days === 0) {
    if (number % 5 === 0) await done(recordNotHeld(town, { ...coordinator, reason: 'The building was closed.' }))
    else {
      const left = number % 6 === 0 ? row.refs.slice(0, 1) : []
      const present = [team.coordinator, team.manager]
      await done(
        recordHeld(town, {
          ...coordinator,
          present,
          notDiscussed: left.map((ref) => ({ ref, why: 'no time was left' })),
        }),
      )
    }
  }
  if (state === 'held' && !row.minutes && days <= (number % 4 === 0 ? -8 : -1))
    await done(minutesOut(town, coordinator))
}

async function done(answer: Promise<Answered>): Promise<void> {
  const said = await answer
  if ('refused' in said) throw new Error(`${said.refused}: ${said.todo}`)
}

const invited = async (town: TestTown, sessionId: string): Promise<readonly string[]> =>
  (
    await town.db.$queryRaw<{ id: string }[]>`
      select a.person_id::text as id from attendance a join person p on p.id = a.person_id
      where a.session_id = ${sessionId}::uuid and a.uninvited_on is null and p.left_on is null order by a.person_id`
  ).map(({ id }) => id)
