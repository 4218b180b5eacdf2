import type { Finding } from '../finding'

/** At most so many findings of one kind in one file; one more that says how many others there were. */
export function boundedFindings(findings: readonly Finding[], most: number): readonly Finding[] {
  const counts = new Map<string, number>()
  const last = new Map<string, Finding>()
  const kept = findings.filter((finding) => {
    const key = `${finding.kind} ${finding.file}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    last.set(key, finding)
    return count <= most
  })
  const others = [...last].flatMap(([key, finding]) => {
    const left = (counts.get(key) ?? 0) - most
    return left > 0 ? [andOthers(finding, left, most)] : []
  })
  return [...kept, ...others]
}

const andOthers = (like: Finding, left: number, most: number): Finding => ({
  ...like,
  line: null,
  record: null,
  field: null,
  problem: `${String(left)} more of this kind in this file are not listed, only the first ${String(most)}. Export the file again, or correct what they have in common.`,
})
