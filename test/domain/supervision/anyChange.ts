import type { LocalDate } from '@js-joda/core'
import fc from 'fast-check'
import type { Team, YearInput } from '../../../domain/supervision/yearInput'
import type { YearPlan } from '../../../domain/supervision/yearPlan'

export const CHANGES = ['opens', 'closes', 'called-off', 'closed-date', 'changes-team', 'shorter'] as const

/** One thing that has become otherwise since a plan was made. `turn` says which case, session or day. */
export interface Change {
  readonly kind: (typeof CHANGES)[number]
  readonly turn: number
}

export const anyChange: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom(...CHANGES),
  turn: fc.nat(100_000),
})

const pick = <T>(from: readonly T[], turn: number): T | undefined => from[turn % Math.max(1, from.length)]

/** What is asked after the change, with the plan that was made before it. */
export function changed(input: YearInput, plan: YearPlan, { kind, turn }: Change): YearInput {
  const { teams } = input
  const team = pick(teams, turn)
  const session = pick(plan.sessions, turn)
  const one = team === undefined ? undefined : pick(team.cases, turn)
  const day = input.from.plusDays(turn % (30 * input.months))
  const replaced = (id: string | undefined, by: (team: Team) => Team): YearInput => ({
    ...input,
    teams: teams.map((its) => (its.id === id ? by(its) : its)),
    existing: plan.sessions,
  })
  switch (kind) {
    case 'opens':
      return replaced(team?.id, (its) => ({
        ...its,
        cases: [...its.cases, { ref: 'new', openFrom: day, openTo: null, keep: null }],
      }))
    case 'closes':
      return replaced(team?.id, (its) => ({
        ...its,
        cases: its.cases.map((its) => (its === one ? { ...its, openTo: latest(day, its.openFrom) } : its)),
      }))
    case 'called-off':
    case 'shorter':
      return replaced(session?.team, (its) => ({
        ...its,
        oneOffs: [
          ...its.oneOffs.filter(({ on, at }) => session?.at !== at || !session.on.equals(on)),
          ...(session === undefined
            ? []
            : [
                {
                  on: session.on,
                  at: session.at,
                  minutes: kind === 'shorter' ? 20 * Math.max(0, session.capacity - 1) : 0,
                },
              ]),
        ],
      }))
    case 'closed-date':
      return replaced(session?.team, (its) => ({ ...its, closedDates: [...its.closedDates, session?.on ?? day] }))
    case 'changes-team': {
      const to = pick(
        teams.filter(({ id }) => id !== team?.id),
        turn,
      )
      if (one === undefined || to === undefined) return { ...input, existing: plan.sessions }
      const left = replaced(team?.id, (its) => ({ ...its, cases: its.cases.filter((its) => its !== one) }))
      return {
        ...left,
        teams: left.teams.map((its) => (its.id === to.id ? { ...its, cases: [...its.cases, one] } : its)),
      }
    }
  }
}

const latest = (a: LocalDate, b: LocalDate): LocalDate => (a.isAfter(b) ? a : b)
