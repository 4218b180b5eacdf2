import { ofKind } from '../../chronology/childHistory'
import type { Problem } from '../../chronology/problem'
import type { RuleInput } from '../ruleInput'
import { caseGround } from './caseGround'
import { enquiries } from './enquiries'

/** Enquiries that the closing of the case ended and nothing else had: their clocks stopped, and a person is asked. Not those of before the first import. */
export const closedEnquiries = ({
  history,
  referrals,
  liveSince,
}: Pick<RuleInput, 'history' | 'referrals' | 'liveSince'>): readonly Problem[] =>
  enquiries(history).flatMap(({ strategy, answered }): Problem[] => {
    const ground = caseGround({ history, referrals }, strategy.on)
    const closing = ofKind(history.events, 'case-closed').find(({ id }) => id === ground?.by)
    return closing === undefined ||
      answered?.on.isAfter(closing.on) === false ||
      (liveSince !== null && closing.on.isBefore(liveSince))
      ? []
      : [
          {
            events: [strategy.id, closing.id],
            problem: 'the case was closed while a section 47 enquiry was open; its timers stopped',
          },
        ]
  })
