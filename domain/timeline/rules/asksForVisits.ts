import type { EventData } from '../../chronology/eventKinds'
import { isSocialCare } from '../../chronology/writtenWords'
import type { Interval } from '../../policy/policyPack'
import { intervalWords } from '../sentence'

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** Whether a goal asks for visits by social care so often: `5 days`, `every 5 days`, `every five days`. Another frequency is another arrangement, and none of this rule's. */
export function asksForVisits({ agency, frequency }: EventData['goal-set'], interval: Interval): boolean {
  if (agency === undefined || frequency === undefined || !isSocialCare(agency)) return false
  const [first = '', ...others] = plain(frequency)
    .replace(/^every /, '')
    .split(' ')
  const spelt = NUMBERS.indexOf(first)
  return [spelt < 0 ? first : String(spelt + 1), ...others].join(' ') === intervalWords(interval)
}

const plain = (text: string): string => text.trim().toLowerCase()
