import { isWallTime } from '../../../domain/calendar/wallTime'
import { holdsInTeam } from '../../queries/reading/holdsInTeam'
import { isId } from '../../commands/isId'
import { readDay } from '../../commands/readDay'
import { readYear } from '../../../activities/supervision/yearRow'
import { NOTHING_HERE, show, type Answer } from '../app/answer'
import { formCommand } from '../app/formCommand'
import { boxesOf, dayBoxes, formDay } from '../app/formDay'
import { minutesOf, textOf } from '../app/formText'
import { dayWords } from '../app/momentWords'
import { page, type Asked } from '../app/page'
import { lookOrDo, type Problem } from './lookOrDo'
import { addDeed } from './yearDeed'

const PATH = '/supervision/:team/add'
const NO_BOXES = { day: '', month: '', year: '' }

/** The form of a session beside the pattern; a gap fills it in by the address. */
export const ADD_PAGES = [
  page({
    method: 'GET',
    path: PATH,
    needs: 'organise-supervision',
    answer: async (asked) => {
      const year = await yearOf(asked)
      if (year === undefined) return NOTHING_HERE
      const { on, at, minutes } = asked.query
      const day = typeof on === 'string' ? readDay(on) : undefined
      return form(asked, year.teamName, {
        ...{ on: day === undefined ? NO_BOXES : boxesOf(day), room: year.room },
        at: typeof at === 'string' ? at.slice(0, 5) : (year.pattern[0]?.at ?? '09:30'),
        minutes: typeof minutes === 'string' ? minutes.slice(0, 4) : String(year.pattern[0]?.minutes ?? 60),
      })
    },
  }),
  page({
    method: 'POST',
    path: PATH,
    needs: 'organise-supervision',
    answer: async (asked) => {
      const year = await yearOf(asked)
      if (year === undefined) return NOTHING_HERE
      const typed = {
        on: dayBoxes(asked.form, 'on'),
        at: textOf(asked.form, 'at'),
        minutes: textOf(asked.form, 'minutes'),
        room: textOf(asked.form, 'room'),
      }
      const { day, problem } = formDay(asked.form, 'on', 'The day of the session')
      const minutes = minutesOf(asked.form, 'minutes')
      const problems: Problem[] = [
        ...(problem === undefined ? [] : [{ text: problem, href: '#on-day' }]),
        ...(isWallTime(typed.at) ? [] : [{ text: 'Write the time like 09:30', href: '#at' }]),
        ...(minutes !== undefined && minutes >= 1 && minutes <= 1440
          ? []
          : [{ text: 'How long is a number of minutes, like 60', href: '#minutes' }]),
        ...(typed.room.length > 200 ? [{ text: 'The room has 200 letters at most', href: '#room' }] : []),
      ]
      const again = (wrong: readonly Problem[], status: number): Answer =>
        form(asked, year.teamName, typed, wrong, status)
      if (day === undefined || minutes === undefined || problems.length > 0) return again(problems, 422)
      const { teamId } = year
      const deed = addDeed(
        asked,
        { teamId, commandId: formCommand(asked.form) },
        { on: day, at: typed.at, minutes, ...(typed.room === '' ? {} : { room: typed.room }) },
      )
      return lookOrDo(asked, deed, {
        ...{
          action: `/supervision/${teamId}/add`,
          back: `/supervision/${teamId}/add`,
          after: `/supervision/${teamId}/year`,
          again,
        },
        what: `Add a session of ${year.teamName} on ${dayWords(day)}, ${typed.at}, ${String(minutes)} minutes`,
        done: `The session on ${dayWords(day)} is in the diary. Cases are placed in it within a minute.`,
      })
    },
  }),
]

interface Typed {
  readonly on: ReturnType<typeof dayBoxes>
  readonly at: string
  readonly minutes: string
  readonly room: string
}

const form = ({ params }: Asked, team: string, typed: Typed, problems: readonly Problem[] = [], status = 200): Answer =>
  show(
    'year/add.njk',
    {
      team,
      teamId: params['team'],
      typed,
      problems,
      dayProblem: problems.find(({ href }) => href === '#on-day')?.text,
    },
    status,
  )

/** The year of the team in the path, for whoever looks after it. */
export async function yearOf({ db, reader, params }: Asked) {
  const { team = '' } = params
  return isId(team) && holdsInTeam(reader, 'organise-supervision', team.toLowerCase())
    ? readYear(db, team.toLowerCase())
    : undefined
}
