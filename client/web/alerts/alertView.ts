import type { LocalDate } from '@js-joda/core'
import type { AlertPage } from '../../queries/alerts/alertPage'
import { isoDay } from '../../../domain/calendar/isoDay'
import { ALERT_ANSWERS, type AlertAnswer } from '../../../domain/escalation/answerProblem'
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
  /** It is one of the day. */
  readonly dayWrong?: boolean
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
      ...{ problem: own?.dayWrong === true ? null : (own?.problem ?? null), command: own?.command ?? '' },
      dayProblem: own?.dayWrong === true ? own.problem : null,
    }
  }
  const owner = typed?.answer === 'promise' && typed.owner !== '' ? typed.owner : on.readerId
  const member = (one: (typeof members)[number]) => ({
    ...{ title: one.title, explanation: one.explanation, state: STATE[one.state] ?? 'Open', left: one.left },
    when: `${memberWhen(one, on.today)} ${dayWords(isoDay(one.due_on))}`,
    whyHref: wholeCase ? `${line.caseHref}/why/${one.obligation_id}` : null,
  })
  return {
    ...{ line, caseHref: wholeCase ? line.caseHref : null, stale: alert.stale, isOpen: alert.state === 'open' },
    ending: alert.story.ending === null ? null : answerWords(alert.story.ending.line),
    leads: siblings(members.filter(({ leads }) => leads).map(member)),
    evidence: siblings(members.filter(({ leads }) => !leads).map(member)),
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
    mayNothing: Object.values(whyNot).every((why) => why !== null),
    whyNothing: [...new Set(Object.values(whyNot).filter((why) => why !== null))],
    notNow: refusedTogether(whyNot),
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
    refused:
      typed === undefined
        ? []
        : [{ text: typed.problem, href: typed.dayWrong === true ? `#${typed.answer}-until-day` : `#${typed.answer}` }],
  }
}

const memberWhen = (one: AlertPage['members'][number], today: LocalDate): string =>
  one.kind === 'stall' ? 'found on' : isoDay(one.due_on).isAfter(today) ? 'due by' : 'was due'

/** Matters that say the same are those of siblings: one line, with how many. */
export function siblings<One extends { readonly title: string; readonly when: string; readonly state: string }>(
  all: readonly One[],
): readonly (One & { readonly children: string })[] {
  const like = (one: One): readonly One[] =>
    all.filter(({ title, when, state }) => title === one.title && when === one.when && state === one.state)
  return all
    .filter((one) => like(one)[0] === one)
    .map((one) => ({ ...one, children: like(one).length === 1 ? '' : ` (${String(like(one).length)} children)` }))
}

const CALLED: Readonly<Record<AlertAnswer, string>> = {
  acknowledge: 'I have this',
  promise: 'Promise what will be done',
  'more-time': 'Ask for more time',
  'pass-up': 'Pass it up',
  withdraw: 'Withdraw it',
  challenge: 'Challenge how it is handled',
}

/** The answers that are not for this reader now, each reason said once. `ids`: where links to these answers lead. */
export function refusedTogether(
  whyNot: AlertPage['whyNot'],
): readonly { readonly ids: readonly string[]; readonly answers: string; readonly why: string }[] {
  const refused = ALERT_ANSWERS.flatMap((answer) => {
    const why = whyNot[answer]
    return why === null ? [] : [{ answer, why }]
  })
  return [...new Set(refused.map(({ why }) => why))].map((why) => {
    const ids = refused.filter((one) => one.why === why).map(({ answer }) => answer)
    return { ids, answers: ids.map((id) => CALLED[id]).join(' · '), why }
  })
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
