import type { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../chronology/caseFacts'
import { govukDate } from '../timeline/govukDate'

const LEFT = {
  died: 'the child has died',
  adult: 'the child came of age',
  moved: 'the child moved away',
  adopted: 'the child was adopted',
} as const

/** Why a follow-up is not asked any more, from what ended it: an event's id, or `birthday`. A reason is shown, never silence. */
export function whyNotAsked(by: string, on: LocalDate, { events }: Pick<CaseFacts, 'events'>): string {
  const day = govukDate(on)
  if (by === 'birthday') return `The child turned 18 on ${day}: nobody follows up an adult.`
  const event = events.find(({ id }) => id === by)
  if (event?.kind === 'child-left') return `Not asked, because ${LEFT[event.data.reason]} (${day}).`
  if (event?.kind === 'case-reopened') return `The closing was taken back on ${day}.`
  return `Its ground was taken back on ${day}.`
}
