import { isWallTime } from '../../../domain/calendar/wallTime'
import { WEEKDAYS } from '../../../domain/supervision/place'
import type { Pattern } from '../../../domain/supervision/yearInput'
import type { YearRow } from '../../../activities/supervision/yearRow'
import { readDay } from '../../commands/readDay'
import { isId } from '../../commands/isId'
import { patternSeen } from '../../commands/supervision/patternSeen'
import { holdsInTeam } from '../../queries/reading/holdsInTeam'
import { teamById } from '../../queries/supervision/web/teamById'
import { readYear } from '../../../activities/supervision/yearRow'
import { NOTHING_HERE, show, type Answer } from '../app/answer'
import { formCommand } from '../app/formCommand'
import { listOf, minutesOf, textOf } from '../app/formText'
import { dayWords } from '../app/momentWords'
import { page, type Asked, type Page } from '../app/page'
import { lookOrDo, type Problem } from './lookOrDo'
import { patternWords } from './patternWords'
import { patternDeed } from './yearDeed'

const PATH = '/supervision/:team/pattern'
/** Series the form has room for: all that the team has, and two at least. */
const seriesOf = (year: YearRow | undefined): readonly number[] =>
  Array.from({ length: Math.max(2, year?.pattern.length ?? 0) }, (_one, index) => index + 1)

/** When a team meets: set once, changed seldom. What it does to the year is shown before it is done. */
export const PATTERN_PAGES: readonly Page[] = [
  page({
    method: 'GET',
    path: PATH,
    needs: 'organise-supervision',
    answer: async (asked) => {
      const team = await teamOf(asked)
      return team === undefined ? NOTHING_HERE : formOf(team, typedOf(team.year))
    },
  }),
  page({
    method: 'POST',
    path: PATH,
    needs: 'organise-supervision',
    answer: async (asked) => {
      const team = await teamOf(asked)
      if (team === undefined) return NOTHING_HERE
      const { form } = asked
      const typed: Typed = {
        series: seriesOf(team.year).map((number) => ({
          ...{ number, weekday: textOf(form, `weekday-${String(number)}`), at: textOf(form, `at-${String(number)}`) },
          ...{ nth: listOf(form, `nth-${String(number)}`), minutes: textOf(form, `minutes-${String(number)}`) },
        })),
        ...{ minutesPerCase: textOf(form, 'per-case'), room: textOf(form, 'room'), closed: textOf(form, 'closed') },
      }
      const seen = textOf(form, 'seen')
      // Changed meanwhile: the form is of now, and what stands is shown beside what was typed. Any other refusal leaves it as old as it is.
      const again = (wrong: readonly Problem[], status: number): Answer =>
        formOf(team, { ...typed, ...(status === 409 ? { stands: standsNow(team.year) } : { seen }) }, wrong, status)
      const read = readPattern(typed)
      if ('problems' in read) return again(read.problems, 422)
      const deed = patternDeed(
        asked,
        { teamId: team.id, commandId: formCommand(form) },
        { ...read, ...(seen === '' ? {} : { seen }) },
      )
      const action = `/supervision/${team.id}/pattern`
      return lookOrDo(asked, deed, {
        ...{ action, back: action, after: `/supervision/${team.id}/year`, again },
        ...{ what: `Change when ${team.name} meets`, done: 'It is set. The year is planned from it within a minute.' },
      })
    },
  }),
]

interface TypedSeries {
  readonly number: number
  readonly weekday: string
  readonly nth: readonly string[]
  readonly at: string
  readonly minutes: string
}

export interface Typed {
  readonly series: readonly TypedSeries[]
  readonly minutesPerCase: string
  readonly room: string
  /** A day a line, like 22 12 2026. */
  readonly closed: string
  /** What the form is of, where that is not what stands now. */
  readonly seen?: string
  /** What stands, for whoever typed while it was changed. */
  readonly stands?: readonly string[]
}

