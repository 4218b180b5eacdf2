import type { TeamRecipients } from './teamRecipients'

/** Words without these references of cases, each as a whole: N-10 is not in N-1042. */
export const withoutRefs = (words: string, refs: readonly string[]): string =>
  refs.reduce(
    (text, ref) =>
      text.replace(
        new RegExp(`(?<![\\w-])${ref.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`, 'g'),
        'another case',
      ),
    words,
  )

/**
 * Words about one case without the references of others that are restricted: who is told of the one may not open the other. Words of the case itself stay.
 */
export function wordsWithoutRestricted(
  { restricted }: Pick<TeamRecipients, 'restricted'>,
  idsOf: ReadonlyMap<string, string>,
): (words: string, about: string) => string {
  const refs = [...idsOf].filter(([, id]) => restricted.has(id)).map(([ref]) => ref)
  return (words, about) =>
    withoutRefs(
      words,
      refs.filter((ref) => ref !== about),
    )
}
