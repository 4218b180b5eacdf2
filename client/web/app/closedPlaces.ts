/** What is said where the places of a session and the list of its cases differ: that they do, and nothing of which case it is. Empty where they agree. */
export function closedPlaces(closed: number): string {
  if (closed === 0) return ''
  return closed === 1
    ? '1 place is taken by a case you may not open'
    : `${String(closed)} places are taken by cases you may not open`
}
