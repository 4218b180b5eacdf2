import { flagNotUsed, notUsed, used, type TableUse } from '../fieldUse'

const STATISTICS = 'Kept for statistics upstream; no deadline depends on it.'
const NO_DATE = 'warning ssd_person.pers_dob'
const FORMULA = '=HYPERLINK("https://example.org")'

export const person: TableUse<'ssd_person'> = {
  pers_legacy_id: notUsed('The number of an older system; the child is known by `pers_person_id`.', 'L-77'),
  pers_person_id: used(
    'The child. Every other row names its child by it; a row of a child who is not here is left out.',
    {
      row: '102',
      to: '902',
      changes: [
        ...(['child id', 'child sourceId', 'case id', 'case sourceId', 'case ref', 'case children'] as const),
        ...(['rejected ssd_family.fami_person_id', 'warning ssd_person.pers_person_id'] as const),
      ],
    },
  ),
  pers_upn: notUsed(
    'The pupil number. The child is known by `pers_person_id`; what no deadline needs is not kept.',
    'A999123456789',
  ),
  pers_forename: used(
    "The child's first name. One that a spreadsheet would run as a formula is kept as text, with a finding.",
    { to: 'Thyme', changes: ['child forename'] },
    { to: FORMULA, changes: ['child forename', 'warning ssd_person.pers_forename'] },
  ),
  pers_surname: used(
    "The child's surname. One that a spreadsheet would run as a formula is kept as text, with a finding.",
    { to: 'Mockworth', changes: ['child surname'] },
    { to: FORMULA, changes: ['child surname', 'warning ssd_person.pers_surname'] },
  ),
  pers_sex: notUsed(STATISTICS, 'M', 'F'),
  pers_gender: notUsed(STATISTICS, 'M', 'F'),
  pers_ethnicity: notUsed(STATISTICS, 'WBRI', 'NOBT'),
  pers_dob: used(
    'The date of birth. A plan that ended on the eighteenth birthday ended because of it; an open plan of somebody past eighteen is a finding, and so is a child with neither this date nor an expected one.',
    { to: '2019-04-03', changes: ['child bornOn'] },
    { to: '', changes: ['child bornOn', NO_DATE] },
    { to: '2008-04-02', changes: ['child bornOn', NO_DATE] },
    { row: '101', to: '2008-01-05', changes: ['child bornOn', 'plan-ended reason'] },
    { row: '102', to: '2026-11-10', changes: ['child bornOn', 'child expectedOn'] },
  ),
  pers_single_unique_id: notUsed(
    'The NHS number. The child is known by `pers_person_id`; what no deadline needs is not kept.',
    '9990000001',
  ),
  pers_upn_unknown: notUsed(STATISTICS, 'UN1', 'UN3'),
  pers_send_flag: flagNotUsed(STATISTICS),
  pers_expected_dob: used(
    'The expected date of birth of a child who is not born yet. Not looked at when there is a date of birth.',
    { row: '102', to: '2027-02-01', changes: ['child expectedOn'] },
    { row: '102', to: '', changes: ['child expectedOn', NO_DATE] },
    { row: '100', to: '2019-04-01', changes: [] },
  ),
  pers_death_date: used(
    'The day the child died: the child leaves the case, and a plan that ended on that day ended because of it.',
    { to: '2026-05-01', changes: ['child diedOn', 'child-left'] },
    { row: '101', to: '2026-01-05', changes: ['child diedOn', 'child-left', 'plan-ended reason'] },
  ),
  pers_is_mother: flagNotUsed('That the child is a mother. Her own child is a child of its own with its own dates.'),
  pers_nationality: notUsed(STATISTICS, 'GB'),
}
