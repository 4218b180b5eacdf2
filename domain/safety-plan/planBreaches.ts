import type { LocalDate } from '@js-joda/core'
import type { EventData } from '../chronology/eventKinds'
import { ofKind, type Histories } from '../chronology/childHistory'

/** A breach of a safety plan with its steps: each is a person's, and the last is a decision. */
export interface PlanBreach {
  /** The event's id: by it the breach is passed on and decided. */
  readonly id: string
  readonly on: LocalDate
  readonly line: string | null
  readonly what: string | null
  /** By role. */
  readonly who: string | null
  readonly passedOn: readonly {
    readonly on: LocalDate
    readonly to: EventData['safety-plan-breach-passed-on']['to']
    readonly words: string | null
  }[]
  readonly decided: {
    readonly on: LocalDate
    readonly decision: EventData['safety-plan-breach-decided']['decision']
    readonly reason: string | null
  } | null
  /** Who has it now; null once it is decided. */
  readonly waitsFor: 'team-manager' | 'detective-sergeant' | null
}

/** The breaches of a case in order of date. */
export function planBreaches({ all, firstOf }: Pick<Histories, 'all' | 'firstOf'>): readonly PlanBreach[] {
  return ofKind(all, 'safety-plan-breached').map(({ id, first, on, data }) => {
    const isOf = (step: { readonly data: { readonly breach: string } }): boolean => firstOf(step.data.breach) === first
    const passedOn = ofKind(all, 'safety-plan-breach-passed-on').filter(isOf)
    const decided = ofKind(all, 'safety-plan-breach-decided').find(isOf)
    const isWithPolice = passedOn.some((step) => step.data.to === 'detective-sergeant')
    return {
      ...{ id, on, line: data.line ?? null, what: data.what ?? null, who: data.who ?? null },
      passedOn: passedOn.map((step) => ({ on: step.on, to: step.data.to, words: step.data.words ?? null })),
      decided:
        decided === undefined
          ? null
          : { on: decided.on, decision: decided.data.decision, reason: decided.data.reason ?? null },
      waitsFor: decided !== undefined ? null : isWithPolice ? 'detective-sergeant' : 'team-manager',
    }
  })
}
