import type { SsdTable } from '../../../activities/import/ssdTables'
import type { FieldUse, TableUse } from './fieldUse'
import { assessmentFactors } from './tables/assessmentFactors'
import { assessments } from './tables/assessments'
import { cinPlans } from './tables/cinPlans'
import { cinVisits } from './tables/cinVisits'
import { conferences } from './tables/conferences'
import { contacts } from './tables/contacts'
import { cpPlans } from './tables/cpPlans'
import { cpReviews } from './tables/cpReviews'
import { cpVisits } from './tables/cpVisits'
import { department } from './tables/department'
import { enquiries } from './tables/enquiries'
import { family } from './tables/family'
import { involvements } from './tables/involvements'
import { legalStatus } from './tables/legalStatus'
import { person } from './tables/person'
import { professionals } from './tables/professionals'
import { referrals } from './tables/referrals'

/** What becomes of every field of every table that is read. The page `docs/ssd-mapping.md` and its proofs are made from it. */
export const FIELD_MAP: { readonly [T in SsdTable]: TableUse<T> } = {
  ssd_person: person,
  ssd_family: family,
  ssd_department: department,
  ssd_professionals: professionals,
  ssd_involvements: involvements,
  ssd_contacts: contacts,
  ssd_cin_episodes: referrals,
  ssd_cin_assessments: assessments,
  ssd_assessment_factors: assessmentFactors,
  ssd_s47_enquiry: enquiries,
  ssd_initial_cp_conference: conferences,
  ssd_cp_plans: cpPlans,
  ssd_cp_reviews: cpReviews,
  ssd_cp_visits: cpVisits,
  ssd_cin_plans: cinPlans,
  ssd_cin_visits: cinVisits,
  ssd_legal_status: legalStatus,
}

/** The same, field by field. */
export const usesOf = (table: SsdTable): readonly (readonly [field: string, use: FieldUse])[] =>
  Object.entries(FIELD_MAP[table])

/** Tables of the standard that are not read at all, and why. Their files may lie in the folder. */
export const NOT_READ: Readonly<Record<string, string>> = {
  ssd_address: 'Addresses: no deadline depends on them, and what is not needed is not kept.',
  ssd_early_help_episodes: 'Early help, before a referral: none of the deadlines here has begun.',
  ssd_linked_identifiers: 'Numbers of other systems: the child is known by `pers_person_id`.',
  ssd_mother: 'Who is whose mother: families come from `ssd_family`.',
}
