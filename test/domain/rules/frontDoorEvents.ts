import type { EventData } from '../../../domain/chronology/eventKinds'
import { day, event } from '../facts'

export const received = (on: string, id = `received ${on}`) => event('referral-received', on, { source: '2A' }, { id })
export const decided = (
  on: string,
  outcome: EventData['referral-decided']['outcome'] = 'accepted',
  id = `decided ${on}`,
) => event('referral-decided', on, { outcome, reason: 'threshold met' }, { id })
export const visit = (on: string, data: EventData['visit-made'] = { seen: true, seenAlone: true }) =>
  event('visit-made', on, data)
export const strategy = (on: string, id = `strategy ${on}`) =>
  event('strategy-discussion', on, { opensSection47: true }, { id })

/** For `facts` of a child who is to be born on 1 August 2026. */
export const unborn = { children: [{ id: 'c1', bornOn: null, expectedOn: day('2026-08-01') }] }
