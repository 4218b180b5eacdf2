/** How much of the record a case summary is filled with. */
export const summaryNumbers = {
  /** Calendar months back, where a case was never discussed. */
  monthsWithoutDiscussion: 3,
  /** Calendar days: to the latest day of the next month's discussion. */
  daysAhead: 31,
  /** Lines of what was recorded; the newest are kept. */
  linesShown: 40,
  basis: 'product',
  source: 'Caseclock handbook, section 4: each case is discussed every month; these numbers are our own',
} as const
