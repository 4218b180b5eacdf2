import type { AlertPage } from '../../queries/alerts/alertPage'
import { isoDay } from '../../../domain/calendar/isoDay'
import type { AlertAnswer } from '../../../domain/escalation/answerProblem'
import type { DayBoxes } from '../app/formDay'
import { dayWords, momentWords } from '../app/momentWords'
import { answerWords } from './answerWords'
import { alertRow, whoWords, type AlertsOn } from './alertRow'
import { mailWords } from './mailWords'

/** What somebody typed, to show it again where it was refused. */
export interface TypedAnswer {
  readonly answer: AlertAnswer
  readonly reason: string
  readonly owner: string
  readonly until: DayBoxes
  readonly risk: boolean
  readonly command: string
  readonly problem: string
}

const EMPTY: DayBoxes = { day: '', month: '', year: '' }

/** The rows of the page of one alert, in words. */
export function alertView(page: AlertPage, on: AlertsOn & { readonly readerId: string; readonly typed?: TypedAnswer }) {
  const { alert, members, sent, limits, whyNot, people, scope } = page
  const { typed } = on
  const line = alertRow(alert, null, on)
  const wholeCase = scope === 'everything'
  const typedIn = (answer: AlertAnswer) => {
    const own = typed?.answer === answer ? typed : undefined
    return {
      ...{ reason: own?.reason ?? '', until: own?.until ?? EMPTY, risk: own?.risk ?? false },
      ...{ problem: own?.problem ?? null, command: own?.command ?? '' },
    }
  }
  const owner = typed?.answer === 'promise' && typed.owner !== '' ? typed.owner : on.readerId
  const member = (one: (typeof members)[number]) => ({
    ...{ title: one.title, explanation: one.explanation, state: STATE[one.state] ?? 'Open', left: one.left },
    when: `${one.kind === 'stall' ? 'found on' : 'was due'} ${dayWords(isoDay(one.due_on))}`,
    whyHref: wholeCase ? `${line.caseHref}/why/${one.obligation_id}` : null,
  })
  return {
    ...{ line, caseHref: wholeCase ? line.caseHref : null, stale: alert.stale, isOpen: alert.state === 'open' },
    ending: alert.story.ending === null ? null : answerWords(alert.story.ending.line),
    leads: members.filter(({ leads }) => leads).map(member),
    evidence: members.filter(({ leads }) => !leads).map(member),
    log: alert.log.map((one) => ({ words: answerWords(one), when: momentWords(one.at) })),
    lines: alert.log.length,
    sent: sent.map((one) => ({
      who: whoWords({ name: one.name, jobTitle: one.job_title }),
      why: one.why,
      when: momentWords(Date.parse(one.written_at)),
      mail: mailWords(one),
    })),
    next: line.next ?? 'Nobody further is told: whoever was told last stands at the top, or it has ended.',
    moves: `Says that you have seen it. The next person is told ${String(on.numbers.acknowledgedMoves)} working days later, once.`,
    promiseLimit: limitWords(limits.promise),
    moreTimeLimit: limitWords(limits.moreTime),
    may: Object.fromEntries(Object.entries(whyNot).map(([answer, why]) => [name(answer), why === null])),
    why: Object.fromEntries(Object.entries(whyNot).map(([answer, why]) => [name(answer), why])),
    mayNothing: Object.values(whyNot).every((why) => why !== null),
    whyNothing: [...new Set(Object.values(whyNot).filter((why) => why !== null))],
    owners: [
      ...(people.some(({ id }) => id === on.readerId) ? [] : [{ value: on.readerId, text: 'I do it myself' }]),
      ...people.map(({ id, name: who, job_title }) => ({
        value: id,
        text: id === on.readerId ? `${who}: I do it myself` : `${who} (${job_title.toLowerCase()})`,
      })),
    ].map((one) => ({ ...one, selected: one.value === owner })),
    typed: {
      ...{ acknowledge: typedIn('acknowledge'), promise: typedIn('promise'), moreTime: typedIn('more-time') },
      ...{ passUp: typedIn('pass-up'), withdraw: typedIn('withdraw'), challenge: typedIn('challenge') },
    },
    refused: typed === undefined ? [] : [{ text: typed.problem, href: `#${typed.answer}` }],
  }
}

/** `At most 5 working days ahead: Friday 27 November 2026`. */
const limitWords = ({ workingDays, by }: AlertPage['limits']['promise']): string =>
  `At most ${String(workingDays)} working days ahead: ${dayWords(by)}`

/** As a view can name it. */
const name = (answer: string): string => answer.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const STATE: Readonly<Record<string, string>> = {
  met: 'Done',
  'met-late': 'Done, late',
  cancelled: 'No longer needed',
  gone: 'Taken back',
}
