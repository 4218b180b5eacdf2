import { govukDate } from '../../timeline/govukDate'
import type { CaseFacts } from '../caseFacts'
import { ofKind } from '../childHistory'
import { concerned } from './concerned'
import type { Proposed } from './proposed'

type Reply = Proposed<'closure-accepted' | 'closure-declined' | 'step-down-accepted' | 'step-down-declined'>

const PROPOSALS = {
  'closure-accepted': 'closure-proposed',
  'closure-declined': 'closure-proposed',
  'step-down-accepted': 'step-down-proposed',
  'step-down-declined': 'step-down-proposed',
} as const

/** Why a closing or a step-down can be neither accepted nor declined: nobody had proposed it by that day. */
export function handshakeProblem(facts: CaseFacts, event: Reply): string | undefined {
  const proposal = PROPOSALS[event.kind]
  const isProposed = concerned(facts, event).some(({ events }) =>
    ofKind(events, proposal).some(({ on }) => !on.isAfter(event.on)),
  )
  return isProposed
    ? undefined
    : `Nothing was proposed by ${govukDate(event.on)} that this could answer. Record ${proposal} first.`
}
