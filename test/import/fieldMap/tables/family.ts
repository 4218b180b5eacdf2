import { used, type TableUse } from '../fieldUse'

const NO_FAMILY = ['warning ssd_person.pers_person_id', 'case id', 'case sourceId', 'case ref'] as const

export const family: TableUse<'ssd_family'> = {
  fami_table_id: used('The row, as findings name it. Of two rows with one id the first stands.', {
    row: '1002',
    to: '1001',
    changes: ['rejected ssd_family.fami_table_id', ...NO_FAMILY],
  }),
  fami_family_id: used(
    'The case: children of one family are one case, and `N-` before this id is its reference. A row without it is left out; the child becomes a case of its own.',
    { row: '1001', to: '777', changes: ['case id', 'case sourceId', 'case ref'] },
    { row: '1001', to: '500', changes: ['case', 'case children'] },
    { row: '1002', to: '', changes: ['rejected ssd_family.fami_family_id', ...NO_FAMILY] },
  ),
  fami_person_id: used(
    'Which child belongs to the family. A child in two families stays in the first.',
    { row: '1002', to: '101', changes: ['warning ssd_family.fami_family_id', ...NO_FAMILY] },
    { row: '1002', to: '999', changes: ['rejected ssd_family.fami_person_id', ...NO_FAMILY] },
  ),
}
