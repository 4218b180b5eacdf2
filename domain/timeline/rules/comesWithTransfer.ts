import { ofKind, type ChildHistory } from '../../chronology/childHistory'
import type { Referral } from '../../chronology/referrals'

/** Whether something happened from the day a referral was received to its end. */
export const during = (event: { readonly on: Referral['receivedOn'] }, { receivedOn, end }: Referral): boolean =>
  !event.on.isBefore(receivedOn) && (end === null || !event.on.isAfter(end.on))

/**
 * Whether a referral came with a transfer-in conference: notified by the day it was accepted, the conference not yet held when it was received.
 * A later notice comes with another matter and leaves the assessment that runs; a conference nobody was notified of counts at any time.
 */
export function comesWithTransfer({ events }: ChildHistory, referral: Referral): boolean {
  const notices = ofKind(events, 'transfer-in-notified')
  const held = ofKind(events, 'transfer-in-conference-held')
  const announced = notices.some(
    ({ on }) =>
      referral.accepted !== null &&
      !on.isAfter(referral.accepted.on) &&
      !held.some((conference) => !conference.on.isBefore(on) && conference.on.isBefore(referral.receivedOn)),
  )
  return announced || held.some((event) => during(event, referral) && !notices.some(({ on }) => !on.isAfter(event.on)))
}
