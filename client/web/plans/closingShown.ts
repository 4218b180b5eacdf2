import { isoDay } from '../../../domain/calendar/isoDay'
import type { Evidence } from '../../../domain/closing/evidenceProblem'
import type { ClosingPage, OpenMatter, ShownHandshake } from '../../queries/closing/closingPage'
import { dayWords } from '../app/momentWords'

/** The levels of help, by what people call them, the strictest first. */
export const LEVEL_WORDS: Readonly<Record<string, string>> = {
  plo: 'Pre-proceedings',
  cpp: 'Child protection plan',
  cin: 'Child in need plan',
  'early-help': 'Early help',
  universal: 'Universal services',
}

const days = (day: string): string => dayWords(isoDay(day))

const evidenceShown = ({ changeSince, childSeenOn, tried, whoNotices, sooner }: Evidence) => [
  {
    label: 'Change has held since',
    words: `${days(changeSince)}${sooner === undefined ? '' : `, which is enough because ${sooner}`}`,
  },
  { label: 'Child seen on', words: days(childSeenOn) },
  { label: 'Chronology', words: 'Read' },
  { label: 'Tried', words: tried },
  { label: 'Who will notice if it slips', words: whoNotices },
]

function standsWords({ state, answer, answerDueOn, effectiveOn }: ShownHandshake): string {
  if (answer === null) return `Waits for an answer${answerDueOn === null ? '' : `, due by ${dayWords(answerDueOn)}`}`
  const answered = `${state === 'declined' ? 'Declined' : 'Accepted'} on ${dayWords(answer.on)} by ${answer.by}${answer.reason === null ? '' : `: ${answer.reason}`}`
  if (state === 'declined') return answered
  return `${answered}. ${effectiveOn === null ? 'Not in effect yet' : `In effect since ${dayWords(effectiveOn)}`}`
}

/** A step-down or a closing in words. */
export const handshakeShown = (one: ShownHandshake) => ({
  title:
    one.what === 'closure'
      ? 'Closing'
      : `Step-down${one.levels === null ? '' : ` from ${levelWords(one.levels.from)} to ${levelWords(one.levels.to)}`}`,
  proposed: `Proposed on ${dayWords(one.proposedOn)}${one.proposedBy === null ? '' : ` by ${one.proposedBy}`}.`,
  stands: standsWords(one),
  evidence: one.evidence === null ? [] : evidenceShown(one.evidence),
  what: one.what,
  /** What can be done with it now. */
  canAnswer: one.state === 'proposed',
  canTakeEffect: one.state === 'accepted',
})

const levelWords = (level: string): string => (LEVEL_WORDS[level] ?? level).toLowerCase()

/** An open matter, with a field of its own for what is decided of it: the same of a child's several dates is decided once. */
export const matterShown = ({ rule, subject, title, dueOn }: OpenMatter, names: ReadonlyMap<string, string>) => ({
  ...{ title, due: dayWords(dueOn), whose: names.get(subject) ?? '' },
  field: `decided-${rule}@${subject}`,
})

/** What is open, each rule and child once, with all their days. */
export function mattersShown(matters: ClosingPage['fallsAway'], names: ReadonlyMap<string, string>) {
  const each = new Map<string, ReturnType<typeof matterShown>>()
  for (const one of matters) {
    const shown = matterShown(one, names)
    const before = each.get(shown.field)
    each.set(shown.field, before === undefined ? shown : { ...before, due: `${before.due}, ${shown.due}` })
  }
  return [...each.values()]
}
