import type { PreviewSummary } from '../../activities/import/run/previewSummary'
import type { ImportChange } from '../queries/importChanges'
import { textTable } from './textTable'

const MOST_PEOPLE = 20

/** The preview of an import, to read: what would appear, move and go, and who would be told on the first working day. */
export function previewText(
  { cases, facts, obligations, told }: PreviewSummary,
  changes: readonly ImportChange[],
): string {
  const lines = [
    `Cases: ${String(cases.new)} new, ${String(cases.changed)} changed, ${String(cases.same)} looked at and the same`,
    `Facts: ${String(facts.added)} added, ${String(facts.changed)} changed, ${String(facts.takenBack)} taken back`,
    `Open obligations: ${String(obligations.appear)} appear, ${String(obligations.move)} move, ${String(obligations.go)} end`,
    ...changes.map(changeLine),
    '',
  ]
  if (told.length === 0) return `${lines.join('\n')}Nobody would be told anything on the first working day.\n`
  const table = textTable(
    ['Told on the first working day', 'Job', 'In the digest', 'Alerts'],
    told
      .slice(0, MOST_PEOPLE)
      .map(({ person, jobTitle, digest, atOnce }) => [person, jobTitle, String(digest), String(atOnce)]),
  )
  const more = told.length - MOST_PEOPLE
  return `${lines.join('\n')}${table}${more > 0 ? `… and ${String(more)} more people\n` : ''}`
}

const changeLine = ({ ref, rule, from, to }: ImportChange): string =>
  `  ${ref} ${rule}: ${from === null ? `new, due ${to ?? ''}` : to === null ? `due ${from}, ends` : `${from} becomes ${to}`}`
