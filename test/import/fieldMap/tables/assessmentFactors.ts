import { notUsed, used, type TableUse } from '../fieldUse'

export const assessmentFactors: TableUse<'ssd_assessment_factors'> = {
  cinf_table_id: used('The row, as findings name it. Rows are counted; of two rows with one id the first stands.', {
    row: 'f2',
    to: 'f1',
    changes: ['rejected ssd_assessment_factors.cinf_table_id'],
  }),
  cinf_assessment_id: notUsed('Nothing is kept of the row, so nothing needs its assessment.', 'a1', 'a2'),
  cinf_assessment_factors_json: notUsed(
    'What the assessment found about a family. No deadline depends on it, so it is not kept.',
    '["3B","4B"]',
    '["21"]',
  ),
}
