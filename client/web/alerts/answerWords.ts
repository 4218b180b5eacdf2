import type { NamedLine } from '../../../activities/escalation/alerts'
import { londonDay } from '../../../domain/calendar/london'
import { govukDate } from '../../../domain/timeline/govukDate'
import { dayWords } from '../app/momentWords'

/** A line of what happened on an alert, in a sentence: `Priya Shah (team manager) promised on 19 June 2026, by Wednesday 24 June 2026: book it`. */
export function answerWords({ entry, name, jobTitle, at, untilOn, reason }: NamedLine): string {
  const who = name === null ? '' : `${name} (${(jobTitle ?? '').toLowerCase()}) `
  const did = name === null ? ALONE[entry] : DID[entry]
  const by = untilOn === null ? '' : `, by ${dayWords(untilOn)}`
  const why = reason === '' || reason === 'seen' ? '' : `: ${reason}`
  return `${who}${did} on ${govukDate(londonDay(at))}${by}${why}`
}

const DID: Readonly<Record<NamedLine['entry'], string>> = {
  told: 'was told',
  skipped: 'was passed over',
  acknowledged: 'said “I have this”',
  promised: 'promised',
  'more-time': 'asked for more time',
  'passed-up': 'passed it up',
  challenged: 'challenged it',
  carried: 'went on with what began before',
  joined: 'joined it with another',
  'owner-left': 'left, who was to keep the promise,',
  resolved: 'recorded what settles it',
  withdrawn: 'withdrew it',
}

const ALONE: Readonly<Record<NamedLine['entry'], string>> = {
  ...DID,
  told: 'Told',
  skipped: 'Nobody was left to tell here',
  'passed-up': 'Passed up',
  carried: 'It goes on where an earlier alert stood,',
  joined: 'Another matter joined it',
  'owner-left': 'Whoever was to keep the promise left',
  resolved: 'It was settled',
  withdrawn: 'It was withdrawn',
}
