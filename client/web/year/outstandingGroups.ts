import { SESSION_STEP_IDS, type SessionStepId } from '../../../domain/supervision/session/sessionSteps'
import type { Outstanding } from '../../queries/supervision/web/outstanding'
import { dayWords } from '../app/momentWords'

export interface OutstandingLine {
  readonly text: string
  readonly href: string
  /** The session it is for. */
  readonly session: string
  readonly by: string
  readonly late: boolean
  readonly why: readonly string[]
}

export interface OutstandingGroup {
  readonly id: string
  readonly title: string
  /** `4, 1 late`. */
  readonly count: string
  readonly lines: readonly OutstandingLine[]
}

const TITLES: Readonly<Record<SessionStepId, string>> = {
  attend: 'Reminders',
  reply: 'Replies',
  exception: 'Reasons and covers to approve',
  summary: 'Summaries to write',
  'summary-review': 'Summaries to review',
  papers: 'Papers to send out',
  held: 'Sessions to record as held, or not',
  minutes: 'Minutes to send out',
  'quality-check': 'Sessions to look at again',
}

/** Where each is done, below the session's page. */
const PLACES: Readonly<Record<SessionStepId, string>> = {
  attend: '',
  reply: '#people',
  exception: '#exceptions',
  summary: '#cases',
  'summary-review': '#cases',
  papers: '#papers',
  held: '/held',
  minutes: '#minutes',
  'quality-check': '#check',
}

/** What is outstanding, by what it is, late first within each; groups with nothing are left out. */
export const outstandingGroups = (rows: readonly Outstanding[]): readonly OutstandingGroup[] =>
  SESSION_STEP_IDS.flatMap((step) => {
    const its = rows.filter((row) => row.step === step)
    const late = its.filter((row) => row.late).length
    return its.length === 0
      ? []
      : [
          {
            ...{ id: `outstanding-${step}`, title: TITLES[step] },
            count: late === 0 ? String(its.length) : `${String(its.length)}, ${String(late)} late`,
            lines: its.map(outstandingLine),
          },
        ]
  })

const outstandingLine = ({ sessionId, on, at, step, about, dueOn, late, why }: Outstanding): OutstandingLine => ({
  text: about ?? TITLES[step],
  href: `/supervision/sessions/${sessionId}${hrefOf(step, about)}`,
  session: `${dayWords(on)}, ${at}`,
  by: late ? `was due ${dayWords(dueOn)}` : `by ${dayWords(dueOn)}`,
  late,
  why,
})

const hrefOf = (step: SessionStepId, about: string | null): string =>
  step === 'summary' && about !== null ? `/summaries/${encodeURIComponent(about)}` : PLACES[step]
