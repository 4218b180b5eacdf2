import type { WorkingCalendar } from '../../calendar/workingCalendar'
import { ofKind } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
import type { RuleVersions } from '../../policy/policySchedule'
import type { Drafted } from '../buildObligation'
import { intervalOf, minus } from '../dueDate'
import type { CaseRuleInput } from '../ruleInput'
import { intervalWords } from '../sentence'
import { caseGroundSince } from './groundSince'
import { ruleOn } from './ruleNumbers'
import { runs, type Turn } from './runs'
import { sessionsOf, type Session } from './sessions'
import { foundOn } from './stall'

/** Two sessions running in which the case was discussed, and its summary was not written 5 working days before either. */
export function summaryLateTwice({ children, all, rules, calendar, liveSince }: CaseRuleInput): Drafted[] {
  const sessions = sessionsOf(all)
  const turns = sessions.flatMap((session) => turnOf(session, all, rules, calendar))
  const groundOf = (event: Effective) => caseGroundSince(children, event)
  return runs(turns, { rules, groundOf }).flatMap(({ evidence, trigger, end }) =>
    foundOn(
      {
        rules,
        subject: 'case',
        trigger,
        evidence: evidence.flatMap((event) => [...summariesOf(event, all).slice(0, 1), event]),
        what: (rule) =>
          `${String(evidence.length)} sessions running without the summary written ${intervalWords(intervalOf(rule))} before`,
        end,
        liveSince,
      },
      calendar,
    ),
  )
}

function turnOf(
  { event }: Session,
  all: readonly Effective[],
  rules: RuleVersions,
  calendar: WorkingCalendar,
): readonly Turn[] {
  const rule = ruleOn(rules, event.on)
  if (rule === undefined) return []
  const last = minus(intervalOf(rule), event.on, calendar)
  const inTime = summariesOf(event, all).some(({ on }) => !on.isAfter(last))
  return [{ event, turn: inTime ? 'breaks' : 'adds' }]
}

/** The summaries written for a session, in order of date. */
const summariesOf = (event: Effective, all: readonly Effective[]): readonly Effective[] =>
  event.kind === 'discussed-in-supervision'
    ? ofKind(all, 'supervision-summary-written').filter(({ data }) => data.session === event.data.session)
    : []
