import type { PlanCaution } from '../../../domain/safety-plan/planCautions'
import { roleWords } from '../../../domain/safety-plan/roles'
import type { PoliceBreach } from '../../../domain/safety-plan/policeView'
import { govukDate } from '../../../domain/timeline/govukDate'
import { textTable } from '../textTable'
import { stateWords } from '../../../domain/safety-plan/clockWords'

/** Breaches with their steps, as whoever reads them may see them. */
export const breachesText = (breaches: readonly PoliceBreach[]): string =>
  breaches.length === 0
    ? ''
    : textTable(
        ['Breach', 'On', 'Line', 'Passed on', 'Decided', 'Waits for'],
        breaches.map(({ id, on, line, passedOn, decided, waitsFor }) => [
          ...[id, govukDate(on), line ?? ''],
          passedOn.map((step) => `${roleWords(step.to)}, ${govukDate(step.on)}`).join('; '),
          decided === null ? '' : `${roleWords(decided.decision)}, ${govukDate(decided.on)}`,
          waitsFor === null ? '' : roleWords(waitsFor),
        ]),
      )

export const cautionsText = (cautions: readonly PlanCaution[]): string =>
  cautions.length === 0
    ? ''
    : textTable(
        ['Caution', 'Given', 'To be met by', 'State', 'Ask social care', 'Asked', 'Ended'],
        cautions.map(({ id, givenOn, dueOn, state, askOn, askedOn, ended }) => [
          ...[id, govukDate(givenOn), govukDate(dueOn), stateWords(state), askOn === null ? '' : govukDate(askOn)],
          askedOn === null ? '' : govukDate(askedOn),
          ended === null ? '' : `${ended.result}, ${govukDate(ended.on)}`,
        ]),
      )
