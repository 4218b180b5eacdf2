/** `2 digests could not be written: TypeError`, each reason once; null without a new reason. `count`: with those of the pieces before. */
export const failureWords = (count: number, reasons: readonly string[]): string | null =>
  reasons.length === 0
    ? null
    : `${String(count)} ${count === 1 ? 'digest' : 'digests'} could not be written: ${[...new Set(reasons)].sort().join(', ')}`
