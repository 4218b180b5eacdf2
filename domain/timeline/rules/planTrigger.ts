import type { ProtectionPlan } from '../../chronology/protectionPlans'
import type { Draft } from '../buildObligation'

/**
 * What the first core group and the first review of a plan run from: its conference, or its start where none was recorded. A conference
 * recorded later moves the date and keeps the name.
 */
export const planTrigger = ({ conference, name, startedOn }: ProtectionPlan): Draft['trigger'] =>
  conference === null
    ? { first: name, kind: 'plan-started', on: startedOn }
    : { first: name, kind: conference.kind, on: conference.on }
