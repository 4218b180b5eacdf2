const FIRST = 5 * 60
const SPREAD = 2 * 60

/** The minute of the day at which a case looks at its dates: spread by its id over 05:00 to 07:00 London, before the morning round reads what was written. */
export function caseMinute(caseId: string): number {
  let hash = 2166136261
  for (let index = 0; index < caseId.length; index += 1)
    hash = Math.imul(hash ^ caseId.charCodeAt(index), 16777619) >>> 0
  return FIRST + (hash % SPREAD)
}
