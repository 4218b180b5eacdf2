import { ONE_CHILD, type Rows } from './smallExtract'

const CHILD = '100'

/** One child on a plan whose first review was held on a day (ISO), with a worker, a team manager above and a chair. Nothing is late at the end of 2026 but what the rows leave out. */
export const reviewedPlan = (reviewHeldOn: string): Rows => ({
  ssd_professionals: [
    ...ONE_CHILD.ssd_professionals,
    staff('20', 'Lark Inkpot', 'Team Manager'),
    staff('30', 'Finch Blotter', 'Conference Chair'),
    staff('40', 'Heron Ledger', 'Service Manager'),
  ],
  ssd_involvements: [
    involved('i1', '10', 'Allocated Case Worker'),
    involved('i2', '30', 'Child Protection Conference Chair'),
  ],
  ssd_cin_episodes: [
    {
      cine_referral_id: 'r1',
      cine_person_id: CHILD,
      cine_referral_date: '2026-03-02',
      cine_referral_source_code: '6',
      cine_referral_nfa: 'N',
      cine_referral_team: '2',
    },
  ],
  ssd_cin_assessments: [
    {
      cina_assessment_id: 'a1',
      cina_person_id: CHILD,
      cina_referral_id: 'r1',
      cina_assessment_start_date: '2026-03-03',
      cina_assessment_auth_date: '2026-04-20',
    },
  ],
  ssd_s47_enquiry: [
    {
      s47e_s47_enquiry_id: 's1',
      s47e_person_id: CHILD,
      s47e_s47_start_date: '2026-03-04',
      s47e_s47_end_date: '2026-03-12',
      s47e_s47_nfa: 'N',
      s47e_s47_outcome_json: '{"CP_CONFERENCE_FLAG":"Y"}',
    },
  ],
  ssd_initial_cp_conference: [
    {
      icpc_icpc_id: 'c1',
      icpc_icpc_meeting_id: 'm1',
      icpc_person_id: CHILD,
      icpc_referral_id: 'r1',
      icpc_icpc_transfer_in: 'N',
      icpc_icpc_date: '2026-03-18',
      icpc_icpc_outcome_cp_flag: 'Y',
    },
  ],
  ssd_cp_plans: [
    {
      cppl_cp_plan_id: 'p1',
      cppl_person_id: CHILD,
      cppl_cp_plan_start_date: '2026-03-18',
      cppl_cp_plan_ola: 'N',
      cppl_cp_plan_initial_category: 'NEG',
    },
  ],
  ssd_cp_reviews: [
    {
      cppr_cp_review_id: 'v1',
      cppr_person_id: CHILD,
      cppr_cp_plan_id: 'p1',
      cppr_cp_review_date: reviewHeldOn,
      cppr_cp_review_outcome_continue_cp: 'Y',
    },
  ],
})

const staff = (id: string, name: string, title: string): Readonly<Record<string, string>> => ({
  prof_professional_id: id,
  prof_staff_id: `S${id}`,
  prof_professional_name: name,
  prof_professional_job_title: title,
  prof_professional_department: 'Team North',
})

const involved = (id: string, professional: string, role: string): Readonly<Record<string, string>> => ({
  invo_involvements_id: id,
  invo_professional_id: professional,
  invo_professional_role_id: role,
  invo_professional_team: '2',
  invo_person_id: CHILD,
  invo_involvement_start_date: '2026-03-02',
})
