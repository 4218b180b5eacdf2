import { ofKind, type ChildHistory, type End } from './childHistory'

/**
 * What was dropped because another one of its kind ran, once that one has ended: the first that has not itself ended by then, folded anew. Those before
 * it are done with, those behind it go on waiting: `waiting` is shortened.
 */
export function firstStillOpen<Start, Folded extends { readonly end: End | null }>(
  waiting: Start[],
  { end }: { readonly end: End | null },
  fold: (start: Start) => Folded,
): Folded | undefined {
  if (end === null) return undefined
  for (let start = waiting.shift(); start !== undefined; start = waiting.shift()) {
    const folded = fold(start)
    if (folded.end === null || folded.end.on.isAfter(end.on)) return folded
  }
  return undefined
}

/** Whether only the plan it names ended with it. Any other end is that of all plans of its kind that had started: none of them need be asked, however many there are. */
export const isOfOnePlan = ({ events }: ChildHistory, end: End): boolean =>
  ofKind(events, 'plan-ended').some(({ id, data }) => id === end.by && data.of !== undefined)
