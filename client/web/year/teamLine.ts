import { isoDay } from '../../../domain/calendar/isoDay'
import type { MySession } from '../../queries/supervision/web/mySessions'
import type { Outstanding } from '../../queries/supervision/web/outstanding'
import type { TeamYearRow } from '../../queries/supervision/web/teamYears'
import { dayWords } from '../app/momentWords'

/** A team on the page of all of them. */
export interface TeamLine {
  readonly name: string
  readonly href: string
  readonly next: { readonly text: string; readonly href: string } | null
  /** Where there is no next session: why. */
  readonly noNext: string
  readonly gaps: string
  readonly outstanding: string
  readonly late: string
}

export function teamLine(team: TeamYearRow, outstanding: readonly Outstanding[]): TeamLine {
  const its = outstanding.filter(({ teamId }) => teamId === team.id)
  return {
    ...{ name: team.name, href: `/supervision/${team.id}/year` },
    next:
      team.nextOn === null || team.nextId === null
        ? null
        : {
            text: `${dayWords(isoDay(team.nextOn))}, ${team.nextAt ?? ''}`,
            href: `/supervision/sessions/${team.nextId}`,
          },
    noNext: team.meets ? 'None planned' : 'No pattern is set',
    ...{ gaps: String(team.gaps), outstanding: String(its.length) },
    late: String(its.filter(({ late }) => late).length),
  }
}

export interface MyLine {
  readonly text: string
  readonly href: string
  readonly where: string
  readonly answer: string
}

const ANSWERS = { accepted: 'You are coming', declined: 'You are not coming', tentative: 'You may come' } as const

export const mySessionLine = ({ id, team, on, at, minutes, room, reply }: MySession): MyLine => ({
  ...{ text: `${team}, ${dayWords(isoDay(on))}, ${at}`, href: `/supervision/sessions/${id}` },
  where: `${String(minutes)} minutes${room === '' ? '' : `, ${room}`}`,
  answer: reply === null ? 'Not answered yet' : ANSWERS[reply],
})
