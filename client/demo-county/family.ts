import type { LocalDate } from '@js-joda/core'
import { lastWorkingDayUpTo, workingDaysAfter } from '../../domain/calendar/workingDays'
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import type { CountyTables } from './countyTables'
import type { Chance } from './random'
import type { Staff } from './staff'

const FORENAMES = [
  'Pebble',
  'Lantern',
  'Saffron',
  'Comet',
  'Bramble',
  'Velvet',
  'Marble',
  'Tinsel',
  'Acorn',
  'Ripple',
  'Cobalt',
  'Thimble',
]
const SURNAMES = [
  'Mockford',
  'Samplewood',
  'Placeholm',
  'Testerby',
  'Dummerfield',
  'Fictonshaw',
  'Notreal',
  'Inventham',
  'Madeup',
  'Pretendly',
]

export type Story = 'closed' | 'assessment' | 'need' | 'protection' | 'waiting' | 'transfer' | 'unheld'

export interface FamilyInput {
  readonly tables: CountyTables
  readonly random: Chance
  readonly staff: Staff
  readonly calendar: WorkingCalendar
  readonly today: LocalDate
  readonly story: Story
}

interface Sibling {
  readonly id: string
  readonly referral: string
}

const NEGLECT = ['NEG', 'NEG', 'NEG', 'EMO', 'EMO', 'PHY']

/** One family with its siblings, who share their referral, conference and plan dates. Nothing lies after today but due dates. */
export function addFamily(input: FamilyInput): void {
  const { tables, random, staff, calendar, today, story } = input
  const daysAgo = {
    closed: random.between(300, 800),
    assessment: random.between(3, 75),
    need: random.between(80, 300),
    protection: random.between(60, 560),
    waiting: random.between(22, 34),
    transfer: random.between(50, 200),
    unheld: random.between(2, 9),
  }[story]
  const referred = lastWorkingDayUpTo(today.minusDays(daysAgo), calendar)
  const closedOn = story === 'closed' ? lastWorkingDayUpTo(referred.plusDays(random.between(40, 200)), calendar) : null
  const team = random.pick(staff.teams)
  const worker = random.pick(random.percent(4) ? team.workers : team.workers.filter(({ left }) => !left))
  const family = tables.id()
  const siblings = Array.from({ length: random.pick([1, 1, 2, 2, 2, 3, 4]) }, (_, index): Sibling => {
    const id = tables.id()
    const unborn = index === 0 && random.percent(6)
    tables.add('ssd_person', {
      pers_person_id: id,
      pers_forename: unborn ? 'Unborn' : random.pick(FORENAMES),
      pers_surname: random.pick(SURNAMES),
      pers_sex: unborn ? 'U' : random.pick(['F', 'M']),
      ...(unborn
        ? { pers_expected_dob: text(today.plusDays(random.between(20, 120))) }
        : { pers_dob: text(referred.minusDays(random.between(300, 5200))) }),
    })
    tables.add('ssd_family', { fami_table_id: tables.id(), fami_family_id: family, fami_person_id: id })
    const referral = tables.id()
    tables.add('ssd_contacts', {
      cont_contact_id: tables.id(),
      cont_person_id: id,
      cont_contact_date: text(referred),
      cont_contact_source_code: '2A',
    })
    tables.add('ssd_cin_episodes', {
      cine_referral_id: referral,
      cine_person_id: id,
      cine_referral_date: text(referred),
      cine_referral_source_code: random.pick(['1A', '2A', '3B', '6']),
      cine_referral_nfa: 'N',
      cine_referral_team: staff.frontDoor,
      ...(closedOn === null ? {} : { cine_close_date: text(closedOn), cine_close_reason: 'RC7' }),
    })
    return { id, referral }
  })
  if (story !== 'unheld') {
    for (const { id, referral } of siblings)
      involve(tables, 'Allocated Case Worker', worker.id, team.id, id, referral, referred.plusDays(1), closedOn)
  }
  if (story !== 'transfer')
    assess(input, siblings, referred, {
      open: story === 'assessment' || story === 'unheld',
      team: team.id,
      worker: worker.id,
    })
  if (story === 'need' || story === 'closed') need(input, siblings, referred.plusDays(30), closedOn)
  if (story === 'protection' || story === 'waiting' || story === 'transfer') protect(input, siblings, referred, team.id)
}

