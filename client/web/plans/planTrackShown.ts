import { roleWords } from '../../../domain/safety-plan/roles'
import type { PlanCaution } from '../../../domain/safety-plan/planCautions'
import type { PlanClock } from '../../../domain/safety-plan/planClocks'
import type { PoliceBreach } from '../../../domain/safety-plan/policeView'
import { clockWords, stateWords } from '../../../domain/safety-plan/clockWords'
import { dayWords } from '../app/momentWords'

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** A day of the plan, and how it stands: for social care and for police alike. */
export const clockShown = (clock: PlanClock) => ({
  what: clockWords(clock),
  day: dayWords(clock.dueOn),
  state: capital(stateWords(clock.state)),
  late: clock.state === 'overdue',
})

export const cautionShown = ({ id, givenOn, dueOn, state, askOn, askedOn, ended }: PlanCaution) => ({
  id,
  given: dayWords(givenOn),
  due: dayWords(dueOn),
  state:
    ended === null
      ? capital(stateWords(state))
      : `${ended.result === 'met' ? 'Kept to' : 'Taken to court'}, ${dayWords(ended.on)}`,
  late: ended === null && state === 'overdue',
  asked:
    askedOn !== null
      ? `Asked on ${dayWords(askedOn)}`
      : askOn === null
        ? 'Not asked'
        : `To be asked from ${dayWords(askOn)}`,
})

/** What was decided about a breach, by what people call it. */
export const BREACH_DECISIONS: Readonly<Record<string, string>> = {
  support: 'More support',
  caution: 'Conditional caution',
  evidence: 'Evidence to prosecute',
  'legal-advice': 'Legal advice',
  none: 'No step',
}

/** A breach with its steps, as whoever reads it may see it. */
export const breachShown = ({ id, on, line, passedOn, decided, waitsFor }: PoliceBreach) => ({
  ...{ id, on: dayWords(on), line: line === null ? 'No line named' : `Line ${line}` },
  passedOn: passedOn.map((step) => `Passed on to the ${roleWords(step.to)}, ${dayWords(step.on)}`),
  decided:
    decided === null
      ? ''
      : `Decided on ${dayWords(decided.on)}: ${(BREACH_DECISIONS[decided.decision] ?? decided.decision).toLowerCase()}`,
  waitsFor: waitsFor === null ? '' : `Waits for the ${roleWords(waitsFor)}`,
  open: decided === null,
})

export const KEPT: Readonly<Record<string, string>> = {
  yes: 'Kept',
  partly: 'Partly kept',
  no: 'Not kept',
  'not-reviewed': 'Not reviewed yet',
}
