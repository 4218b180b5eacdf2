import { isSocialCare } from '../chronology/writtenWords'
import { linesOf, type PlanLine } from './linesOf'
import type { PlanDocument } from './planDocument'
import type { PlanProblem } from './planProblem'

/**
 * What keeps a version from standing in the place of those before it; `earlier` in order, the last is the one that is amended. A line keeps its meaning for as long as it
 * keeps its name, and none vanishes without a word about what became of it.
 */
export function amendmentProblems(plan: PlanDocument, earlier: readonly PlanDocument[]): readonly PlanProblem[] {
  const leftOut = plan.leftOut ?? []
  const before = earlier.at(-1)
  if (before === undefined)
    return leftOut.length === 0 ? [] : [{ path: ['leftOut'], problem: 'a first version leaves nothing out' }]
  const lines = linesOf(plan)
  const standing = linesOf(before)
  const has = (all: readonly PlanLine[], id: string): boolean => all.some((line) => line.id === id)
  const gone = standing.filter(({ id }) => !has(lines, id))
  return [
    ...(plan.date < before.date
      ? [{ path: ['date'], problem: `it amends a version of ${before.date}: its own date is that day or later` }]
      : []),
    ...gone
      .filter(({ id }) => !leftOut.some(({ line }) => line === id))
      .map(({ id }) => ({
        path: ['leftOut'],
        problem: `line ${id} is in the version before and not in this one: say under leftOut what became of it`,
      })),
    ...leftOut.flatMap(({ line, outcome }, index) => leftOutProblems(['leftOut', index], { line, outcome }, gone)),
    ...lines.flatMap((line) => changedProblems(line, standing, earlier)),
  ]
}

function leftOutProblems(
  path: PlanProblem['path'],
  { line, outcome }: { readonly line: string; readonly outcome: string },
  gone: readonly PlanLine[],
): readonly PlanProblem[] {
  const left = gone.find(({ id }) => id === line)
  if (left === undefined)
    return [{ path, problem: `line ${line} is no line that this version leaves out; take it from leftOut` }]
  return isSocialCare(left.agency) && outcome !== 'met'
    ? [{ path, problem: `line ${line} is what social care itself does; it is no longer asked for: outcome met` }]
    : []
}

function changedProblems(
  line: PlanLine,
  standing: readonly PlanLine[],
  earlier: readonly PlanDocument[],
): readonly PlanProblem[] {
  const path = ['lines', line.domain]
  const before = standing.find(({ id }) => id === line.id)
  if (before === undefined)
    return earlier.some((one) => linesOf(one).some(({ id }) => id === line.id))
      ? [{ path, problem: `${line.id} was another line in an earlier version; give this one a new number` }]
      : []
  const changed = (['agency', 'frequency', 'duty'] as const).filter((field) => before[field] !== line[field])
  return changed.length === 0
    ? []
    : [
        {
          path,
          problem: `line ${line.id} has another ${changed.join(' and ')} than in the version before: leave it out under leftOut, and give the new line a new number`,
        },
      ]
}
