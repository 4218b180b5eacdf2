export interface Count {
  readonly text: string
  /** The list it counts. */
  readonly href: string
}

interface Counted {
  readonly late: number
  readonly week: number
  /** Of what is late: what a manager has been told of. */
  readonly told: number
  readonly summaries: number
}

/** The line on top: `2 things are late`, `5 due this week`, `Your manager has been told about 1`. Each leads to the list of just so many. */
export const countsOf = ({ late, week, told, summaries }: Counted): readonly Count[] => [
  {
    text: late === 0 ? 'Nothing is late' : late === 1 ? '1 thing is late' : `${String(late)} things are late`,
    href: '#late',
  },
  { text: week === 0 ? 'Nothing is due this week' : `${String(week)} due this week`, href: '#this-week' },
  ...(told === 0 ? [] : [{ text: `Your manager has been told about ${String(told)}`, href: '#told' }]),
  ...(summaries === 0
    ? []
    : [{ text: `${String(summaries)} ${summaries === 1 ? 'summary' : 'summaries'} to write`, href: '#summaries' }]),
]
