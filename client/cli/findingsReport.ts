import type { Finding } from '../../activities/import/finding'
import { FINDING_KINDS, type FindingKind } from '../../activities/import/findingKinds'
import type { ComparedFinding } from '../queries/importFindings'

const EXAMPLES = 3

const where = ({ file, line, field }: Finding): string =>
  [file, line === null ? '' : `line ${String(line)}`, field ?? ''].filter((part) => part !== '').join(', ')

/**
 * A report for a data officer: by kind, the most first, with counts, the first examples and what to do. Names in the files are quoted as
 * they stand, as text.
 */
export function findingsReport(findings: readonly (Finding | ComparedFinding)[]): string {
  if (findings.length === 0) return 'Nothing to find fault with.\n'
  const byKind = new Map<FindingKind, (Finding | ComparedFinding)[]>()
  for (const finding of findings) byKind.set(finding.kind, [...(byKind.get(finding.kind) ?? []), finding])
  return [...byKind]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([kind, all]) => kindReport(kind, all))
    .join('\n')
}

function kindReport(kind: FindingKind, all: readonly (Finding | ComparedFinding)[]): string {
  const gone = all.filter((one) => 'news' in one && one.news === 'gone')
  const standing = all.filter((one) => !gone.includes(one))
  const fresh = standing.filter((one) => 'news' in one && one.news === 'new').length
  const compared = all.some((one) => 'news' in one)
  const rejected = standing.filter(({ taken }) => taken !== 'warning').length
  const { title, remedy } = FINDING_KINDS[kind]
  const numbers = [
    rejected > 0 ? `${String(rejected)} left out` : '',
    compared ? `${String(fresh)} new` : '',
    gone.length > 0 ? `${String(gone.length)} gone since the last import` : '',
  ].filter((part) => part !== '')
  const lines = [
    `${title}: ${String(standing.length)}${numbers.length === 0 ? '' : ` (${numbers.join(', ')})`}`,
    ...standing
      .slice(0, EXAMPLES)
      .map((one) => `  ${where(one)}${one.record === null ? '' : ` (record ${one.record})`}\n    ${one.problem}`),
  ]
  if (standing.length > EXAMPLES) lines.push(`  … and ${String(standing.length - EXAMPLES)} more`)
  return `${lines.join('\n')}\n  To do: ${remedy}\n`
}
