import type { Database } from '../../../prisma/database'

export interface PolicyRow {
  readonly name: string
  readonly from: string
  readonly openWork: boolean
  readonly activatedBy: string
  readonly activatedAt: Date
  /** Of a council's own version. */
  readonly approvedBy: { readonly name: string; readonly post: string; readonly on: string } | null
}

/** Every version of the rules that was put into force, the newest first. */
export const policyVersions = (db: Database): Promise<PolicyRow[]> => db.$queryRaw<PolicyRow[]>`
  select v.name, v.in_force_from::text as from, v.applies_to_open_work as "openWork", p.name as "activatedBy", v.activated_at as "activatedAt",
    v.overlay->'approvedBy' as "approvedBy"
  from policy_version v join person p on p.id = v.activated_by order by v.in_force_from desc, v.number desc limit 100`
