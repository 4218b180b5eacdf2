/** Every kind of finding: what a data officer calls it, and what to do about it. */
export const FINDING_KINDS = {
  'unreadable-row': {
    title: 'Rows that cannot be read',
    remedy: 'Export the table again. If the same record comes back broken, correct its text upstream.',
  },
  'repeated-id': {
    title: 'One id, two different rows',
    remedy:
      'Find out upstream which row is the true one and remove or renumber the other. The first row stands meanwhile.',
  },
  'mangled-id': {
    title: 'Ids a spreadsheet has rewritten',
    remedy: 'Export again and do not open the file in a spreadsheet before it is imported.',
  },
  'wrong-encoding': {
    title: 'Letters that are no UTF-8',
    remedy: 'Export the table as UTF-8. The letters were read as Windows-1252 meanwhile.',
  },
  'missing-value': { title: 'Something is missing', remedy: 'Add the value upstream.' },
  'not-a-day': { title: 'Dates that do not exist or cannot be read', remedy: 'Write the date upstream as 2026-03-02.' },
  'future-day': { title: 'Dates that lie ahead of the extract', remedy: 'Correct the date upstream.' },
  'end-before-start': { title: 'Ends before it starts', remedy: 'Correct one of the two dates upstream.' },
  'unknown-record': {
    title: 'Rows that point to a record that is not there',
    remedy: 'Correct the id upstream, or export the missing record too.',
  },
  'overlapping-plans': {
    title: 'Two child protection plans of one child at once',
    remedy: 'End or remove one of the two upstream. The older plan keeps its clock meanwhile.',
  },
  'review-before-plan': { title: 'Reviews held before their plan began', remedy: 'Correct the date upstream.' },
  'half-recorded': {
    title: 'Half recorded',
    remedy: 'Add what is missing upstream; until then the clock keeps running.',
  },
  'wrong-code': { title: 'Codes that do not exist', remedy: 'Choose a code of the standard upstream.' },
  'not-a-working-day': { title: 'Conferences on days that are no working days', remedy: 'Check the date upstream.' },
  'no-birth-date': { title: 'Children without a date of birth', remedy: 'Add the date of birth, or the expected one.' },
  'past-eighteen': {
    title: 'Plans of people past eighteen',
    remedy: 'Check the date of birth, and end the plan upstream.',
  },
  formula: { title: 'Text a spreadsheet would run', remedy: 'Correct the name upstream. It is kept as text.' },
  'two-families': { title: 'Children in two families', remedy: 'Remove one of the two rows upstream.' },
  'no-family': { title: 'Children in no family', remedy: 'Add the child to its family upstream.' },
  'moved-family': {
    title: 'Children whose family changed',
    remedy: 'A case is not split or joined by an extract: ask the team, then correct upstream or move the child here.',
  },
  'unknown-worker': { title: 'Workers who are not in the staff list', remedy: 'Export the worker too.' },
  'shared-address': {
    title: 'Workers who would have one address',
    remedy: 'Give each a staff number of their own upstream. Until then none of them gets mail.',
  },
  'unknown-team': { title: 'Teams that are not in the list of departments', remedy: 'Export the department too.' },
  'unknown-element': {
    title: 'Elements of a census that Caseclock does not know',
    remedy: 'Nothing to do, unless it should have been read: newer years bring new elements.',
  },
  'two-values': { title: 'One element, two values', remedy: 'Correct the return: the first value stands meanwhile.' },
  'sources-disagree': {
    title: 'The census and the live extract disagree',
    remedy: 'Find out which is right and correct the other. The live extract stands meanwhile.',
  },
  vanished: {
    title: 'Records that are gone upstream',
    remedy: 'Ask the team. If the record was wrong, take its facts back here; if not, have it restored upstream.',
  },
  'moved-record': {
    title: 'Records that now belong to another child',
    remedy: 'Check that the new child is the right one. The facts moved with the record.',
  },
  'not-taken': {
    title: 'Cases that could not be brought up to date',
    remedy: 'Tell whoever looks after Caseclock, with the run and the record. Every import tries the case again.',
  },
  disagrees: {
    title: 'The extract and a person disagree',
    remedy: 'Find out which is true, then correct the other one. What the person recorded stands meanwhile.',
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly remedy: string }>>

export type FindingKind = keyof typeof FINDING_KINDS
