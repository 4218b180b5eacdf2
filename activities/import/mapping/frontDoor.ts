import { event, eventId, type MapRow } from './mapContext'

/** `ssd_contacts` */
export const contact: MapRow = (row, read) => {
  const source = read.text('cont_contact_source_code')
  return [
    event(row, read.text('cont_person_id'), 'contact-received', read.day('cont_contact_date'), {
      source: source === '' ? 'unknown' : source,
    }),
  ]
}

/**
 * `ssd_cin_episodes`: a referral counts as decided on its own date (no further action: on its closing date), so that importing day N equals
 * importing days 1 to N. Closing it closes the case for that child.
 */
export const referral: MapRow = (row, read) => {
  const child = read.text('cine_person_id')
  const received = read.day('cine_referral_date')
  const closed = read.dayOrNull('cine_close_date', received)
  const source = read.text('cine_referral_source_code')
  const nfa = read.text('cine_referral_nfa').toUpperCase()
  const of = eventId(row.table, row.id, 'referral-received')
  const events = [event(row, child, 'referral-received', received, { source: source === '' ? 'unknown' : source })]
  if (nfa === 'Y')
    return [
      ...events,
      event(row, child, 'referral-decided', closed ?? received, { referral: of, outcome: 'no-action' }),
    ]
  if (nfa === 'N' || closed !== null)
    events.push(event(row, child, 'referral-decided', received, { referral: of, outcome: 'accepted' }))
  if (closed !== null) events.push(event(row, child, 'case-closed', closed, { reason: read.text('cine_close_reason') }))
  return events
}

/** `ssd_cin_assessments`: one whose referral is not there answers the child's latest. */
export const assessment: MapRow = (row, read, { referralDate }) => {
  const child = read.text('cina_person_id')
  const started = read.day('cina_assessment_start_date')
  const authorised = read.dayOrNull('cina_assessment_auth_date', started)
  const events = [event(row, child, 'assessment-started', started, {})]
  if (authorised === null) return events
  const referralId = read.text('cina_referral_id')
  const data = !referralDate.has(referralId)
    ? {}
    : { referral: eventId('ssd_cin_episodes', referralId, 'referral-received') }
  return [...events, event(row, child, 'assessment-authorised', authorised, data)]
}
