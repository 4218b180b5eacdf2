import type { LocalDate } from '@js-joda/core'
import { concerned } from '../../../domain/chronology/misfits/concerned'
import { PLAN_WORDS } from '../../../domain/chronology/misfits/planStarts'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { evidenceProblem, type Evidence } from '../../../domain/closing/evidenceProblem'
import { lastHandshake, type What } from '../../../domain/closing/handshakes'
import { isLevel, levelsProblem, planOfLevel } from '../../../domain/closing/levels'
import { runningOf } from '../../../domain/closing/runningOf'
import { govukDate } from '../../../domain/timeline/govukDate'
import type { CommandAnswer, CommandDeps } from '../command'
import { payloadProblem } from '../../../domain/chronology/eventKinds'
import { caseCommand, refuse, type CaseCommand } from '../onCase/caseCommand'
import { readDay } from '../readDay'

export interface Propose extends CaseCommand {
  readonly what: What
  /** Of a step-down: from which level of help to which. */
  readonly levels?: { readonly from: string; readonly to: string }
  /** ISO date; today when missing. */
  readonly on?: string
  /** All children of the case when missing. */
  readonly children?: readonly string[]
  readonly evidence: Evidence
}

/**
 * Proposes to step a case down or to close it, with what shows that it may be: since when change has held, when the child was seen, that the chronology was read, what was
 * tried, who will notice if it slips. One proposal of a kind at a time.
 */
export const propose = (deps: CommandDeps, command: Propose): Promise<CommandAnswer> => {
  const kind = command.what === 'closure' ? 'closure-proposed' : 'step-down-proposed'
  return caseCommand(
    deps,
    { ...command, action: `${command.what}-proposed`, kinds: [kind] },
    ({ facts, today, row }) => {
      const on = readDay(command.on ?? today.toString())
      const data = { ...(command.levels ?? {}), evidence: command.evidence }
      const problem =
        on === undefined
          ? `--on ${command.on ?? ''} is not a day that exists. Write it as 2026-03-02.`
          : (payloadProblem(kind, data) ??
            (row.open ? undefined : 'This case is closed already.') ??
            notProposable(command, facts, on))
      if (on === undefined || problem !== undefined)
        return Promise.resolve(refuse('bad-data', `${problem ?? ''} Nothing was saved.`))
      return Promise.resolve({ facts: [{ kind, on, data, children: command.children ?? [] }] })
    },
  )
}

function notProposable(
  { what, levels, children = [], evidence }: Propose,
  facts: CaseFacts,
  on: LocalDate,
): string | undefined {
  const last = lastHandshake(facts, what)
  if (last?.state === 'proposed' || last?.state === 'accepted')
    return `A ${what} was proposed on ${govukDate(last.proposedOn)} and is ${last.state === 'proposed' ? 'not answered' : 'not in effect'} yet. Finish that one, or take it back.`
  return (
    (levels === undefined ? undefined : notFromThere(levels, facts, { on, children })) ??
    evidenceProblem(evidence, { on, children: concerned(facts, { children }) })
  )
}

function notFromThere(
  { from, to }: NonNullable<Propose['levels']>,
  facts: CaseFacts,
  about: { readonly on: LocalDate; readonly children: readonly string[] },
): string | undefined {
  const problem = levelsProblem(from, to)
  const kind = isLevel(from) ? planOfLevel(from) : null
  if (problem !== undefined || kind === null) return problem
  return runningOf(facts, { kind, ...about }).length === 0
    ? `No child it concerns has ${PLAN_WORDS[kind].a} that runs on ${govukDate(about.on)} and could be stepped down from.`
    : undefined
}
