/** `2 digests could not be written: TypeError`, each reason once; null when all were. */
export const failureWords = (failures: readonly string[]): string | null =>
  failures.length === 0
    ? null
    : `${String(failures.length)} ${failures.length === 1 ? 'digest' : 'digests'} could not be written: ${[...new Set(failures)].sort().join(', ')}`
