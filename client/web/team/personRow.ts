import { isoDay } from '../../../domain/calendar/isoDay'
import { isOverCaseload } from '../../../domain/figures/overCaseload'
import type { LocalDate } from '@js-joda/core'
import type { MatterRow } from '../../queries/team/matters'
import type { NextLeave } from '../../queries/team/teamDiary'
import type { TeamPerson } from '../../queries/team/teamPeople'
import { dayWords } from '../app/momentWords'
import { listHref } from './topCounts'

interface Figure {
  readonly count: number
  readonly href: string | null
}

/** Somebody of the team with what they hold, each figure a link to its list. */
export interface PersonRow {
  readonly name: string
  readonly jobTitle: string
  readonly children: Figure
  /** `over 15`, in words; null where it is not. */
  readonly over: string | null
  readonly dueWeek: Figure
  readonly late: Figure
  readonly told: Figure
  readonly leave: string
}

interface About {
  readonly team: string
  readonly today: LocalDate
  readonly matters: readonly MatterRow[]
  /** The cases of the open alerts of the team, one for each alert. */
  readonly alertCases: readonly string[]
  /** Which cases each person holds a child of. */
  readonly casesOf: ReadonlyMap<string, ReadonlySet<string>>
  readonly leave: readonly NextLeave[]
}

export function personRow(person: TeamPerson, about: About): PersonRow {
  const { id, name, job_title: jobTitle, children } = person
  const own = about.matters.filter(({ people }) => people.includes(id))
  const cases = about.casesOf.get(id)
  const figure = (list: string, count: number): Figure => ({
    count,
    href: count === 0 ? null : listHref(list, about.team, id),
  })
  return {
    ...{ name, jobTitle, children: figure('children', children) },
    over: isOverCaseload(children) ? 'over 15' : null,
    dueWeek: figure('due-week', own.filter(({ standing }) => standing === 'due-week').length),
    late: figure('late', own.filter(({ standing }) => standing === 'late').length),
    told: figure('told', about.alertCases.filter((one) => cases?.has(one) === true).length),
    leave: leaveWords(
      about.leave.find(({ person_id }) => person_id === id),
      about.today,
    ),
  }
}

function leaveWords(leave: NextLeave | undefined, today: LocalDate): string {
  if (leave === undefined) return 'None entered'
  const [from, to] = [isoDay(leave.from_on), leave.to_on === null ? null : isoDay(leave.to_on)]
  const days = from.isAfter(today)
    ? `${dayWords(from)}${to === null ? ' on' : ` to ${dayWords(to)}`}`
    : `Away now${to === null ? '' : `, to ${dayWords(to)}`}`
  return `${days}: ${leave.cover === null ? 'nobody covers' : `${leave.cover} covers`}`
}