/** The pattern that was typed, or what is wrong with it. A second series without weeks is none. */
export function readPattern(typed: Typed) {
  const series = typed.series.filter(({ number, nth }) => number === 1 || nth.length > 0)
  const lines = typed.closed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const days = lines.map(closedDay)
  const perCase = minutesOf({ minutes: typed.minutesPerCase }, 'minutes')
  const problems: Problem[] = [
    ...series.flatMap(({ number, weekday, nth, at, minutes }) => [
      ...(WEEKDAYS.some((one) => one === weekday)
        ? []
        : [{ text: 'Choose a day of the week', href: `#weekday-${String(number)}` }]),
      ...(nth.length > 0 && nth.every((one) => /^[1-5]$/.test(one))
        ? []
        : [{ text: 'Choose in which weeks of the month', href: `#nth-${String(number)}` }]),
      ...(isWallTime(at) ? [] : [{ text: 'Write the time like 09:30', href: `#at-${String(number)}` }]),
      ...(isMinutes(minutesOf({ minutes }, 'minutes'), 1440)
        ? []
        : [{ text: 'How long is a number of minutes, like 180', href: `#minutes-${String(number)}` }]),
    ]),
    ...(isMinutes(perCase, 480)
      ? []
      : [{ text: 'The time for a case is a number of minutes, like 20', href: '#per-case' }]),
    ...(typed.room.length > 200 ? [{ text: 'The room has 200 letters at most', href: '#room' }] : []),
    ...lines.flatMap((line, index) =>
      days[index] === undefined
        ? [{ text: `${line.slice(0, 30)} is not a day: write it like 22 12 2026`, href: '#closed' }]
        : [],
    ),
  ]
  if (problems.length > 0) return { problems }
  return {
    pattern: series.flatMap(({ weekday, nth, at, minutes }): Pattern[] => {
      const day = WEEKDAYS.find((one) => one === weekday)
      return day === undefined ? [] : [{ weekday: day, nth: nth.map(Number).sort(), at, minutes: Number(minutes) }]
    }),
    ...{ minutesPerCase: perCase ?? 20, room: typed.room, closedDates: days.flatMap((day) => day ?? []) },
  }
}

const isMinutes = (minutes: number | undefined, most: number): boolean =>
  minutes !== undefined && minutes >= 1 && minutes <= most

const closedDay = (line: string) => {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[ /.-]+(\d{1,2})[ /.-]+(\d{4})$/.exec(line) ?? []
  return year === '' ? undefined : readDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

const typedOf = (year: YearRow | undefined): Typed => ({
  series: seriesOf(year).map((number) => {
    const one = year?.pattern[number - 1]
    return {
      ...{ number, weekday: one?.weekday ?? '', nth: (one?.nth ?? []).map(String), at: one?.at ?? '' },
      minutes: one === undefined ? '' : String(one.minutes),
    }
  }),
  ...{ minutesPerCase: String(year?.minutesPerCase ?? 20), room: year?.room ?? '' },
  closed: (year?.closedDates ?? [])
    .map((day) => `${String(day.dayOfMonth())} ${String(day.monthValue())} ${String(day.year())}`)
    .join('\n'),
})

/** What stands now, a line each. */
const standsNow = (year: YearRow | undefined): readonly string[] =>
  year === undefined ? [] : [patternWords(year), ...year.closedDates.map((day) => `No session on ${dayWords(day)}`)]

interface Team {
  readonly id: string
  readonly name: string
  readonly year: YearRow | undefined
}

async function teamOf({ db, reader, params }: Asked): Promise<Team | undefined> {
  const { team: id = '' } = params
  if (!isId(id) || !holdsInTeam(reader, 'organise-supervision', id.toLowerCase())) return undefined
  const name = await teamById(db, id)
  return name === undefined ? undefined : { id: id.toLowerCase(), name, year: await readYear(db, id.toLowerCase()) }
}

const LEGENDS = ['When the team meets', 'A second series, if there is one']
const WEEKS = ['1st', '2nd', '3rd', '4th', '5th']

const formOf = ({ id, name, year }: Team, typed: Typed, problems: readonly Problem[] = [], status = 200): Answer => {
  const wrong = (href: string): string | undefined => problems.find((one) => one.href === href)?.text
  return show(
    'year/pattern.njk',
    {
      ...{ team: name, teamId: id, typed, problems, seen: typed.seen ?? patternSeen(year), stands: typed.stands ?? [] },
      back: year === undefined ? '/supervision' : `/supervision/${id}/year`,
      series: typed.series.map((one) => ({
        ...{
          id: String(one.number),
          at: one.at,
          minutes: one.minutes,
          legend: LEGENDS[one.number - 1] ?? `Series ${String(one.number)}`,
        },
        days: [
          { value: '', text: 'Choose a day' },
          ...WEEKDAYS.map((day) => ({
            value: day,
            text: `${day.charAt(0).toUpperCase()}${day.slice(1)}`,
            selected: day === one.weekday,
          })),
        ],
        weeks: WEEKS.map((text, index) => ({
          value: String(index + 1),
          text,
          checked: one.nth.includes(String(index + 1)),
        })),
        wrong: {
          weekday: wrong(`#weekday-${String(one.number)}`),
          nth: wrong(`#nth-${String(one.number)}`),
          at: wrong(`#at-${String(one.number)}`),
          minutes: wrong(`#minutes-${String(one.number)}`),
        },
      })),
      wrong: { perCase: wrong('#per-case'), room: wrong('#room'), closed: wrong('#closed') },
    },
    status,
  )
}
