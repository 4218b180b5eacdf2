import { ONE_CHILD, type Rows } from '../smallExtract'

const outcome = JSON.stringify({ CP_CONFERENCE_FLAG: 'Y' })

/**
 * Three families on 20 November 2026. Child 100 is on a plan. Child 101 moved in on one, stepped down, and has an older one. Child 102 is not
 * born yet. A chair (12), workers (10, 13) and somebody who left (11).
 */
export const EXAMPLE_DAY = '2026-11-20'

const worker = (id: string, title: string, department: string) => ({
  prof_professional_id: id,
  prof_staff_id: `S${id}`,
  prof_professional_name: `Imaginary Worker ${id}`,
  prof_professional_job_title: title,
  prof_professional_department: department,
})

// prettier-ignore
export const EXAMPLE_ROWS: Rows = {
  ssd_department: [
    { dept_team_id: '4', dept_team_name: 'Team West', dept_team_parent_id: '1' },
    ...ONE_CHILD.ssd_department,
    { dept_team_id: '3', dept_team_name: 'Team South', dept_team_parent_id: '1' },
  ],
  ssd_professionals: [
    worker('13', 'Social Worker', 'Team North'), ...ONE_CHILD.ssd_professionals, worker('12', 'Independent Conference Chair', 'Service'),
  ],
  ssd_person: [
    ...ONE_CHILD.ssd_person,
    { pers_person_id: '101', pers_forename: 'Rowan', pers_surname: 'Mockworth', pers_dob: '2017-08-21' },
    { pers_person_id: '102', pers_forename: 'Unborn', pers_surname: 'Testington', pers_expected_dob: '2027-01-10' },
  ],
  ssd_family: [
    ...ONE_CHILD.ssd_family,
    { fami_table_id: '1001', fami_family_id: '501', fami_person_id: '101' },
    { fami_table_id: '1002', fami_family_id: '502', fami_person_id: '102' },
  ],
  ssd_involvements: [
    { invo_involvements_id: 'i1', invo_professional_id: '10', invo_professional_role_id: 'Allocated Case Worker', invo_professional_team: '2', invo_person_id: '100', invo_involvement_start_date: '2026-03-02' },
    { invo_involvements_id: 'i2', invo_professional_id: '10', invo_professional_role_id: 'Recovery Worker', invo_professional_team: '2', invo_person_id: '101', invo_involvement_start_date: '2025-04-01', invo_involvement_end_date: '2025-06-02' },
    { invo_involvements_id: 'i3', invo_professional_id: '12', invo_professional_role_id: 'Child Protection Conference Chair', invo_professional_team: '1', invo_person_id: '100', invo_involvement_start_date: '2026-03-18' },
    { invo_involvements_id: 'i4', invo_professional_id: '12', invo_professional_role_id: 'Allocated Case Worker', invo_professional_team: '3', invo_person_id: '101', invo_involvement_start_date: '2025-03-03', invo_involvement_end_date: '2026-01-05' },
  ],
  ssd_contacts: [{ cont_contact_id: 'k1', cont_person_id: '100', cont_contact_date: '2026-02-27', cont_contact_source_code: '6' }],
  ssd_cin_episodes: [
    { cine_referral_id: 'r1', cine_person_id: '100', cine_referral_date: '2026-03-02', cine_referral_source_code: '6', cine_referral_nfa: 'N', cine_referral_team: '3' },
    { cine_referral_id: 'r2', cine_person_id: '101', cine_referral_date: '2025-03-03', cine_referral_source_code: '5C', cine_referral_nfa: 'N', cine_close_reason: 'RC7', cine_close_date: '2026-01-05', cine_referral_team: '3' },
  ],
  ssd_assessment_factors: [{ cinf_table_id: 'f1', cinf_assessment_id: 'a1' }, { cinf_table_id: 'f2', cinf_assessment_id: 'a2' }],
  ssd_cin_assessments: [
    { cina_assessment_id: 'a1', cina_person_id: '100', cina_referral_id: 'r1', cina_assessment_start_date: '2026-03-03', cina_assessment_auth_date: '2026-04-20' },
    { cina_assessment_id: 'a2', cina_person_id: '101', cina_referral_id: 'r2', cina_assessment_start_date: '2026-11-02' },
  ],
  ssd_s47_enquiry: [
    { s47e_s47_enquiry_id: 'q1', s47e_person_id: '100', s47e_s47_start_date: '2026-03-04', s47e_s47_end_date: '2026-03-12', s47e_s47_nfa: 'N', s47e_s47_outcome_json: outcome },
    { s47e_s47_enquiry_id: 'q2', s47e_person_id: '101', s47e_s47_start_date: '2026-11-03' },
  ],
  ssd_initial_cp_conference: [
    { icpc_icpc_id: 'c1', icpc_icpc_meeting_id: 'm1', icpc_person_id: '100', icpc_referral_id: 'r1', icpc_icpc_transfer_in: 'N', icpc_icpc_date: '2026-03-18', icpc_icpc_outcome_cp_flag: 'Y' },
    { icpc_icpc_id: 'c2', icpc_icpc_meeting_id: 'm2', icpc_person_id: '101', icpc_referral_id: 'r2', icpc_icpc_transfer_in: 'Y', icpc_icpc_date: '2025-03-17', icpc_icpc_outcome_cp_flag: 'Y' },
    { icpc_icpc_id: 'c3', icpc_icpc_meeting_id: 'm3', icpc_person_id: '101', icpc_referral_id: 'r2', icpc_icpc_transfer_in: 'N' },
  ],
  ssd_cp_plans: [
    { cppl_cp_plan_id: 'p1', cppl_person_id: '100', cppl_cp_plan_start_date: '2026-03-18', cppl_cp_plan_ola: 'N', cppl_cp_plan_initial_category: 'NEG' },
    { cppl_cp_plan_id: 'p2', cppl_person_id: '101', cppl_cp_plan_start_date: '2025-03-17', cppl_cp_plan_end_date: '2025-09-01', cppl_cp_plan_ola: 'N', cppl_cp_plan_initial_category: 'EMO' },
    { cppl_cp_plan_id: 'p3', cppl_person_id: '101', cppl_cp_plan_start_date: '2024-01-10', cppl_cp_plan_end_date: '2024-06-03', cppl_cp_plan_ola: 'N', cppl_cp_plan_initial_category: 'EMO' },
  ],
  ssd_cp_reviews: [
    { cppr_cp_review_id: 'v1', cppr_person_id: '100', cppr_cp_plan_id: 'p1', cppr_cp_review_date: '2026-06-15', cppr_cp_review_meeting_id: 'm4', cppr_cp_review_outcome_continue_cp: 'Y', cppr_cp_review_quorate: 'Y', cppr_cp_review_participation: 'PN1' },
    { cppr_cp_review_id: 'v2', cppr_person_id: '101', cppr_cp_plan_id: 'p2', cppr_cp_review_date: '2025-09-01', cppr_cp_review_outcome_continue_cp: 'N' },
    { cppr_cp_review_id: 'v3', cppr_person_id: '100', cppr_cp_plan_id: 'p1', cppr_cp_review_due: '2026-12-15' },
  ],
  ssd_cp_visits: [{ cppv_cp_visit_id: 'w1', cppv_person_id: '100', cppv_cp_plan_id: 'p1', cppv_cp_visit_date: '2026-04-01', cppv_cp_visit_seen: 'Y', cppv_cp_visit_seen_alone: 'Y' }],
  ssd_cin_plans: [
    { cinp_cin_plan_id: 'n1', cinp_person_id: '101', cinp_cin_plan_start_date: '2025-09-01', cinp_cin_plan_end_date: '2026-01-05' },
    { cinp_cin_plan_id: 'n2', cinp_person_id: '101', cinp_cin_plan_start_date: '2026-03-02' },
  ],
  ssd_cin_visits: [{ cinv_cin_visit_id: 'u1', cinv_person_id: '101', cinv_cin_plan_id: 'n1', cinv_cin_visit_date: '2025-10-01', cinv_cin_visit_seen: 'Y', cinv_cin_visit_seen_alone: 'Y' }],
  ssd_legal_status: [{ lega_legal_status_id: 'l1', lega_person_id: '101', lega_legal_status: 'V2', lega_legal_status_start_date: '2026-01-12', lega_legal_status_end_date: '2026-02-02' }],
}
