import { govukDate } from '../../timeline/govukDate'
import type { CaseFacts } from '../caseFacts'
import { childHistories, ofKind } from '../childHistory'
import type { Proposed } from './proposed'

/** Why an action cannot be recorded as done: none of that name, or of that id, had been agreed by then. */
export function actionProblem(facts: CaseFacts, { on, data }: Proposed<'action-done'>): string | undefined {
  const { all, firstOf } = childHistories(facts)
  const agreed = ofKind(all, 'action-agreed').filter((action) => !action.on.isAfter(on))
  const isMeant = agreed.some(
    ({ first, data: { action } }) => first === firstOf(data.action) || plain(action) === plain(data.action),
  )
  return isMeant
    ? undefined
    : `No action of that name or id had been agreed by ${govukDate(on)}. \`caseclock case REF\` lists those that are, with their ids.`
}

const plain = (name: string): string => name.trim().toLowerCase()
