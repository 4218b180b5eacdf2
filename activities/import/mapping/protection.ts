import { categoryOf } from './category'
import { event, eventId, firstSeen, outcomeFlag, type MapRow } from './mapContext'

/** `ssd_s47_enquiry`: the enquiry starts with its strategy discussion. */
export const enquiry: MapRow = (row, read) => {
  const child = read.text('s47e_person_id')
  const started = read.day('s47e_s47_start_date')
  const ended = read.dayOrNull('s47e_s47_end_date', started)
  const events = [event(row, child, 'strategy-discussion', started, { opensSection47: true })]
  if (ended === null) return events
  const conference = outcomeFlag(read.text('s47e_s47_outcome_json'), 'CP_CONFERENCE_FLAG') || !read.flag('s47e_s47_nfa')
  const data = {
    enquiry: eventId(row.table, row.id, 'strategy-discussion'),
    outcome: conference ? ('conference' as const) : ('no-conference' as const),
  }
  return [...events, event(row, child, 'section-47-ended', ended, data)]
}

/** `ssd_initial_cp_conference`: one without a date has been called for and not held. A transfer-in is notified on the day of its referral. */
export const conference: MapRow = (row, read, { referralDate }) => {
  const child = read.text('icpc_person_id')
  const held = read.dayOrNull('icpc_icpc_date')
  const outcome = read.flag('icpc_icpc_outcome_cp_flag') ? ('plan' as const) : ('no-plan' as const)
  const meeting = read.text('icpc_icpc_meeting_id')
  const data = { outcome, ...(meeting === '' ? {} : { meeting }) }
  if (!read.flag('icpc_icpc_transfer_in')) return held === null ? [] : [event(row, child, 'icpc-held', held, data)]
  const notified = referralDate.get(read.text('icpc_referral_id'))
  return [
    ...(notified === undefined ? [] : [event(row, child, 'transfer-in-notified', notified, {})]),
    ...(held === null ? [] : [event(row, child, 'transfer-in-conference-held', held, data)]),
  ]
}

/** A category whose code does not exist: the one the plan began with is no longer known to hold. */
const NOT_KNOWN = 'not known'

/**
 * `ssd_cp_plans`: another authority's plan starts no clock of ours. Why a plan ended is not in the extract; other rows may show it. Nor is
 * the day on which its category changed: that of the first extract which shows it, or of the plan's end.
 */
export const protectionPlan: MapRow = (row, read, { asAt, endedByReview, whyEnded, plansBefore }) => {
  const child = read.text('cppl_person_id')
  const started = read.day('cppl_cp_plan_start_date')
  const ended = read.dayOrNull('cppl_cp_plan_end_date', started)
  const other = read.flag('cppl_cp_plan_ola')
  const category = categoryOf(read.text('cppl_cp_plan_initial_category'))
  const events = [
    event(row, child, 'plan-started', started, {
      plan: 'cpp',
      authority: other ? 'other' : 'ours',
      previousPlans: plansBefore(child, started),
      ...(category === undefined ? {} : { category }),
    }),
  ]
  const code = read.text('cppl_cp_plan_latest_category')
  const latest = code === '' ? undefined : (categoryOf(code) ?? NOT_KNOWN)
  if (latest !== undefined && latest !== (category ?? NOT_KNOWN) && !other)
    events.push(firstSeen(event(row, child, 'category-changed', ended ?? asAt, { category: latest })))
  if (ended === null) return events
  const reason = endedByReview.has(`${row.id}|${ended}`)
    ? ('review' as const)
    : (whyEnded(child, ended) ?? ('not-known' as const))
  return [
    ...events,
    event(row, child, 'plan-ended', ended, { plan: 'cpp', of: eventId(row.table, row.id, 'plan-started'), reason }),
  ]
}

/**
 * `ssd_cp_reviews`: the open row of a plan (a due date, no review date) is no event; the clock starts from what was held. An outcome that
 * was not recorded ends no plan.
 */
export const review: MapRow = (row, read) => {
  const held = read.dayOrNull('cppr_cp_review_date')
  if (held === null) return []
  const quorate = read.text('cppr_cp_review_quorate').toUpperCase()
  const participation = read.text('cppr_cp_review_participation')
  const meeting = read.text('cppr_cp_review_meeting_id')
  return [
    event(row, read.text('cppr_person_id'), 'review-held', held, {
      outcome: read.text('cppr_cp_review_outcome_continue_cp').toUpperCase() === 'N' ? 'end' : 'continue',
      ...(quorate === '' ? {} : { quorate: quorate === 'Y' }),
      ...(participation === '' ? {} : { participation }),
      ...(meeting === '' ? {} : { meeting }),
    }),
  ]
}

/** `ssd_cin_plans` */
export const needPlan: MapRow = (row, read, { whyEnded }) => {
  const child = read.text('cinp_person_id')
  const started = read.day('cinp_cin_plan_start_date')
  const ended = read.dayOrNull('cinp_cin_plan_end_date', started)
  const start = event(row, child, 'plan-started', started, { plan: 'cin' })
  if (ended === null) return [start]
  const reason = whyEnded(child, ended) ?? ('not-known' as const)
  return [start, event(row, child, 'plan-ended', ended, { plan: 'cin', of: start.id, reason })]
}

const visit =
  (prefix: 'cppv_cp' | 'cinv_cin', child: string): MapRow =>
  (row, read) => [
    event(row, read.text(child), 'visit-made', read.day(`${prefix}_visit_date`), {
      seen: read.flag(`${prefix}_visit_seen`),
      seenAlone: read.flag(`${prefix}_visit_seen_alone`),
    }),
  ]

/** `ssd_cp_visits`, `ssd_cin_visits` */
export const protectionVisit = visit('cppv_cp', 'cppv_person_id')
export const needVisit = visit('cinv_cin', 'cinv_person_id')

const LOOKED_AFTER = new Set(['C1', 'C2', 'E1', 'V2'])

export const makesLookedAfter = (legalStatus: string): boolean => LOOKED_AFTER.has(legalStatus)

/** `ssd_legal_status`: police protection and emergency orders make no child looked after in the sense of a status. */
export const legalStatus: MapRow = (row, read) => {
  if (!makesLookedAfter(read.text('lega_legal_status'))) return []
  const child = read.text('lega_person_id')
  const started = read.day('lega_legal_status_start_date')
  const ended = read.dayOrNull('lega_legal_status_end_date', started)
  const start = event(row, child, 'looked-after-started', started, {})
  return ended === null ? [start] : [start, event(row, child, 'looked-after-ended', ended, {})]
}
