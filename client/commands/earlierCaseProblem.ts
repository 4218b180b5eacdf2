import type { EventData } from '../../domain/chronology/eventKinds'
import type { Transaction } from '../../prisma/database'

/** Why a referral cannot name this earlier case: there is none of that reference, or it is the case itself. Whether somebody may open it is asked when it is shown. */
export async function earlierCaseProblem(
  tx: Transaction,
  caseId: string,
  { kind, data, void: takesBack }: { readonly kind: string; readonly data: unknown; readonly void?: boolean },
): Promise<string | undefined> {
  const { earlierCase } = (kind === 'referral-received' ? data : {}) as Partial<EventData['referral-received']>
  if (earlierCase === undefined || takesBack === true) return undefined
  const [known] = await tx.$queryRaw<{ id: string }[]>`select id::text from case_file where ref = ${earlierCase}`
  if (known === undefined) return `There is no case ${earlierCase} that could be the earlier one. Check the reference.`
  return known.id === caseId
    ? 'The earlier case is this case: its own closings are shown without naming it.'
    : undefined
}
