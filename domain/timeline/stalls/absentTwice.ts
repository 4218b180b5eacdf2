import type { Effective } from '../../chronology/effectiveEvents'
import type { Drafted } from '../buildObligation'
import type { CaseRuleInput } from '../ruleInput'
import { coreGroupsOf } from '../rules/meetingsOf'
import { caseGroundSince } from './groundSince'
import { runs, type Run } from './runs'
import { sessionsOf } from './sessions'
import { foundOn } from './stall'

/** A meeting and whoever it names as absent. One that names nobody had everybody there. */
interface Meeting {
  readonly event: Effective
  readonly absent: ReadonlySet<string>
}

/**
 * The same invitee absent from two core groups of a child's plan running, or from two sessions of the case running. The invitee is the stall's part, and
 * stands in no sentence.
 */
export function absentTwice({ children, all, rules, calendar, liveSince }: CaseRuleInput): Drafted[] {
  const build = (subject: string, words: string, found: readonly (Run & { readonly invitee: string })[]) =>
    found.flatMap(({ invitee, evidence, trigger, end }) =>
      foundOn(
        {
          rules,
          subject,
          part: invitee,
          trigger,
          evidence,
          what: () => `The same invitee absent from ${String(evidence.length)} ${words} running`,
          end,
          liveSince,
        },
        calendar,
      ),
    )
  const ofPlans = children.flatMap(({ history, plans }) =>
    plans.flatMap((plan) => {
      const held = coreGroupsOf(plan, history).map((event) => ({ event, absent: new Set(event.data.absent) }))
      return build(history.child.id, 'core groups', absences(held, { rules, groundOf: () => plan.end }))
    }),
  )
  const groundOf = (event: Effective) => caseGroundSince(children, event)
  return [...ofPlans, ...build('case', 'sessions', absences(sessionsOf(all), { rules, groundOf }))]
}

function absences(meetings: readonly Meeting[], running: Parameters<typeof runs>[1]) {
  const invitees = new Set(meetings.flatMap(({ absent }) => [...absent]))
  return [...invitees].flatMap((invitee) =>
    runs(
      meetings.map(({ event, absent }) => ({ event, turn: absent.has(invitee) ? 'adds' : 'breaks' })),
      running,
    ).map((run) => ({ ...run, invitee })),
  )
}
