import type { SsdRow } from './ssdRow'
import type { SsdTable } from './ssdTables'

/** What every row that becomes events has in common: a child, a day, perhaps an end, perhaps a plan it belongs to. */
export interface RowShape {
  readonly child: string
  /** The day it happened or began. */
  readonly on: string
  /** The day may be missing: it has not been held yet. */
  readonly ahead?: true
  readonly until?: string
  /** The record it belongs to. */
  readonly of?: readonly [field: string, table: SsdTable]
}

export const ROW_SHAPES = {
  ssd_contacts: { child: 'cont_person_id', on: 'cont_contact_date' },
  ssd_cin_episodes: { child: 'cine_person_id', on: 'cine_referral_date', until: 'cine_close_date' },
  ssd_involvements: { child: 'invo_person_id', on: 'invo_involvement_start_date', until: 'invo_involvement_end_date' },
  ssd_cin_assessments: {
    child: 'cina_person_id',
    on: 'cina_assessment_start_date',
    until: 'cina_assessment_auth_date',
  },
  ssd_s47_enquiry: { child: 's47e_person_id', on: 's47e_s47_start_date', until: 's47e_s47_end_date' },
  ssd_initial_cp_conference: { child: 'icpc_person_id', on: 'icpc_icpc_date', ahead: true },
  ssd_cp_plans: { child: 'cppl_person_id', on: 'cppl_cp_plan_start_date', until: 'cppl_cp_plan_end_date' },
  ssd_cp_reviews: {
    child: 'cppr_person_id',
    on: 'cppr_cp_review_date',
    ahead: true,
    of: ['cppr_cp_plan_id', 'ssd_cp_plans'],
  },
  ssd_cp_visits: { child: 'cppv_person_id', on: 'cppv_cp_visit_date', of: ['cppv_cp_plan_id', 'ssd_cp_plans'] },
  ssd_cin_plans: { child: 'cinp_person_id', on: 'cinp_cin_plan_start_date', until: 'cinp_cin_plan_end_date' },
  ssd_cin_visits: { child: 'cinv_person_id', on: 'cinv_cin_visit_date', of: ['cinv_cin_plan_id', 'ssd_cin_plans'] },
  ssd_legal_status: {
    child: 'lega_person_id',
    on: 'lega_legal_status_start_date',
    until: 'lega_legal_status_end_date',
  },
} as const satisfies Partial<Record<SsdTable, RowShape>>

/** A table whose rows become events. In the order in which one day's events are kept. */
export type EventTable = keyof typeof ROW_SHAPES

export const EVENT_TABLES = Object.keys(ROW_SHAPES) as readonly EventTable[]

/** The rows of each of these tables that can be taken. */
export type EventRows = ReadonlyMap<EventTable, readonly SsdRow[]>
