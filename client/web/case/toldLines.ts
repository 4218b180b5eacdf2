import { isoDay } from '../../../domain/calendar/isoDay'
import { jobWords } from '../../../activities/mail/jobWords'
import type { ToldOfCase } from '../../queries/web/case/caseTold'
import { dayWords, momentWords } from '../app/momentWords'
import { caseAddress } from './caseAddress'

/** Somebody who was told, in words. */
export interface ToldLine {
  readonly who: string
  readonly about: string
  readonly aboutHref: string
  readonly when: string
  /** Whether it arrived, as far as anybody knows. */
  readonly how: string
  /** Whether it did not arrive, so that it can be said first. */
  readonly missed: boolean
  /** Whether they answered: only an alert asks. */
  readonly seen: string
  readonly why: string
}

/** `row`: as it stands. An alert is seen when whoever was told of it answers it. */
export const toldLine = (row: ToldOfCase, ref: string): ToldLine => ({
  who: `${row.name}, ${jobWords(row.job_title)}`,
  about: `${row.title}${row.escalation === null ? '' : ' (an alert)'}`,
  aboutHref: caseAddress(ref, `why/${row.obligation}`),
  when: row.sent_at === null ? dayWords(isoDay(row.send_on)) : momentWords(Date.parse(row.sent_at)),
  how: howWords(row),
  missed: row.withdrawn_why === null && MISSED.has(row.state ?? '') && row.told_otherwise === null,
  seen: seenWords(row),
  why: row.why,
})

const seenWords = ({ escalation, acknowledged_at: at }: ToldOfCase): string =>
  at === null ? (escalation === null ? 'Not asked' : 'No answer yet') : `Answered ${momentWords(Date.parse(at))}`

const MISSED: ReadonlySet<string> = new Set(['failed', 'bounced', 'unknown'])

function howWords({ state, withdrawn_why: withdrawn, told_otherwise: otherwise }: ToldOfCase): string {
  if (withdrawn !== null) return `Not told, or taken back: ${withdrawn}`
  if (otherwise !== null)
    return OTHERWISE[otherwise] ?? `The mail did not arrive; told ${otherwise.replaceAll('-', ' ')}`
  return STATES[state ?? ''] ?? 'Waits for the next mail'
}

const STATES: Readonly<Record<string, string>> = {
  created: 'About to be mailed',
  sending: 'Being mailed',
  sent: 'Mailed; nothing came back',
  unsent: 'Not accepted by the mail server yet; it is tried again',
  unknown: 'Not known whether it arrived',
  failed: 'Did not arrive',
  bounced: 'Did not arrive: the mail came back',
  withdrawn: 'Taken back before it was mailed',
}

const OTHERWISE: Readonly<Record<string, string>> = {
  telephone: 'The mail did not arrive; told by telephone',
  'in-person': 'The mail did not arrive; told in person',
  letter: 'The mail did not arrive; told by letter',
  'another-address': 'The mail did not arrive; told at another address',
  'not-needed': 'The mail did not arrive; somebody decided that it was not needed',
}
