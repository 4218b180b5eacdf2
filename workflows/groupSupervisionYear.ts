import { continueAsNew } from '@temporalio/workflow'
import { clockLoop } from './clockLoop'
import { planning } from './planningActivities'

/** Keeps a team's year of group supervision: extended every night, planned again whenever something changed. Id `year/<team id>`. */
export async function groupSupervisionYear(teamId: string): Promise<void> {
  if ((await clockLoop(() => planning.planSupervisionYear({ teamId }))) === 'renew') {
    await continueAsNew<typeof groupSupervisionYear>(teamId)
  }
}
