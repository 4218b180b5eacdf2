import { flagNotUsed, notUsed, used, type TableUse } from '../fieldUse'

export const professionals: TableUse<'ssd_professionals'> = {
  prof_professional_id: used(
    'The worker. Involvements name their worker by it; one whom this table does not know is a finding.',
    { to: '19', changes: ['person id', 'person sourceId'] },
    {
      row: '10',
      to: '19',
      changes: ['person id', 'person sourceId', 'warning ssd_involvements.invo_professional_id'],
    },
  ),
  prof_staff_id: used(
    "The front part of the worker's e-mail address, for an extract holds none. Without it the worker's id is taken. Where two in post would have one address neither has any, with a finding.",
    { to: 'S77', changes: ['person staffId'] },
    { to: '', changes: ['person staffId'] },
    {
      to: 's12',
      changes: ['person staffId', 'person ownsAddress', 'warning ssd_professionals.prof_staff_id'],
    },
  ),
  prof_professional_name: used(
    "The worker's name. One that a spreadsheet would run as a formula is kept as text, with a finding.",
    { to: 'Lark Penholder', changes: ['person name'] },
    { to: '@SUM(1)', changes: ['person name', 'warning ssd_professionals.prof_professional_name'] },
  ),
  prof_social_worker_registration_no: notUsed('The registration number; no deadline depends on it.', 'SW99001'),
  prof_agency_worker_flag: flagNotUsed('An agency worker is reminded like anybody else.'),
  prof_professional_job_title: used(
    "The job title. It decides the worker's role for the team: who is told, who can see what. An unknown title brings no role.",
    { to: 'Team Manager', changes: ['person jobTitle', 'person roles'] },
    { to: 'Gardener', changes: ['person jobTitle', 'person roles'] },
  ),
  prof_professional_caseload: notUsed(
    'A number of last September; allocations show who holds which case today.',
    '14',
    '0',
  ),
  prof_professional_department: used(
    "The worker's team, by its name. `Leavers` means that the worker left: whatever was still open in that name ends on the day of the extract that shows it.",
    { to: 'Team South', changes: ['person teamId', 'person roles'] },
    { to: 'Leavers', changes: ['person teamId', 'person roles', 'person left'] },
    { row: '10', to: 'Leavers', changes: ['person teamId', 'person roles', 'person left', 'worker-ended'] },
    {
      to: 'Team Nroth',
      changes: ['person teamId', 'person roles', 'warning ssd_professionals.prof_professional_department'],
    },
  ),
  prof_full_time_equivalency: notUsed(
    'Hours change no deadline. That somebody left is shown by the department alone.',
    '0.0',
    '0.6',
  ),
}
