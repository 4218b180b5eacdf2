import { govukDate } from '../../domain/timeline/govukDate'
import { oneLine } from './oneLine'
import type { StandingProblem, StandingProblems } from './standingProblems'

export interface ProblemLine {
  readonly words: string
  /** Where it is put right; empty where that is no page. */
  readonly link: string
}

export interface ToPutRight {
  readonly lines: readonly ProblemLine[]
  /** How many things the lines stand for. */
  readonly count: number
}

export const NOTHING_TO_PUT_RIGHT: ToPutRight = { lines: [], count: 0 }

/** What the administrator has to put right, one line each. */
export const problemLines = ({ problems, more }: StandingProblems, caseLink: (ref: string) => string): ToPutRight => ({
  lines: [
    ...problems.map((one) => ({ words: oneLine(problemWords(one)), link: isOfCase(one) ? caseLink(one.about) : '' })),
    ...(more === 0 ? [] : [{ words: `And ${String(more)} more.`, link: '' }]),
  ],
  count: problems.length + more,
})

const OF_A_CASE: ReadonlySet<StandingProblem['kind']> = new Set(['case', 'alert', 'access', 'chair'])

const isOfCase = ({ kind }: StandingProblem): boolean => OF_A_CASE.has(kind)

function problemWords({ kind, about, title, since, count, problem }: StandingProblem): string {
  const on = since === null ? 'a day not known' : govukDate(since)
  switch (kind) {
    case 'case':
      return since === null
        ? `Case ${about} has never been worked out (${problem}).`
        : `Case ${about} has not been worked out since ${on} (${problem}).`
    case 'alert':
      return `Case ${about}: the alert of ${on}${title === '' ? '' : ` about ${title}`} does not go on (${problem}).`
    case 'mail':
      return count === 1
        ? `A mail of ${on} to ${about} did not arrive, as far as is known: ${problem}`
        : `${String(count)} mails to ${about} did not arrive, as far as is known, the first of ${on}: ${problem}`
    case 'import':
      return `The import of ${on} met a problem: see caseclock imports ${about}`
    case 'access':
      return `Case ${about} is restricted: ${problem}. Look at who has access: caseclock access ${about}`
    case 'chair':
      return `Case ${about}: ${problem}. Allocate another.`
    case 'year':
      return `The year of group supervision of ${about} has not been worked out since ${on} (${problem}).`
    case 'session':
      return `The session of group supervision of ${about} does not go on (${problem}).`
    case 'process':
      return `The process ${about} met a problem: ${problem}`
  }
}
