import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../../domain/calendar/isoDay'
import type { Rule } from '../../../domain/policy/policyPack'
import type { MatterRow, VersionRow, WhyPart } from '../../queries/web/case/whyPart'
import { dayWords } from '../app/momentWords'
import { whoseWords } from './childNames'
import { stepWords } from './stepWords'
import { toldLine, type ToldLine } from './toldLines'

/** A reminder that has not gone yet. */
export interface AheadLine {
  readonly when: string
  readonly what: string
  readonly to: string
}

export interface WhyShown {
  readonly title: string
  readonly whose: string
  readonly due: string
  readonly stands: string
  /** The last lawful day where it is another; what is booked; that it moved and why: each empty where there is none. */
  readonly lastDay: string
  readonly booked: string
  readonly moved: string
  readonly sentences: readonly string[]
  readonly wouldMeet: string
  readonly rule: string
  readonly basis: string
  readonly source: string
  readonly version: string
  readonly approved: string
  readonly told: readonly ToldLine[]
  readonly ahead: readonly AheadLine[]
}

interface Around {
  readonly ref: string
  readonly names: ReadonlyMap<string, string>
  readonly today: LocalDate
}

/** Why something is due on its day, in words: the sentences are those of the plan, as the command line and the mail have them. */
export function whyShown(part: WhyPart, { ref, names, today }: Around): WhyShown {
  const { matter, rule, told, ahead } = part
  const due = isoDay(matter.due_on)
  return {
    title: matter.title,
    whose: whoseWords([matter.subject], names),
    due: matter.kind === 'stall' ? `Found on ${dayWords(due)}` : `By ${dayWords(due)}`,
    stands: standsWords(matter, today),
    lastDay: matter.limit_on === matter.due_on ? '' : `The last lawful day is ${dayWords(isoDay(matter.limit_on))}.`,
    booked: matter.booked_for === null ? '' : `It is booked for ${dayWords(isoDay(matter.booked_for))}.`,
    moved: matter.moved_because === null ? '' : `The date moved: ${matter.moved_because}.`,
    sentences: matter.explanation.map(asSentence),
    wouldMeet: asSentence(rule.metBy),
    rule: rule.title,
    basis: BASES[rule.basis],
    source: rule.source,
    ...versionWords(matter.policy, part),
    told: told.map((one) => toldLine(one, ref)),
    ahead: [
      ...ahead.reminders.map(({ step, on, to }) => ({ on, step, to })),
      ...ahead.late.map(({ step, on, to }) => ({ on, step, to })),
    ]
      .sort((a, b) => a.on.compareTo(b.on))
      .map(({ on, step, to }) => ({ when: dayWords(on), what: stepWords(step), to: rolesWords(to) })),
  }
}

const BASES: Readonly<Record<Rule['basis'], string>> = {
  statutory: 'Statutory guidance',
  local: 'Local procedure',
  practice: 'Practice guidance',
  product: 'Caseclock’s own default, which the council may change',
}

/** A phrase of the rules as a sentence. */
const asSentence = (words: string): string =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}${words.endsWith('.') ? '' : '.'}`

const rolesWords = (roles: readonly string[]): string => roles.map((role) => role.replaceAll('-', ' ')).join(', ')

function standsWords({ state, ended_on: endedOn, kind, due_on: dueOn }: MatterRow, today: LocalDate): string {
  const on = endedOn === null ? '' : `, ${dayWords(isoDay(endedOn))}`
  switch (state) {
    case 'met':
      return kind === 'stall' ? `It has ended${on}.` : `It was done in time${on}.`
    case 'met-late':
      return kind === 'stall' ? `It has ended${on}.` : `It was done late${on}.`
    case 'cancelled':
      return `It is no longer needed${on}.`
    case 'not-known':
      return 'It fell due before the case came here; the import does not say whether it was done.'
    default:
      return kind === 'stall'
        ? 'It has not ended.'
        : isoDay(dueOn).isBefore(today)
          ? 'It has not been recorded as done: it is late.'
          : 'It has not been recorded as done yet.'
  }
}

function versionWords(
  policy: string,
  { version, versionGone }: Pick<WhyPart, 'version' | 'versionGone'>,
): Pick<WhyShown, 'version' | 'approved'> {
  const gone = versionGone ? ' It is no longer in force; the rule is shown as it is now.' : ''
  return { version: `${policy}.${gone}`, approved: approvedWords(version) }
}

const approvedWords = (version: VersionRow | null): string =>
  version === null
    ? 'It comes with Caseclock; nobody at the council has changed it.'
    : `Put into force from ${dayWords(isoDay(version.in_force_from))} by ${version.activated_by}${version.approved_by === null ? '' : `; approved by ${version.approved_by}`}.`
