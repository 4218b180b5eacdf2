import { govukMonth } from '../timeline/govukDate'
import type { AwayReason, CaseSlot, SlotReason, Spacing } from './caseSlots'
import { placeWords } from './place'
import { gapWords, moveWords, notHeldWords } from './reasonWords'
import { supervisionNumbers } from './supervisionNumbers'

/** Why a case has this slot in a month, or none. */
export function slotWords(slot: CaseSlot): string {
  switch (slot.is) {
    case 'slot':
      return `${reasonWords(slot.why)}${slot.spacing === null ? '' : ` ${spacingWords(slot.spacing)}`}`
    case 'gap':
      return gapWords(slot.why)
    case 'not-open':
      return `The case is not open in ${govukMonth(slot.month)}.`
  }
}

function reasonWords(why: SlotReason): string {
  switch (why.slot) {
    case 'held':
      return 'Held.'
    case 'as-before':
      return 'As it was planned before.'
    case 'moved':
      return moveWords(why.why)
    case 'first':
      return 'Its first discussion in this plan.'
    case 'its-place':
      return `Its place: ${placeWords(why.place)}, ${why.asked ? 'as was asked' : 'as before'}.`
    case 'away':
      return `Not ${placeWords(why.place)}, its place: ${awayWords(why.why)}.`
  }
}

function awayWords(why: AwayReason): string {
  switch (why.away) {
    case 'not-held':
      return notHeldWords(why.because)
    case 'no-session':
      return 'there is no session then'
    case 'not-open':
      return 'the case is not open then'
    case 'badly-spaced':
      return `that would be ${daysWords(why.days)} after the last discussion`
    case 'full':
      return 'that session is full'
    case 'even-loads':
      return 'the sessions of the month are filled evenly'
  }
}

function spacingWords({ days, bad }: Spacing): string {
  const { leastDaysApart, mostDaysApart } = supervisionNumbers
  const wanted = `${String(leastDaysApart)} to ${String(mostDaysApart)} days`
  const said = `${daysWords(days)} after the last discussion`
  switch (bad) {
    case null:
      return `${capital(said)}.`
    case 'no-better-session':
      return `${capital(said)}: no session of the month that it could be in lies ${wanted} after it.`
    case 'others-need-them':
      return `${capital(said)}: the sessions ${wanted} after it are needed by others, or would be worse spaced later.`
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const daysWords = (days: number): string => `${String(days)} ${days === 1 ? 'day' : 'days'}`
