import type { PlanKind } from '../chronology/misfits/planStarts'

/** The levels of help, the strictest first (handbook 2 and 9). */
export const LEVELS = ['plo', 'cpp', 'cin', 'early-help', 'universal'] as const

export type Level = (typeof LEVELS)[number]

export const isLevel = (text: string): text is Level => (LEVELS as readonly string[]).includes(text)

/** The plan that carries a level; null below social care. */
export const planOfLevel = (level: Level): PlanKind | null =>
  level === 'early-help' || level === 'universal' ? null : level

/** Why this is no step down, or undefined where it is. */
export function levelsProblem(from: string, to: string): string | undefined {
  const unknown = [from, to].find((level) => !isLevel(level))
  if (unknown !== undefined)
    return `${unknown} is no level of help. There are ${LEVELS.join(', ')}, the strictest first.`
  return LEVELS.indexOf(from as Level) < LEVELS.indexOf(to as Level)
    ? undefined
    : `From ${from} to ${to} is no step down. The levels are ${LEVELS.join(', ')}, the strictest first.`
}
