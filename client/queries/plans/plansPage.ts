import { casePlans, type CasePlan } from '../../../domain/plans/casePlans'
import type { Database } from '../../../prisma/database'
import type { Refusal } from '../../commands/command'
import { earlierDecisions, type EarlierDecision } from './earlierDecisions'
import { readCase } from './readCase'

/** The plans of a case for somebody who works with it. Children's names are here. */
export interface PlansPage {
  readonly ref: string
  /** ISO date. */
  readonly today: string
  readonly plans: readonly (CasePlan & { readonly forename: string })[]
  readonly earlier: readonly EarlierDecision[]
}

/** Every plan of every child, and what was decided when the case was last closed, where a child came back soon; or why the reader may not see it. */
export const plansPage = (db: Database, ref: string, readerId: string): Promise<PlansPage | Refusal> =>
  readCase(
    db,
    { ref, readerId, action: 'plans-read' },
    async ({ tx, row, today, rules, folded, obligations, names }) => ({
      ref: row.ref,
      today: today.toString(),
      plans: casePlans(folded, { obligations, today }).map((plan) => ({
        ...plan,
        forename: names.get(plan.child) ?? plan.child,
      })),
      earlier: await earlierDecisions(tx, { ref: row.ref, folded, rules, today, readerId }),
    }),
  )
