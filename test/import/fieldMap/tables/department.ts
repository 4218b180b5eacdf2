import { notUsed, used, type TableUse } from '../fieldUse'

const DEPARTMENT = 'warning ssd_professionals.prof_professional_department'

export const department: TableUse<'ssd_department'> = {
  dept_team_id: used(
    "The team. Workers, cases and the teams below it name it; a team that is not here is nobody's, with a finding.",
    { to: '9', changes: ['team id', 'team sourceId'] },
    {
      row: '2',
      to: '9',
      changes: [
        ...(['team id', 'team sourceId', 'person teamId', 'person roles', 'case teamId'] as const),
        'warning ssd_involvements.invo_professional_team',
      ],
    },
  ),
  dept_team_name: used(
    'The name of the team. Workers name their team by it, not by its id: renamed here and not there, they have no team.',
    { to: 'Team Far West', changes: ['team name'] },
    { row: '2', to: 'Team Far North', changes: ['team name', 'person teamId', 'person roles', DEPARTMENT] },
  ),
  dept_team_parent_id: used(
    'The team above, whose managers are told when nobody acts. One that is not in this table counts as none, with a finding.',
    { to: '3', changes: ['team parentId'] },
    { to: '99', changes: ['team parentId', 'warning ssd_department.dept_team_parent_id'] },
  ),
  dept_team_parent_name: notUsed(
    'The team above is found by its id and has its name in its own row.',
    'Service',
    'Nobody',
  ),
}
