/** Whether a team is asked for: the text is part of its name. */
export const isOf = (team: string, wanted: string | undefined): boolean =>
  wanted === undefined || team.toLowerCase().includes(wanted.toLowerCase())
