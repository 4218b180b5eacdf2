/** What cases without a team are called, in lists and where a team is asked for. */
export const NO_TEAM = 'No team'
