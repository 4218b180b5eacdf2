import type { LocalDate } from '@js-joda/core'
import { loadFacts } from '../../../activities/planning/loadFacts'
import type { CaseRow } from '../../../activities/planning/lockCase'
import type { Rules } from '../../../activities/planning/rules'
import { ofKind } from '../../../domain/chronology/childHistory'
import { knownOn } from '../../../domain/chronology/knownOn'
import { earlierClosing, leavings, type EarlierClosing } from '../../../domain/closing/earlierClosing'
import { foldCase, type FoldedCase } from '../../../domain/timeline/timeline'
import type { Database, Transaction } from '../../../prisma/database'
import { isOpenTo } from '../../commands/supervision/isOpenTo'

/** A referral soon after a case was closed or stepped down, with what was decided then. */
export interface EarlierDecision {
  readonly referredOn: LocalDate
  /** The case that was closed: this one, or the earlier one the referral names. */
  readonly ref: string
  /** Null where that case is not open to the reader. */
  readonly closing: EarlierClosing | null
}

interface About {
  readonly ref: string
  readonly folded: Pick<FoldedCase, 'all' | 'children'>
  readonly rules: Rules
  readonly today: LocalDate
  /** Null for nobody in particular: who reads only what is open to everybody. */
  readonly readerId: string | null
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** What was decided when this case, or the earlier one a referral names, was last closed, for every referral that followed within a year. */
export async function earlierDecisions(tx: Transaction | Database, about: About): Promise<readonly EarlierDecision[]> {
  const { folded, ref, rules } = about
  const referrals = ofKind(folded.all, 'referral-received')
  const here = referrals.flatMap(({ id, on }): readonly EarlierDecision[] => {
    const of = folded.children.filter(({ history }) => history.events.some((event) => event.id === id))
    const closing = earlierClosing(leavings(of), on, rules)
    return closing === undefined ? [] : [{ referredOn: on, ref, closing }]
  })
  const elsewhere: EarlierDecision[] = []
  for (const { on, data } of referrals)
    if (data.earlierCase !== undefined)
      elsewhere.push(...(await ofEarlierCase(tx, about, { ref: data.earlierCase, on })))
  return [...here, ...elsewhere].sort((a, b) => a.referredOn.compareTo(b.referredOn))
}

async function ofEarlierCase(
  tx: Transaction | Database,
  { rules, today, readerId }: About,
  { ref, on }: { readonly ref: string; readonly on: LocalDate },
): Promise<readonly EarlierDecision[]> {
  const [row] = await tx.$queryRaw<Pick<CaseRow, 'id' | 'ref' | 'team_id' | 'live_since'>[]>`
    select id, ref, team_id, live_since::text from case_file where ref = ${ref}`
  if (row === undefined) return []
  if (!(await isOpenTo(tx, { caseId: row.id, personId: readerId ?? NOBODY, day: today })))
    return [{ referredOn: on, ref, closing: null }]
  const { children } = foldCase(knownOn(await loadFacts(tx, row), today))
  const closing = earlierClosing(leavings(children), on, rules)
  return closing === undefined ? [] : [{ referredOn: on, ref, closing }]
}
