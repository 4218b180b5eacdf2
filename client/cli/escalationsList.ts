import type { LocalDate } from '@js-joda/core'
import { londonDay } from '../../domain/calendar/london'
import { reachedWords } from '../../domain/escalation/rungWords'
import type { NamedLine } from '../../activities/escalation/alerts'
import { NO_TEAM } from '../noTeam'
import type { ListedAlert, Listing } from '../queries/alertLists'
import { csvText } from './csvText'
import { textTable } from './textTable'

/** What people wrote (reasons, what was promised) is in these lists as it is on the case: they are no mail. */
const HEADINGS = [
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

export const listText = (lines: readonly ListedAlert[]): string => textTable(HEADINGS, lines.map(cells))

export const listCsv = (lines: readonly ListedAlert[]): string => csvText(HEADINGS, lines.map(cells))

export const listJson = (
  lines: readonly ListedAlert[],
  { today, list, reached }: Listing & { readonly today: LocalDate },
): string =>
  `${JSON.stringify({ format: 1, today: today.toString(), list, toldTo: reached, alerts: lines.map(asJson) }, null, 2)}\n`

function cells({ alert, line }: ListedAlert): readonly string[] {
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

const asJson = ({ alert, line }: ListedAlert) => ({
  ...{ id: alert.id, case: alert.ref, team: alert.team, teamId: alert.teamId, title: alert.title, kind: alert.kind },
  dueOn: alert.dueOn.toString(),
  openedAt: new Date(alert.openedAt).toISOString(),
  ...{ state: alert.state, toldTo: alert.reached, hoursToAnswer: alert.story.hoursToAnswer },
  told: alert.story.told.map(asEntry),
  answers: alert.story.answers.map(asEntry),
  promises: alert.story.promises.map(({ line: promise, standing }) => ({ ...asEntry(promise), standing })),
  ended: alert.story.ending === null ? null : { how: alert.story.ending.how, ...asEntry(alert.story.ending.line) },
  listed: line === null ? null : asEntry(line),
})

const asEntry = ({ entry, rung, personId, name, jobTitle, at, reason, untilOn }: NamedLine) => ({
  ...{ entry, rung, personId, name, jobTitle, at: new Date(at).toISOString(), reason },
  until: untilOn?.toString() ?? null,
})

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
