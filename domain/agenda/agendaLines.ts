import type { LocalDate } from '@js-joda/core'
import type { Obligation } from '../timeline/obligation'
import type { AgendaLine } from './agendaLine'

/** How a day and a minute of it become a moment. Handed in: plain dates need no time zone. */
export type MomentOf = (day: LocalDate, minutes: number) => number

export const EVENING = 17 * 60

/** The moment at which a late step is told: in the morning at the case's own minute, else after 17:00. */
export const lateMoment = ({ on, at }: Obligation['late'][number], minute: number, momentOf: MomentOf): number =>
  momentOf(on, at === 'evening' ? EVENING : minute)

/** Everything the case itself, and the first step of an escalation, would say about one obligation if nothing else happened. In order of time. */
export function agendaLines(obligation: Obligation, minute: number, momentOf: MomentOf): readonly AgendaLine[] {
  const common = {
    rule: obligation.rule,
    subject: obligation.subject,
    trigger: obligation.trigger,
    part: obligation.part,
    dueOn: obligation.dueOn,
  }
  const reminders = obligation.reminders.flatMap(({ step, on, at, to }) =>
    to.map((role): AgendaLine => ({
      ...common,
      on,
      moment: momentOf(on, at === 'evening' ? EVENING : minute),
      lane: step === 'at-once' ? 'at-once' : 'digest',
      to: role,
      step,
      speaker: 'case',
    })),
  )
  const late = obligation.late.flatMap((lateStep) =>
    lateStep.to.map((role): AgendaLine => {
      const worker = role === 'social-worker'
      return {
        ...common,
        on: lateStep.on,
        moment: lateMoment(lateStep, minute, momentOf),
        lane: worker ? 'digest' : 'at-once',
        to: role,
        step: lateStep.step,
        speaker: worker ? 'case' : 'escalation',
      }
    }),
  )
  return [...reminders, ...late].sort((a, b) => a.moment - b.moment)
}
