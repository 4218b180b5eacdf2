import { govukDate, govukMonth } from '../timeline/govukDate'
import type { NotHeld } from './diary'
import type { Days, GapReason, LeavingReason, MoreMinutes, MoveReason, Remedy } from './yearPlan'

/** Why a case has no slot in a month, and the least that would give it one. */
export function gapWords(why: GapReason): string {
  switch (why.gap) {
    case 'full':
      return `Every session of ${govukMonth(why.month)} that it could be in is full. ${remedyWords(why.remedy)}`
    case 'no-session': {
      const skipped = why.skipped.map(
        ({ on, because }) => ` That of ${govukDate(on)} is not held: ${notHeldWords(because)}.`,
      )
      const when = why.days.whole
        ? ''
        : `, the ${why.days.first.equals(why.days.last) ? 'day' : 'days'} left of ${govukMonth(why.days.first)} on which the case is open`
      return `${why.team} has no session ${daysWords(why.days)}${when}.${skipped.join('')} ${remedyWords(why.remedy)}`
    }
    case 'closed-before':
      return `It closed on ${govukDate(why.closedOn)}, before this plan begins on ${govukDate(why.from)}, and no session of the month had it.`
  }
}

export function moveWords(why: MoveReason): string {
  switch (why.move) {
    case 'not-held':
      return `The session of ${govukDate(why.on)} is not held: ${why.because.why === 'not-in-pattern' ? `the team has none at ${why.because.at} that day` : notHeldWords(why.because)}.`
    case 'other-team':
      return `The case is with ${why.team} now.`
    case 'not-open':
      return `The case is not open on ${govukDate(why.on)}.`
    case 'made-room':
      return `It makes room for ${why.for} on ${govukDate(why.on)}.`
    case 'smaller':
      return `The session of ${govukDate(why.on)} has room for ${String(why.capacity)} now.`
  }
}

export function leavingWords(why: LeavingReason): string {
  switch (why.leaving) {
    case 'closed':
      return `The case is open until ${govukDate(why.on)} and no longer.`
    case 'opens-later':
      return `The case is not open before ${govukDate(why.on)}.`
    case 'not-listed':
      return 'The case is in no team of this plan.'
    case 'discussed':
      return `It has been discussed in this month, on ${govukDate(why.on)}.`
    case 'twice':
      return `It was planned twice in this month, also on ${govukDate(why.on)}.`
  }
}

export function notHeldWords(because: NotHeld): string {
  switch (because.why) {
    case 'bank-holiday':
      return `it is a bank holiday (${because.title})`
    case 'closed-date':
      return 'it is a closed date'
    case 'called-off':
      return 'it is called off'
  }
}

/** One extra session in March 2027, or 20 more minutes on 9 March 2027. */
function remedyWords({ extraSession, moreMinutes }: Remedy): string {
  const ways = [
    ...(extraSession === null ? [] : [`one extra session ${daysWords(extraSession)}`]),
    ...(moreMinutes === null ? [] : [minutesWords(moreMinutes)]),
  ]
  return ways.length === 0
    ? 'No working day is left on which a session could take it.'
    : `It needs ${ways.join(', or ')}.`
}

const minutesWords = ({ on, at, minutes, along }: MoreMinutes): string =>
  `${String(minutes)} more ${minutes === 1 ? 'minute' : 'minutes'} on ${govukDate(on)}${at === null ? '' : ` at ${at}`}${along === 0 ? '' : ` and ${String(along)} other ${along === 1 ? 'case' : 'cases'} moved`}`

const daysWords = ({ first, last, whole }: Days): string =>
  whole
    ? `in ${govukMonth(first)}`
    : first.equals(last)
      ? `on ${govukDate(first)}`
      : `from ${govukDate(first)} to ${govukDate(last)}`
