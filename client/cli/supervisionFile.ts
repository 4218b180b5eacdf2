import { LocalDate } from '@js-joda/core'
import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import { isoDay } from '../../domain/calendar/isoDay'
import { FIFTH, WEEKDAYS } from '../../domain/supervision/place'
import { supervisionNumbers } from '../../domain/supervision/supervisionNumbers'
import type { YearInput } from '../../domain/supervision/yearInput'
import { MOST_MONTHS } from '../../domain/supervision/weights'
import { yearMisfits, type Misfit } from '../../domain/supervision/yearMisfits'
import { aboutFile } from './aboutFile'
import { CommandFailed, EXIT } from './io'
import { pathText, valueAt } from './jsonFile'
import type { PositionedFile } from './positionedFile'
import { shownText } from './shownText'
import { strictly } from './strictly'

const WHAT = 'teams and cases in JSON (format 1, contracts.md 4)'
const MOST = {
  bytes: 20 * 2 ** 20,
  months: MOST_MONTHS,
  teams: 100,
  patterns: 20,
  oneOffs: 200,
  closedDates: 1000,
  cases: 300,
  existing: 20_000,
}
/** Looking for lines takes longer than planning: not in a file larger than this. */
const MOST_TO_POSITION = 2 ** 20
/** So many problems are read by a person; the rest is counted. */
const MOST_SHOWN = 20
const MOST_MINUTES = 24 * 60
const MOST_LETTERS = 100

const day = z.iso.date('not a day that exists; write it like 2027-03-02').transform(isoDay)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day is written 09:30')
const name = z
  .string('a name in quotes')
  .min(1, 'a name has a letter at least')
  .max(MOST_LETTERS, `a name has ${String(MOST_LETTERS)} letters at most`)
const whole = (least: number, most: number) => {
  const problem = `a whole number from ${String(least)} to ${String(most)}`
  return z.int(problem).min(least, problem).max(most, problem)
}
const few = <T extends z.ZodType>(one: T, most: number, what: string) =>
  z.array(one, `a list of ${what}`).max(most, `at most ${String(most)} ${what}`)
const weekday = z.enum(WEEKDAYS, `one of ${WEEKDAYS.join(', ')}`)

const session = strictly({
  ...{ id: name, team: name, on: day, at: time },
  capacity: whole(0, MOST_MINUTES),
  cases: few(name, MOST_MINUTES, 'cases'),
})

const team = strictly({
  id: name,
  pattern: few(
    strictly({
      weekday,
      nth: few(whole(1, FIFTH), FIFTH, 'weeks of the month').min(1, 'name one week of the month at least'),
      at: time,
      minutes: whole(1, MOST_MINUTES),
    }),
    MOST.patterns,
    'patterns',
  ),
  oneOffs: few(strictly({ on: day, at: time, minutes: whole(0, MOST_MINUTES) }), MOST.oneOffs, 'one-offs').default([]),
  minutesPerCase: whole(1, MOST_MINUTES).default(supervisionNumbers.minutesPerCase),
  closedDates: few(day, MOST.closedDates, 'closed dates').default([]),
  cases: few(
    strictly({
      ref: name,
      children: whole(1, 100).nullish(),
      openFrom: day,
      openTo: day.nullish().transform((to) => to ?? null),
      keep: strictly({ weekday, nth: whole(1, FIFTH) })
        .nullish()
        .transform((keep) => keep ?? null),
    }),
    MOST.cases,
    'cases',
  ),
})

const FIRST_YEAR = LocalDate.of(2000, 1, 1)
const LAST_YEAR = LocalDate.of(2199, 12, 31)

const schema = strictly({
  format: z.literal(1, 'this version reads format 1'),
  from: day.refine((from) => !from.isBefore(FIRST_YEAR) && !from.isAfter(LAST_YEAR), 'a year from 2000 to 2199'),
  months: whole(1, MOST.months),
  teams: few(team, MOST.teams, 'teams'),
  holidays: z.literal('england-and-wales', 'only england-and-wales is known'),
  existing: few(session, MOST.existing, 'sessions').default([]),
})

