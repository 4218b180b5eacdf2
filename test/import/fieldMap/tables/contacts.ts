import { notUsed, outcomeNotUsed, used, type TableUse } from '../fieldUse'

export const contacts: TableUse<'ssd_contacts'> = {
  cont_contact_id: used('The row an event came from, so that importing it again adds nothing.', {
    to: 'k9',
    changes: ['contact-received record'],
  }),
  cont_person_id: used('The child.', { to: '101', changes: ['contact-received child'] }),
  cont_contact_date: used(
    'The day of the contact.',
    { to: '2026-02-26', changes: ['contact-received on'] },
    { to: '', changes: ['contact-received', 'rejected ssd_contacts.cont_contact_date'] },
  ),
  cont_contact_source_code: used('Who made contact. Empty counts as unknown.', {
    to: '2A',
    changes: ['contact-received source'],
  }),
  cont_contact_source_desc: notUsed('The same as the code, in words.', 'Police', 'School'),
  cont_contact_outcome_json: outcomeNotUsed(
    'What came of a contact shows in the rows that follow, first the referral.',
    'NEW_REFERRAL_FLAG',
  ),
}
