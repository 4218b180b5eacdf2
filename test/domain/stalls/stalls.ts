import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { sentence } from '../../../domain/timeline/sentence'
import { obligationsOf } from '../facts'

/** The stalls of a rule: the child or the case, the day it is found, how it stands. An eighteenth birthday far ahead is none. */
export const stalls = (rule: string, given: CaseFacts): readonly string[] =>
  obligationsOf(rule, given).map(({ subject, dueOn, end }) => {
    const on = end.outcome === 'open' ? '' : ` ${end.on.toString()}`
    const open = end.outcome === 'cancelled' && end.by === 'birthday'
    return `${subject} ${dueOn.toString()} ${open ? 'open' : `${end.outcome}${on}`}`
  })

/** What the first stall of a rule says: the ids of its evidence, and its sentence. */
export function saysOf(
  rule: string,
  given: CaseFacts,
): { readonly evidence: readonly string[]; readonly what: string } {
  const [first] = obligationsOf(rule, given)
  const steps = first?.explanation ?? []
  const last = steps.at(-1)
  return {
    evidence: steps.flatMap((step) => (step.step === 'evidence' ? [step.id] : [])),
    what: last === undefined ? 'nothing found' : sentence(last),
  }
}

/** What each stall of a rule is called by: trigger and part. */
export const keysOf = (rule: string, given: CaseFacts): readonly string[] =>
  obligationsOf(rule, given).map(({ trigger, part }) => (part === '' ? trigger : `${trigger} / ${part}`))

interface Case {
  readonly events: CaseFacts['events']
  readonly gives: readonly string[]
  readonly because: string
}

/** Facts, what is found in them, and why. */
export const table = (...cases: readonly Case[]): readonly Case[] => cases
