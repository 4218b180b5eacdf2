import type { LocalDate } from '@js-joda/core'
import type { NamedLine } from '../../activities/escalation/alerts'
import { ALERT_HEADINGS, alertCells } from '../files/alertsCsv'
import type { ListedAlert, Listing } from '../queries/alertLists'
import { textTable } from './textTable'

export const listText = (lines: readonly ListedAlert[]): string => textTable(ALERT_HEADINGS, lines.map(alertCells))

export const listJson = (
  lines: readonly ListedAlert[],
  { today, list, reached }: Listing & { readonly today: LocalDate },
): string =>
  `${JSON.stringify({ format: 1, today: today.toString(), list, toldTo: reached, alerts: lines.map(asJson) }, null, 2)}\n`

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
