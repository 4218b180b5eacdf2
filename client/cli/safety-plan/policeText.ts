import { isoDay } from '../../../domain/calendar/isoDay'
import { roleWords } from '../../../domain/safety-plan/roles'
import { govukDate } from '../../../domain/timeline/govukDate'
import type { PolicePage } from '../../queries/safetyPlan'
import { textTable } from '../textTable'
import { breachesText, cautionsText } from './breachesText'
import { clockWords, stateWords } from '../../../domain/safety-plan/clockWords'

/** What police see of a safety plan, as text. */
export function policeText({ ref, state, version, lines, deadlines, breaches, cautions }: PolicePage): string {
  const head =
    state === 'none'
      ? `Case ${ref} has no safety plan.\n`
      : `Safety plan of case ${ref}: ${state}${version === null ? '' : `, version ${String(version)}`}. The lines are numbered as on the signed copy.\n`
  const kept =
    lines.length === 0
      ? ''
      : textTable(
          ['Line', 'Whose part', 'By', 'Kept', 'Reviewed'],
          lines.map((line) => [
            ...[line.line, roleWords(line.duty), govukDate(isoDay(line.by)), line.kept.replace('-', ' ')],
            line.reviewedOn === null ? '' : govukDate(line.reviewedOn),
          ]),
        )
  const days =
    deadlines.length === 0
      ? ''
      : textTable(
          ['Clock', 'Day', 'State'],
          deadlines.map((clock) => [clockWords(clock), govukDate(clock.dueOn), stateWords(clock.state)]),
        )
  return [head, kept, days, breachesText(breaches), cautionsText(cautions)].filter((part) => part !== '').join('\n')
}
