import type { LocalDate } from '@js-joda/core'
import { lastWorkingDayUpTo, workingDaysAfter } from '../../domain/calendar/workingDays'
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import { addAssessment } from './assessment'
import type { CountyTables } from './countyTables'
import { involve } from './involve'
import { addNeedPlan } from './needPlan'
import { addProtection } from './protection'
import type { Chance } from './random'
import { addSiblings } from './siblings'
import type { Staff } from './staff'
import { referralDay, type Family, type Story } from './story'

export interface FamilyInput {
  readonly tables: CountyTables
  readonly random: Chance
  readonly staff: Staff
  readonly calendar: WorkingCalendar
  readonly today: LocalDate
  readonly story: Story
  /** A worker who has left may still hold the case: nobody has taken it over. */
  readonly heldBy: 'somebody' | 'a-leaver'
}

/** One family with its siblings, who share their referral, conference and plan dates. Nothing lies after today but due dates. */
export function addFamily({ heldBy, ...input }: FamilyInput): void {
  const { tables, random, staff, calendar, today, story } = input
  const referred = referralDay(input)
  const team = random.pick(staff.teams)
  const worker = random.pick(team.workers.filter(({ left }) => left === (heldBy === 'a-leaver')))
  const siblings = addSiblings({ tables, random, today, story, referred }).map((child) => ({
    ...child,
    referral: tables.id(),
  }))
  const visitedUntil = heldBy === 'a-leaver' ? today.minusDays(random.between(20, 30)) : today
  const family: Family = { ...input, referred, team, worker, siblings, visitedUntil }
  if (story !== 'transfer') addAssessment(family)
  const closedOn = whatFollowed(family)
  addReferral(family, closedOn)
  if (story === 'unheld') return
  const next = workingDaysAfter(1, referred, calendar)
  const from = next.isAfter(today) ? today : next
  for (const child of siblings) {
    involve(tables, child, {
      role: 'Allocated Case Worker',
      professional: worker.id,
      team: team.id,
      from,
      to: closedOn,
    })
  }
}

/** The plans after the assessment. Answers with the day on which the case was closed, if it was. */
function whatFollowed(family: Family): LocalDate | null {
  const { random, calendar, story, referred } = family
  const later = (day: LocalDate, least: number, most: number): LocalDate =>
    lastWorkingDayUpTo(day.plusDays(random.between(least, most)), calendar)
  switch (story) {
    case 'assessment':
    case 'unheld':
      return null
    case 'need':
      addNeedPlan(family, referred.plusDays(30), null)
      return null
    case 'closed': {
      const closedOn = later(referred, 90, 240)
      addNeedPlan(family, referred.plusDays(30), closedOn)
      return closedOn
    }
    case 'waiting':
    case 'protection':
    case 'review-missed':
    case 'transfer':
      addProtection(family)
      return null
    case 'stepped-down': {
      addNeedPlan(family, addProtection(family) ?? referred, null)
      return null
    }
    case 'protection-ended': {
      const ended = addProtection(family) ?? referred
      const closedOn = later(ended, 60, 80)
      addNeedPlan(family, ended, closedOn)
      return closedOn
    }
  }
}

const SOURCES = [
  ['1A', 'Individual - Family member/relative/carer'],
  ['2A', 'Schools'],
  ['3B', 'Health services - Health Visitor'],
  ['6', 'Police'],
] as const

function addReferral({ tables, random, staff, story, referred, siblings }: Family, closedOn: LocalDate | null): void {
  const [code, desc] =
    story === 'transfer' ? (['5C', 'Local authority services - other authority'] as const) : random.pick(SOURCES)
  const outcome = story === 'transfer' ? '{"CP_TRANSFER_IN_FLAG":"Y"}' : '{"SINGLE_ASSESSMENT_FLAG":"Y"}'
  for (const { id, referral } of siblings) {
    tables.add('ssd_contacts', {
      cont_contact_id: tables.id(),
      cont_person_id: id,
      cont_contact_date: referred.toString(),
      cont_contact_source_code: code,
      cont_contact_source_desc: desc,
      cont_contact_outcome_json: '{"NEW_REFERRAL_FLAG":"Y"}',
    })
    tables.add('ssd_cin_episodes', {
      cine_referral_id: referral,
      cine_person_id: id,
      cine_referral_date: referred.toString(),
      cine_cin_primary_need_code: 'N1',
      cine_referral_source_code: code,
      cine_referral_source_desc: desc,
      cine_referral_outcome_json: outcome,
      cine_referral_nfa: 'N',
      cine_close_reason: closedOn === null ? '' : 'RC7',
      cine_close_date: closedOn?.toString() ?? '',
      cine_referral_team: staff.frontDoor,
      cine_referral_worker_id: staff.frontDoorWorker,
    })
  }
}
