import { workingDaysAfter } from '../../domain/calendar/workingDays'
import type { Family } from './story'

/** The assessment after a referral: four in five within 45 working days. Open while its day has not come. */
export function addAssessment({
  tables,
  random,
  calendar,
  today,
  story,
  referred,
  team,
  worker,
  siblings,
}: Family): void {
  const started = workingDaysAfter(1, referred, calendar)
  const days = random.percent(82) ? random.between(20, 44) : random.between(46, 55)
  const authorised = workingDaysAfter(days, referred, calendar)
  const done = story !== 'assessment' && story !== 'unheld' && !authorised.isAfter(today)
  for (const { id, referral, unborn } of siblings) {
    const assessment = tables.id()
    tables.add('ssd_cin_assessments', {
      cina_assessment_id: assessment,
      cina_person_id: id,
      cina_referral_id: referral,
      cina_assessment_start_date: (started.isAfter(today) ? today : started).toString(),
      cina_assessment_child_seen: done && !unborn ? 'Y' : '',
      cina_assessment_auth_date: done ? authorised.toString() : '',
      cina_assessment_outcome_json: done ? '{"PROV_OF_SERVICES_FLAG":"Y"}' : '',
      cina_assessment_outcome_nfa: done ? 'N' : '',
      cina_assessment_team: team.id,
      cina_assessment_worker_id: worker.id,
    })
    if (!done) continue
    tables.add('ssd_assessment_factors', {
      cinf_table_id: tables.id(),
      cinf_assessment_id: assessment,
      cinf_assessment_factors_json: random.pick(['["3B", "16A"]', '["3B", "4B", "17A"]', '["2B", "16A"]']),
    })
  }
}
