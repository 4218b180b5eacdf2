import type { LocalDate } from '@js-joda/core'
import { londonDay } from '../calendar/london'

/** What may stand on the log of an alert. */
export type EntryKind =
  | 'told'
  | 'skipped'
  | 'acknowledged'
  | 'promised'
  | 'more-time'
  | 'passed-up'
  | 'carried'
  | 'joined'
  | 'owner-left'
  | 'challenged'
  | 'withdrawn'
  | 'resolved'

/** One line of the log, in its order. */
export interface LogLine {
  readonly entry: EntryKind
  readonly rung: number | null
  readonly personId: string | null
  /** Epoch milliseconds. */
  readonly at: number
  readonly reason: string
  /** The day a promise or a request for time names. */
  readonly untilOn: LocalDate | null
}

/** `kept`: the fact was there on or before its day. `broken`: it was not, or whoever was to keep it left before. `ended`: the alert ended otherwise by then, and nobody can say. */
export type PromiseStanding = 'runs' | 'kept' | 'broken' | 'ended'

export interface PromiseMade<Line extends LogLine = LogLine> {
  readonly line: Line
  readonly standing: PromiseStanding
  /** When it was kept, the first day after its own, or the day on which whoever was to keep it was found to have left; null for the others. */
  readonly settledOn: LocalDate | null
}

export interface Ending<Line extends LogLine = LogLine> {
  readonly how: 'resolved' | 'withdrawn' | 'joined'
  /** What it was about was done: the date did not move, and it was neither taken back nor given up as no longer needed. */
  readonly byTheFact: boolean
  readonly line: Line
}

/** What the log of an alert comes to on a day. */
export interface Story<Line extends LogLine = LogLine> {
  /** The highest that has spoken; 0 while nobody has been told. */
  readonly rung: number
  /** Who has been told: not those whose mail never left because somebody else stood there by then. */
  readonly told: readonly Line[]
  /** What people said to it, in order: seen, promised, more time, passed up, challenged. Each shows that somebody has seen it. */
  readonly answers: readonly Line[]
  readonly promises: readonly PromiseMade<Line>[]
  readonly moreTime: readonly Line[]
  /** Null while it is open. */
  readonly ending: Ending<Line> | null
  /** Hours from the first telling to the first answer; null without either. */
  readonly hoursToAnswer: number | null
}

const ANSWERS: ReadonlySet<EntryKind> = new Set(['acknowledged', 'promised', 'more-time', 'passed-up', 'challenged'])
/** How the reason of an alert begins whose matter was done: `openEscalations` writes it. */
const DONE = 'Done on '
/** A rung on which nobody new was left to tell has spoken all the same. */
export const SPOKEN: ReadonlySet<EntryKind> = new Set(['told', 'skipped'])
const HOUR_MS = 60 * 60 * 1000

/** How an alert stands. `joined`: it goes on in another one. */
export type AlertState = 'open' | 'resolved' | 'withdrawn' | 'joined'

/** Reads the log of one alert, in its order, as it stands on a London day. */
export function story<Line extends LogLine>(
  log: readonly Line[],
  { state, today }: { readonly state: AlertState; readonly today: LocalDate },
): Story<Line> {
  const ending = endingOf(log, state)
  const told = log.filter((line, place) => line.entry === 'told' && !tookBack(line, log.slice(place + 1)))
  const answers = log.filter(({ entry }) => ANSWERS.has(entry))
  const [firstTold] = told
  const firstAnswer = answers.find(({ at }) => firstTold !== undefined && at >= firstTold.at)
  return {
    rung: log.reduce((top, line) => (SPOKEN.has(line.entry) ? Math.max(top, line.rung ?? 0) : top), 0),
    told,
    answers,
    promises: log.flatMap((line, place) =>
      line.entry === 'promised' ? [promiseMade(line, { ending, today, later: log.slice(place + 1) })] : [],
    ),
    moreTime: log.filter(({ entry }) => entry === 'more-time'),
    ending,
    hoursToAnswer:
      firstTold === undefined || firstAnswer === undefined ? null : (firstAnswer.at - firstTold.at) / HOUR_MS,
  }
}

/** Told, and then not: the mail had not left when somebody else came to stand on that rung. */
const tookBack = (told: LogLine, later: readonly LogLine[]): boolean =>
  later.some((line) => line.entry === 'skipped' && line.personId === told.personId && line.rung === told.rung)

interface Since {
  readonly ending: Ending | null
  readonly today: LocalDate
  /** What stands on the log after the promise. */
  readonly later: readonly LogLine[]
}

function promiseMade<Line extends LogLine>(line: Line, { ending, today, later }: Since): PromiseMade<Line> {
  const left = later.find(({ entry, rung }) => entry === 'owner-left' && rung === line.rung)
  if (left !== undefined) return { line, standing: 'broken', settledOn: londonDay(left.at) }
  const until = line.untilOn ?? londonDay(line.at)
  const endOn = ending === null ? null : londonDay(ending.line.at)
  if (ending !== null && endOn !== null && !endOn.isAfter(until))
    return ending.byTheFact
      ? { line, standing: 'kept', settledOn: endOn }
      : { line, standing: 'ended', settledOn: null }
  return today.isAfter(until)
    ? { line, standing: 'broken', settledOn: until.plusDays(1) }
    : { line, standing: 'runs', settledOn: null }
}

/** The line that ended it. On an open alert `joined` says what came to it, which is no end. */
function endingOf<Line extends LogLine>(log: readonly Line[], state: AlertState): Ending<Line> | null {
  if (state === 'open') return null
  const line = log.findLast(({ entry }) => entry === state)
  return line === undefined
    ? null
    : { how: state, byTheFact: state === 'resolved' && line.reason.startsWith(DONE), line }
}
