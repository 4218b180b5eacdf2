import type { LocalDate } from '@js-joda/core'
import type { CountyTables } from './countyTables'

interface Involvement {
  readonly role: 'Allocated Case Worker' | 'Child Protection Conference Chair'
  readonly professional: string
  readonly team: string
  readonly from: LocalDate
  readonly to: LocalDate | null
}

/** Somebody who works with a child from one day on. */
export function involve(tables: CountyTables, child: { id: string; referral: string }, involvement: Involvement): void {
  const { role, professional, team, from, to } = involvement
  tables.add('ssd_involvements', {
    invo_involvements_id: tables.id(),
    invo_professional_id: professional,
    invo_professional_role_id: role,
    invo_professional_team: team,
    invo_person_id: child.id,
    invo_involvement_start_date: from.toString(),
    invo_involvement_end_date: to?.toString() ?? '',
    invo_worker_change_reason: role === 'Allocated Case Worker' ? 'FCONTA' : '',
    invo_referral_id: child.referral,
  })
}
