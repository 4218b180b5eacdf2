import type { LocalDate } from '@js-joda/core'
import type { Agenda } from '../../../domain/agenda/agenda'
import { rolesOn } from '../../../domain/escalation/ladder'
import { ruleBehind } from '../../../domain/policy/policySchedule'
import type { Obligation } from '../../../domain/timeline/obligation'
import type { Recipients } from '../../people/recipients'
import type { Rules } from '../../planning/rules'
import { keyOf } from '../../../domain/timeline/obligation'
import type { SaidSoFar } from './casesSoFar'

/** Notices by person: those in the digest, and alerts. */
export type ToldCounts = Readonly<Record<string, { readonly digest: number; readonly atOnce: number }>>

interface DayOne {
  readonly agenda: Pick<Agenda, 'write' | 'openEscalations'>
  readonly said: SaidSoFar
  readonly recipients: Recipients
  readonly rules: Rules
  readonly today: LocalDate
}

/** How much each person would be told: what the case itself says, the first rung of every new escalation with who stands beside it, and what is told at once whatever the rung. Once per person and step. */
export function toldOnDayOne({ agenda, said, recipients, rules, today }: DayOne): ToldCounts {
  const count: Record<string, { digest: number; atOnce: number }> = {}
  const met = new Set<string>()
  const tell = (matter: Parameters<typeof keyOf>[0], step: string, role: string, lane: 'digest' | 'atOnce'): void => {
    for (const { personId } of recipients.whoFor(role, matter.subject)) {
      const once = `${keyOf(matter)} ${step} ${personId}`
      if (met.has(once)) continue
      met.add(once)
      ;(count[personId] ??= { digest: 0, atOnce: 0 })[lane] += 1
    }
  }
  for (const line of agenda.write) tell(line, line.step, line.to, line.lane === 'digest' ? 'digest' : 'atOnce')
  for (const matter of agenda.openEscalations) {
    if (!said.escalated.has(`${keyOf(matter)} ${matter.dueOn.toString()}`))
      for (const role of firstRung(matter, rules)) tell(matter, 'rung-1', role, 'atOnce')
    for (const { step, on, to, at } of matter.late)
      if (at === 'at-once' && !on.isAfter(today) && !wasTold(said, matter, step))
        for (const role of to) tell(matter, step, role, 'atOnce')
  }
  return count
}

const firstRung = (matter: Obligation, { policy }: Rules): readonly string[] =>
  ruleBehind(policy, matter).ladder.slice(0, 1).flatMap(rolesOn)

const wasTold = ({ told }: SaidSoFar, matter: Obligation, step: string): boolean =>
  told.some((one) => keyOf(one) === keyOf(matter) && one.step === step && one.dueOn === matter.dueOn.toString())