/** Reads the input of a year plan (contracts.md 4). All that is wrong ends the command: each with its place, what was found and what to do. */
export const readSupervision = async (file: string): Promise<YearInput> => {
  const { positioned, content, bytes } = await contentOf(file)
  const result = aboutFile(file, () => schema.safeParse(content))
  if (!result.success) throw await refusal(result.error.issues.flatMap(problemsOf))
  const misfits = yearMisfits(result.data)
  if (misfits.length > 0) throw await refusal(misfits)
  return result.data

  async function refusal(problems: readonly Misfit[]): Promise<CommandFailed> {
    const places = positioned ?? (bytes > MOST_TO_POSITION ? undefined : await positionsOf(file))
    const lines = problems.slice(0, MOST_SHOWN).map(({ path, problem }) => {
      const place = places?.placeOf(path)
      const at = place === undefined ? '' : `, line ${String(place.line)}, column ${String(place.column)}`
      return shownText(
        `${file}${at}${path.length === 0 ? '' : `, ${pathText(path)}`}: ${problem} ${found(content, path)}`.trimEnd(),
      )
    })
    const more = problems.length - lines.length
    return new CommandFailed(EXIT.usage, [...lines, ...(more === 0 ? [] : [`and ${String(more)} more.`])].join('\n'))
  }
}

interface Content {
  readonly content: unknown
  readonly bytes: number
  /** Where it had to be read with positions. */
  readonly positioned: PositionedFile | undefined
}

/** JSON is read in a tenth of the time; what is none is read as YAML, of which JSON is a part, and refused with line and column. */
async function contentOf(file: string): Promise<Content> {
  const text = aboutFile(file, () => boundedText(file))
  try {
    return { content: JSON.parse(text) as unknown, bytes: text.length, positioned: undefined }
  } catch (error) {
    const because = error instanceof Error ? error.message : 'no JSON'
    if (text.length > MOST_TO_POSITION)
      throw new CommandFailed(EXIT.usage, shownText(`${file} cannot be read: ${because}. Give ${WHAT}.`))
    const positioned = await positionsOf(file)
    return { content: positioned.content, bytes: text.length, positioned }
  }
}

function boundedText(file: string): string {
  try {
    const { size } = statSync(file)
    if (size > MOST.bytes)
      throw new CommandFailed(
        EXIT.usage,
        `${file} is larger than ${String(MOST.bytes / 2 ** 20)} MB. Plan fewer teams at once.`,
      )
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof CommandFailed) throw error
    const because = error instanceof Error ? error.message : 'unknown'
    throw new CommandFailed(EXIT.usage, `${file} cannot be read: ${because}. Give ${WHAT}.`)
  }
}

/** Only loaded for a file with something wrong in it. */
const positionsOf = async (file: string): Promise<PositionedFile> =>
  (await import('./positionedFile.js')).readPositioned(file, WHAT)

/** A key nobody knows is a problem of its own, where it stands. */
function problemsOf({ path, message, ...issue }: z.core.$ZodIssue): readonly Misfit[] {
  const at = path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : undefined
  return keys === undefined
    ? [{ path: at, problem: `${message}.` }]
    : keys.map((key) => ({ path: [...at, key], problem: `${message}.` }))
}

const MOST_FOUND = 60

/** What stands there, as far as a line holds it. */
function found(content: unknown, path: Misfit['path']): string {
  const value = valueAt(content, path)
  if (value === undefined) return 'Nothing stands there.'
  if (value !== null && typeof value === 'object') return ''
  const text = JSON.stringify(value)
  return `Found ${text.length > MOST_FOUND ? `${text.slice(0, MOST_FOUND)}…` : text}.`
}
