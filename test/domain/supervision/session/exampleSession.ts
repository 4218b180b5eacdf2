import type { Invitee, SessionCase, SessionFacts } from '../../../../domain/supervision/session/sessionFacts'
import type { SessionMatter } from '../../../../domain/supervision/session/sessionMatter'
import { sessionMatters } from '../../../../domain/supervision/session/sessionMatters'
import type { SessionStepId } from '../../../../domain/supervision/session/sessionSteps'
import { calendar, day } from '../../facts'

const DIARISED = day('2026-09-01')

/** Wednesday 31 March 2027: Good Friday, 26 March, and Easter Monday, 29 March, lie in the days before it. */
export const AFTER_EASTER = '2027-03-31'

/** A planned session of one invitee, P-1, and one case, C-1, diarised on 1 September 2026, of which nothing is done yet. */
export const sessionOn = (on: string, more: Partial<SessionFacts> = {}): SessionFacts => ({
  ...{ id: 'S-1', on: day(on), plannedOn: DIARISED, state: 'planned', recordedHeldOn: null, sampled: false },
  ...{ papersOutOn: null, minutesOutOn: null, qualityCheckedOn: null },
  invitees: [invitee()],
  cases: [placed()],
  ...more,
})

export const invitee = (more: Partial<Invitee> = {}): Invitee => ({
  ...{ personId: 'P-1', invitedOn: DIARISED, reply: null, repliedOn: null, exception: null },
  ...more,
})

export const declined = (on: string, exception: Invitee['exception'] = null): Invitee =>
  invitee({ reply: 'declined', repliedOn: day(on), exception })

export const placed = (more: Partial<SessionCase> = {}): SessionCase => ({
  ...{ caseId: 'C-1', placedOn: DIARISED, summaryWrittenOn: null, summaryReviewedOn: null },
  ...more,
})

/** The only matter of a step. Throws where there is none. */
export function matter(step: SessionStepId, facts: SessionFacts): SessionMatter {
  const [found, ...more] = sessionMatters(facts, calendar).filter((one) => one.step === step)
  if (found === undefined || more.length > 0)
    throw new Error(`${String(more.length)} matters more than one of ${step}.`)
  return found
}

export const dueOf = (step: SessionStepId, facts: SessionFacts): string => matter(step, facts).dueOn.toString()

/** `open`, `done 2027-03-01`, `ended held`. */
export function standingOf(step: SessionStepId, facts: SessionFacts): string {
  const one = matter(step, facts)
  if (one.standing === 'ended') return `ended ${one.because}`
  return one.standing === 'done' ? `done ${one.doneOn.toString()}` : one.standing
}
