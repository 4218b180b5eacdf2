import type { ProtectionPlan } from '../../chronology/protectionPlans'
import type { Draft } from '../buildObligation'

/**
 * What the first core group and the first review of a plan run from: its conference, or its start where none was recorded. A conference
 * recorded later moves the date and keeps the name.
 */
export const planTrigger = ({ conference, first, startedOn }: ProtectionPlan): Draft['trigger'] =>
  conference === null
    ? { first, kind: 'plan-started', on: startedOn }
    : { first, kind: conference.kind, on: conference.on }