const text = (day: LocalDate): string => day.toString()

function involve(
  tables: CountyTables,
  role: string,
  professional: string,
  team: string,
  child: string,
  referral: string,
  from: LocalDate,
  to: LocalDate | null,
): void {
  tables.add('ssd_involvements', {
    invo_involvements_id: tables.id(),
    invo_professional_id: professional,
    invo_professional_role_id: role,
    invo_professional_team: team,
    invo_person_id: child,
    invo_involvement_start_date: text(from),
    invo_involvement_end_date: to === null ? '' : text(to),
    invo_referral_id: referral,
  })
}

function assess(
  { tables, random, calendar, today }: FamilyInput,
  siblings: readonly Sibling[],
  referred: LocalDate,
  { open, team, worker }: { open: boolean; team: string; worker: string },
): void {
  const started = referred.plusDays(1)
  const authorised = workingDaysAfter(
    random.percent(82) ? random.between(20, 44) : random.between(46, 60),
    referred,
    calendar,
  )
  for (const { id, referral } of siblings) {
    const assessment = tables.id()
    const done = !open && !authorised.isAfter(today)
    tables.add('ssd_cin_assessments', {
      cina_assessment_id: assessment,
      cina_person_id: id,
      cina_referral_id: referral,
      cina_assessment_start_date: text(started.isAfter(today) ? today : started),
      cina_assessment_auth_date: done ? text(authorised) : '',
      cina_assessment_team: team,
      cina_assessment_worker_id: worker,
    })
    if (done)
      tables.add('ssd_assessment_factors', {
        cinf_table_id: tables.id(),
        cinf_assessment_id: assessment,
        cinf_assessment_factors_json: '["3B", "16A"]',
      })
  }
}

function need(input: FamilyInput, siblings: readonly Sibling[], from: LocalDate, to: LocalDate | null): void {
  const { tables, random, calendar, today } = input
  const started = lastWorkingDayUpTo(from, calendar)
  for (const { id, referral } of siblings) {
    const plan = tables.id()
    tables.add('ssd_cin_plans', {
      cinp_cin_plan_id: plan,
      cinp_referral_id: referral,
      cinp_person_id: id,
      cinp_cin_plan_start_date: text(started),
      cinp_cin_plan_end_date: to === null ? '' : text(to),
    })
    for (
      let day = started.plusDays(random.between(10, 25));
      !day.isAfter(to ?? today);
      day = day.plusDays(random.between(14, 28))
    ) {
      tables.add('ssd_cin_visits', {
        cinv_cin_visit_id: tables.id(),
        cinv_person_id: id,
        cinv_cin_plan_id: plan,
        cinv_cin_visit_date: text(lastWorkingDayUpTo(day, calendar)),
        cinv_cin_visit_seen: 'Y',
        cinv_cin_visit_seen_alone: random.pick(['Y', 'N']),
      })
    }
  }
}

