import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../domain/calendar/isoDay'
import { storedPackSchema } from '../../domain/policy/storedPackSchema'
import type { PolicyPack } from '../../domain/policy/policyPack'
import type { Database, Transaction } from '../../prisma/database'

/** A version as it was activated. */
export interface StoredVersion {
  readonly name: string
  readonly from: LocalDate
  readonly appliesToOpenWork: boolean
  /** Its rules, or why this program cannot read them. */
  readonly read: { readonly pack: PolicyPack } | { readonly problem: string }
}

interface VersionRow {
  readonly name: string
  readonly document: unknown
  readonly from: string
  readonly openWork: boolean
}

/** Every version that has been activated, in the order of their days; those of one day in the order in which they were activated. */
export async function storedVersions(tx: Transaction | Database): Promise<readonly StoredVersion[]> {
  const rows = await tx.$queryRaw<VersionRow[]>`
    select name, document, in_force_from::text as "from", applies_to_open_work as "openWork"
    from policy_version order by in_force_from, number`
  return rows.map(({ name, document, from, openWork }) => ({
    ...{ name, from: isoDay(from), appliesToOpenWork: openWork, read: readPack(document) },
  }))
}

function readPack(document: unknown): StoredVersion['read'] {
  const result = storedPackSchema.safeParse(document)
  if (result.success) return { pack: result.data }
  const [issue] = result.error.issues
  return { problem: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` }
}
