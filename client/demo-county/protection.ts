import type { LocalDate } from '@js-joda/core'
import { workingDaysAfter } from '../../domain/calendar/workingDays'
import { involve } from './involve'
import { reviewDays, type Review } from './reviewDays'
import type { Family, Sibling } from './story'
import { visitDays } from './visitDays'

interface Ids {
  readonly enquiry: string
  readonly icpc: string
  readonly plan: string
}

interface Plan {
  readonly conference: LocalDate
  readonly category: string
  readonly endedOn: LocalDate | null
  readonly reviews: readonly (Review & { readonly meeting: string })[]
  readonly visits: readonly LocalDate[]
  readonly chair: string
}

const CATEGORIES = ['NEG', 'NEG', 'NEG', 'EMO', 'EMO', 'PHY', 'SAB']

/** Enquiry, conference and child protection plan of a family. Answers with the day on which the plan ended, if it has. */
export function addProtection(family: Family): LocalDate | null {
  const { tables, random, calendar, story, referred, siblings } = family
  const strategy = story === 'transfer' ? referred : workingDaysAfter(random.between(2, 8), referred, calendar)
  const plan = story === 'waiting' ? undefined : planFrom(family, strategy)
  const meeting = tables.id()
  for (const sibling of siblings) {
    const ids = {
      enquiry: story === 'transfer' ? '' : tables.id(),
      icpc: tables.id(),
      plan: plan === undefined ? '' : tables.id(),
    }
    if (ids.enquiry !== '') addEnquiry(family, sibling, ids, strategy)
    tables.add('ssd_initial_cp_conference', {
      icpc_icpc_id: ids.icpc,
      icpc_icpc_meeting_id: meeting,
      icpc_s47_enquiry_id: ids.enquiry,
      icpc_person_id: sibling.id,
      icpc_cp_plan_id: ids.plan,
      icpc_referral_id: sibling.referral,
      icpc_icpc_transfer_in: story === 'transfer' ? 'Y' : 'N',
      icpc_icpc_target_date: workingDaysAfter(15, strategy, calendar).toString(),
      icpc_icpc_date: plan?.conference.toString() ?? '',
      icpc_icpc_outcome_cp_flag: plan === undefined ? '' : 'Y',
      icpc_icpc_outcome_json: plan === undefined ? '' : '{"CP_FLAG":"Y"}',
      icpc_icpc_team: family.team.id,
      icpc_icpc_worker_id: family.worker.id,
    })
    if (plan !== undefined) addPlan(family, sibling, ids, plan)
  }
  return plan?.endedOn ?? null
}

function planFrom({ tables, random, calendar, today, story, staff, visitedUntil }: Family, strategy: LocalDate): Plan {
  const days = random.percent(85) ? random.between(9, 15) : random.between(16, 20)
  const conference = workingDaysAfter(days, strategy, calendar)
  const endsAt = story === 'stepped-down' ? 1 : story === 'protection-ended' ? random.between(1, 2) : undefined
  const latest = story === 'review-missed' ? 'missed' : 'held'
  const reviews = reviewDays({ random, calendar, today, conference, endsAt, latest }).map((review) => ({
    ...review,
    meeting: tables.id(),
  }))
  const endedOn = reviews.find(({ outcome }) => outcome === 'end')?.on ?? null
  const rhythm = { first: [3, 9], usual: [6, 12], late: [15, 22] } as const
  return {
    conference,
    category: random.pick(CATEGORIES),
    endedOn,
    reviews,
    visits: visitDays({ random, calendar, from: conference, to: endedOn ?? visitedUntil, rhythm }),
    chair: random.pick(staff.chairs),
  }
}

function addEnquiry(
  { tables, calendar, today, team, worker }: Family,
  { id, referral }: Sibling,
  ids: Ids,
  strategy: LocalDate,
): void {
  const ended = workingDaysAfter(6, strategy, calendar)
  tables.add('ssd_s47_enquiry', {
    s47e_s47_enquiry_id: ids.enquiry,
    s47e_referral_id: referral,
    s47e_person_id: id,
    s47e_s47_start_date: strategy.toString(),
    s47e_s47_end_date: (ended.isAfter(today) ? today : ended).toString(),
    s47e_s47_nfa: 'N',
    s47e_s47_outcome_json: '{"CP_CONFERENCE_FLAG":"Y"}',
    s47e_s47_completed_by_team: team.id,
    s47e_s47_completed_by_worker_id: worker.id,
  })
}

function addPlan({ tables, random, staff }: Family, child: Sibling, ids: Ids, plan: Plan): void {
  tables.add('ssd_cp_plans', {
    cppl_cp_plan_id: ids.plan,
    cppl_referral_id: child.referral,
    cppl_icpc_id: ids.icpc,
    cppl_person_id: child.id,
    cppl_cp_plan_start_date: plan.conference.toString(),
    cppl_cp_plan_end_date: plan.endedOn?.toString() ?? '',
    cppl_cp_plan_ola: 'N',
    cppl_cp_plan_initial_category: plan.category,
    cppl_cp_plan_latest_category: plan.category,
  })
  const role = 'Child Protection Conference Chair'
  involve(tables, child, {
    role,
    professional: plan.chair,
    team: staff.conferenceService,
    from: plan.conference,
    to: plan.endedOn,
  })
  for (const { due, on, outcome, meeting } of plan.reviews) {
    tables.add('ssd_cp_reviews', {
      cppr_cp_review_id: tables.id(),
      cppr_person_id: child.id,
      cppr_cp_plan_id: ids.plan,
      cppr_cp_review_due: due.toString(),
      ...(on === null
        ? {}
        : {
            cppr_cp_review_date: on.toString(),
            cppr_cp_review_meeting_id: meeting,
            cppr_cp_review_outcome_continue_cp: outcome === 'continue' ? 'Y' : 'N',
            cppr_cp_review_quorate: 'Y',
            cppr_cp_review_participation: random.pick(['PN0', 'PN1', 'PN5', 'PN6']),
          }),
    })
  }
  for (const day of plan.visits) {
    const seen = !child.unborn && random.percent(94)
    tables.add('ssd_cp_visits', {
      cppv_cp_visit_id: tables.id(),
      cppv_person_id: child.id,
      cppv_cp_plan_id: ids.plan,
      cppv_cp_visit_date: day.toString(),
      cppv_cp_visit_seen: seen ? 'Y' : 'N',
      cppv_cp_visit_seen_alone: seen ? random.pick(['Y', 'Y', 'N']) : 'N',
      cppv_cp_visit_bedroom: random.pick(['Y', 'N']),
    })
  }
  const afterwards = plan.conference.plusDays(random.between(30, 60))
  const lastDay = plan.visits.at(-1)
  if (
    plan.endedOn !== null ||
    child.unborn ||
    lastDay === undefined ||
    afterwards.isAfter(lastDay) ||
    !random.percent(5)
  )
    return
  tables.add('ssd_legal_status', {
    lega_legal_status_id: tables.id(),
    lega_person_id: child.id,
    lega_legal_status: 'V2',
    lega_legal_status_start_date: afterwards.toString(),
  })
}