function protect(input: FamilyInput, siblings: readonly Sibling[], referred: LocalDate, team: string): void {
  const { tables, random, staff, calendar, today, story } = input
  const transfer = story === 'transfer'
  const strategy = transfer ? referred : workingDaysAfter(random.between(2, 8), referred, calendar)
  const target = workingDaysAfter(15, strategy, calendar)
  const held =
    story === 'waiting'
      ? null
      : workingDaysAfter(random.percent(85) ? random.between(9, 15) : random.between(16, 20), strategy, calendar)
  const conference = held === null || held.isAfter(today) ? null : held
  const meeting = tables.id()
  const chair = random.pick(staff.chairs)
  const reviews = conference === null ? [] : reviewDays(input, conference)
  const category = random.pick(NEGLECT)
  for (const { id, referral } of siblings) {
    const enquiry = transfer ? '' : tables.id()
    if (!transfer) {
      tables.add('ssd_s47_enquiry', {
        s47e_s47_enquiry_id: enquiry,
        s47e_referral_id: referral,
        s47e_person_id: id,
        s47e_s47_start_date: text(strategy),
        s47e_s47_end_date: text(conference ?? (strategy.plusDays(7).isAfter(today) ? today : strategy.plusDays(7))),
        s47e_s47_nfa: 'N',
        s47e_s47_outcome_json: '{"CP_CONFERENCE_FLAG":"Y"}',
      })
    }
    const icpc = tables.id()
    const plan = tables.id()
    tables.add('ssd_initial_cp_conference', {
      icpc_icpc_id: icpc,
      icpc_icpc_meeting_id: meeting,
      icpc_s47_enquiry_id: enquiry,
      icpc_person_id: id,
      icpc_cp_plan_id: conference === null ? '' : plan,
      icpc_referral_id: referral,
      icpc_icpc_transfer_in: transfer ? 'Y' : 'N',
      icpc_icpc_target_date: text(target),
      icpc_icpc_date: conference === null ? '' : text(conference),
      icpc_icpc_outcome_cp_flag: conference === null ? '' : 'Y',
      icpc_icpc_outcome_json: conference === null ? '' : '{"CP_FLAG":"Y"}',
      icpc_icpc_team: team,
    })
    if (conference === null) continue
    tables.add('ssd_cp_plans', {
      cppl_cp_plan_id: plan,
      cppl_referral_id: referral,
      cppl_icpc_id: icpc,
      cppl_person_id: id,
      cppl_cp_plan_start_date: text(conference),
      cppl_cp_plan_ola: 'N',
      cppl_cp_plan_initial_category: category,
      cppl_cp_plan_latest_category: category,
    })
    involve(tables, 'Child Protection Conference Chair', chair, team, id, referral, conference, null)
    for (const { due, on, meeting: held } of reviews) {
      tables.add('ssd_cp_reviews', {
        cppr_cp_review_id: tables.id(),
        cppr_person_id: id,
        cppr_cp_plan_id: plan,
        cppr_cp_review_due: text(due),
        cppr_cp_review_date: on === null ? '' : text(on),
        cppr_cp_review_meeting_id: on === null ? '' : held,
        cppr_cp_review_outcome_continue_cp: on === null ? '' : 'Y',
        cppr_cp_review_quorate: on === null ? '' : 'Y',
        cppr_cp_review_participation: on === null ? '' : 'PN6',
      })
    }
    for (
      let day = conference.plusDays(random.between(3, 9));
      !day.isAfter(today);
      day = day.plusDays(random.percent(92) ? random.between(6, 12) : random.between(14, 22))
    ) {
      tables.add('ssd_cp_visits', {
        cppv_cp_visit_id: tables.id(),
        cppv_person_id: id,
        cppv_cp_plan_id: plan,
        cppv_cp_visit_date: text(lastWorkingDayUpTo(day, calendar)),
        cppv_cp_visit_seen: random.percent(94) ? 'Y' : 'N',
        cppv_cp_visit_seen_alone: random.pick(['Y', 'N']),
      })
    }
  }
}

/** The reviews of a plan, all held but the open one. One plan in eight has missed its last one. */
function reviewDays(
  { tables, random, calendar, today }: FamilyInput,
  conference: LocalDate,
): { due: LocalDate; on: LocalDate | null; meeting: string }[] {
  const found: { due: LocalDate; on: LocalDate | null; meeting: string }[] = []
  const missed = random.percent(12)
  for (let last = conference, months = 3; ; months = 6) {
    const due = last.plusMonths(months)
    const on = lastWorkingDayUpTo(due.minusDays(random.between(0, 14)), calendar)
    const held = !on.isAfter(today) && !(missed && due.isBefore(today) && due.plusMonths(6).isAfter(today))
    found.push({ due, on: held ? on : null, meeting: tables.id() })
    if (!held) return found
    last = on
  }
}
