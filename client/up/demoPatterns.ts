import { stableId } from '../../activities/import/stableId'
import type { Pattern } from '../../domain/supervision/yearInput'
import type { CommandDeps } from '../commands/command'
import { setPattern } from '../commands/supervision/setPattern'

/** A weekday of its own for each team, London wall time. Full enough that some month does not hold every family: a year with a gap shows what the pages do about it. */
const DAYS: readonly Pattern['weekday'][] = ['tuesday', 'thursday', 'wednesday', 'monday', 'friday']
const WEEKLY = { nth: [1, 2, 3, 4, 5], at: '09:30', minutes: 120 } as const

/**
 * Sets when the demo's Family Safeguarding teams meet, as its administrator would: nothing of an extract says it. What somebody has set
 * stays, and the id of each command is its team's: a second time adds nothing.
 */
export async function demoPatterns(deps: CommandDeps, say: (line: string) => void): Promise<void> {
  const teams = await deps.db.$queryRaw<{ id: string; name: string; has: boolean }[]>`
    select t.id::text, t.name, y.team_id is not null as has from team t left join supervision_year y on y.team_id = t.id
    where t.name like 'Family Safeguarding Team %' order by t.name`
  for (const [index, { id, name, has }] of teams.entries()) {
    if (has) continue
    const weekday = DAYS[index % DAYS.length] ?? 'tuesday'
    const answer = await setPattern(deps, {
      ...{ actorId: stableId('person', 'administrator'), commandId: stableId('demo-pattern', id) },
      ...{ teamId: id, pattern: [{ weekday, ...WEEKLY }], room: 'Room 2, Wexcombe House' },
    })
    if ('refused' in answer) say(`no group supervision for ${name}: ${answer.todo}`)
  }
}
