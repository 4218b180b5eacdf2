import type { LocalDate } from '@js-joda/core'
import { answerSentence } from '../../../activities/mail/answerSentence'
import { jobWords } from '../../../activities/mail/jobWords'
import type { AlertOfCase } from '../../queries/web/case/caseTold'
import { momentWords } from '../app/momentWords'

/** An alert with all that was said to it, as one list. */
export interface AlertLine {
  readonly title: string
  readonly href: string
  readonly state: string
  readonly open: boolean
  readonly entries: readonly { readonly when: string; readonly what: string }[]
}

const STATES: Readonly<Record<AlertOfCase['state'], string>> = {
  open: 'Open',
  resolved: 'Ended: the matter is settled',
  withdrawn: 'Withdrawn by a manager',
  joined: 'Goes on in another alert',
}

export const alertLine = ({ id, title, state, entries }: AlertOfCase, today: LocalDate): AlertLine => ({
  title,
  href: `/escalations/${id}`,
  state: STATES[state],
  open: state === 'open',
  entries: entries.map((entry) => ({ when: momentWords(Date.parse(entry.at)), what: whatWords(entry, today) })),
})

type Entry = AlertOfCase['entries'][number]

function whatWords(entry: Entry, today: LocalDate): string {
  const who =
    entry.name === null ? 'Nobody' : `${entry.name}${entry.job_title === null ? '' : `, ${jobWords(entry.job_title)}`},`
  switch (entry.entry) {
    case 'told':
      return `${who} was told: ${entry.reason}`
    case 'skipped':
      return `${who} was not told: ${entry.reason}`
    default:
      return answerSentence(
        {
          ...{ entry: entry.entry, name: entry.name ?? 'Somebody', owner: entry.owner, until: entry.until },
          ...{ reason: entry.reason, at: new Date(entry.at) },
        },
        today,
      )
  }
}
