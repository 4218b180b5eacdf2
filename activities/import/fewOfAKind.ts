import type { Finding } from './finding'

/** Row by row for ever helps nobody: of one kind in one file this many are kept, and the others are counted. */
export const MOST_OF_A_KIND = 2_000

export interface FewOfAKind {
  readonly found: (finding: Finding) => void
  /** What was kept, and of each kind with more one finding that says how many others there were. */
  readonly all: () => readonly Finding[]
}

/** Keeps so many findings of one kind in one file and counts the others, so that memory does not grow with what is wrong. */
export function fewOfAKind(most: number): FewOfAKind {
  const kept: Finding[] = []
  const seen = new Map<string, { readonly like: Finding; count: number }>()
  return {
    found: (finding) => {
      const key = `${finding.kind} ${finding.file}`
      const so = seen.get(key) ?? { like: finding, count: 0 }
      seen.set(key, so)
      so.count += 1
      if (so.count <= most) kept.push(finding)
    },
    all: () => [
      ...kept,
      ...[...seen.values()].flatMap(({ like, count }) => (count > most ? [andOthers(like, count - most, most)] : [])),
    ],
  }
}

const andOthers = (like: Finding, left: number, most: number): Finding => ({
  ...like,
  line: null,
  record: null,
  field: null,
  problem: `${String(left)} more of this kind in this file are not listed, only the first ${String(most)}. Export the file again, or correct what they have in common.`,
})
