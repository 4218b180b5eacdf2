import { londonDay } from '../../domain/calendar/london'
import { reachedWords } from '../../domain/escalation/rungWords'
import type { NamedLine } from '../../activities/escalation/alerts'
import { NO_TEAM } from '../noTeam'
import type { ListedAlert } from '../queries/alertLists'
import { csvText } from './csvText'

/** What people wrote (reasons, what was promised) is in these lists as it is on the case: they are no mail. */
export const ALERT_HEADINGS = [
  'Case',
  'What',
  'Was due',
  'Opened',
  'How far',
  'Told',
  'Last answer',
  'Ended',
  'Team',
  'Alert',
] as const

export const alertsCsv = (lines: readonly ListedAlert[]): string => csvText(ALERT_HEADINGS, lines.map(alertCells))

/** An alert, a cell for each heading. */
export function alertCells({ alert, line }: ListedAlert): readonly string[] {
  const { told, answers, ending } = alert.story
  const answer = line ?? answers.at(-1)
  return [
    ...[
      alert.ref,
      alert.title,
      alert.dueOn.toString(),
      londonDay(alert.openedAt).toString(),
      reachedWords(alert.reached),
    ],
    told.map((one) => `${who(one)} ${on(one)}`).join('; '),
    answer === undefined ? '' : answerWords(answer),
    ending === null ? '' : `${ENDED[ending.how]} ${on(ending.line)}: ${by(ending.line)}${ending.line.reason}`,
    alert.team ?? NO_TEAM,
    alert.id,
  ]
}

const ENDED = { resolved: 'settled', withdrawn: 'withdrawn', joined: 'goes on in another alert' } as const

const ANSWERED: Readonly<Partial<Record<NamedLine['entry'], string>>> = {
  acknowledged: 'has seen it',
  promised: 'promised',
  'more-time': 'asked for time',
  'passed-up': 'passed it up',
  challenged: 'challenged it',
}

const answerWords = (line: NamedLine): string =>
  `${who(line)} ${ANSWERED[line.entry] ?? line.entry} ${on(line)}${line.untilOn === null ? '' : `, by ${line.untilOn.toString()}`}${line.reason === '' ? '' : `: ${line.reason}`}`

const who = ({ name, jobTitle }: NamedLine): string => (name === null ? 'nobody named' : `${name} (${jobTitle ?? ''})`)

const by = (line: NamedLine): string => (line.name === null ? '' : `${who(line)}, `)

const on = ({ at }: NamedLine): string => londonDay(at).toString()
