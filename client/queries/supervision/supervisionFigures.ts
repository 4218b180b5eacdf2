import type { LocalDate } from '@js-joda/core'
import { calendarInForce } from '../../../activities/planning/calendarInForce'
import { wordsWithoutRestricted } from '../../../activities/supervision/wordsWithoutRestricted'
import { isoDay } from '../../../domain/calendar/isoDay'
import { londonDay } from '../../../domain/calendar/london'
import type {
  AskedMonth,
  FigureAttendance,
  FigureCase,
  FigurePlace,
  FigureRows,
  FigureSession,
  RecordedDiscussion,
} from '../../../domain/supervision/figures/figureRows'
import type { MonthSpan } from '../../../domain/supervision/figures/monthSpan'
import { supervisionFigures as figuresOf } from '../../../domain/supervision/figures/supervisionFigures'
import type { TeamMonth } from '../../../domain/supervision/figures/teamMonth'
import { monthCoverage, type MonthCoverage } from '../../../domain/supervision/figures/monthCoverage'
import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import type { Reader } from '../reading/loadReader'
import { rowsOf } from '../../../prisma/rowsOf'
import { figureQuestions } from './figureQuestions'

export interface SupervisionFiguresAsked {
  readonly span: MonthSpan
  /** By id, null among them for cases without a team; undefined: all. */
  readonly teams: readonly (string | null)[] | undefined
  /** The authority's own day, London. */
  readonly today: LocalDate
  /** Who reads them on a page: cases they may not open are not counted. Missing: whoever runs the authority. */
  readonly reader?: Reader
  /** By id: of the cases they hold today alone. */
  readonly worker?: string | null
}

/** The figures of group supervision per team and month as they stand today, with two questions however many teams and months. */
export const supervisionFigures = async (db: Database, asked: SupervisionFiguresAsked): Promise<readonly TeamMonth[]> =>
  figuresOf(await figureRows(db, figureQuestions(asked)), { ...asked, calendar: await calendarInForce(db) })

/** Of these figures the coverage alone: who was there is not asked. */
export const supervisionCoverage = async (
  db: Database,
  asked: SupervisionFiguresAsked,
): Promise<readonly MonthCoverage[]> =>
  monthCoverage(await figureRows(db, withoutAttendance(figureQuestions(asked))), asked)

type FigureQuestions = ReturnType<typeof figureQuestions>

const withoutAttendance = ({ given, questions }: FigureQuestions): FigureQuestions => ({
  given,
  questions: { ...questions, attendance: Prisma.sql`select where false` },
})

/** The rows that the figures of these months are made of. Words about one case do not name another that is restricted. */
async function figureRows(db: Database, { given, questions }: FigureQuestions): Promise<FigureRows> {
  const found = await rowsOf<FigureAnswers>(db, questions, given)
  const hidden = found.restricted
  const without = wordsWithoutRestricted(
    { restricted: new Set(hidden.map(({ id }) => id)) },
    new Map(hidden.map(({ id, ref }) => [ref, id])),
  )
  const words = (text: string | null, about = ''): string | null => (text === null ? null : without(text, about))
  const refs = new Map(found.cases.map(({ id, ref }) => [id, ref]))
  return {
    teams: found.teams,
    cases: found.cases,
    attendance: found.attendance,
    sessions: found.sessions.map(({ on, diarisedOn, minutesOutAt, why, ...one }) => ({
      ...{ ...one, on: isoDay(on), diarisedOn: isoDay(diarisedOn), why: words(why) },
      minutesOutOn: londonDayOf(minutesOutAt),
    })),
    places: found.places.map(({ placedOn, writtenAt, whyNot, ...one }) => ({
      ...{ ...one, placedOn: isoDay(placedOn), whyNot: words(whyNot, refs.get(one.caseId)) },
      summaryWrittenOn: londonDayOf(writtenAt),
    })),
    asked: found.asked.map(({ endedOn, gap, ...one }) => ({
      ...{ ...one, endedOn: endedOn === null ? null : isoDay(endedOn), gap: words(gap, refs.get(one.caseId)) },
    })),
    discussions: found.discussions.map(({ on, ...one }) => ({ ...one, on: isoDay(on) })),
  }
}

const londonDayOf = (moment: string | null) => (moment === null ? null : londonDay(Date.parse(moment)))

/** The rows as the database answers: days and moments are ISO text. */
interface FigureAnswers {
  readonly teams: { readonly id: string; readonly name: string }
  readonly sessions: Omit<FigureSession, 'on' | 'diarisedOn' | 'minutesOutOn'> & {
    readonly on: string
    readonly diarisedOn: string
    readonly minutesOutAt: string | null
  }
  readonly places: Omit<FigurePlace, 'placedOn' | 'summaryWrittenOn'> & {
    readonly placedOn: string
    readonly writtenAt: string | null
  }
  readonly attendance: FigureAttendance
  readonly cases: FigureCase
  readonly asked: Omit<AskedMonth, 'endedOn'> & { readonly endedOn: string | null }
  readonly discussions: Omit<RecordedDiscussion, 'on'> & { readonly on: string }
  /** Every restricted case. */
  readonly restricted: { readonly id: string; readonly ref: string }
}
