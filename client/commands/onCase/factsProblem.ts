import type { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { payloadProblem, type EventKind } from '../../../domain/chronology/eventKinds'
import { misfitOf } from '../../../domain/chronology/misfits/misfitOf'
import type { Proposed } from '../../../domain/chronology/misfits/proposed'

/** A fact to be recorded; of all children of the case where it names none. */
export interface NewFact {
  readonly kind: EventKind
  readonly on: LocalDate
  readonly data: object
  readonly children?: readonly string[]
  /** Made beforehand, where others name it. */
  readonly id?: string
  readonly supersedes?: string
}

/** What is wrong with the first of several facts that cannot be recorded, each looked at beside those before it; undefined where all can. */
export function factsProblem(
  facts: CaseFacts,
  added: readonly NewFact[],
  { today, looksItself = false }: { readonly today: LocalDate; readonly looksItself?: boolean },
): string | undefined {
  let known = facts
  for (const [index, { kind, on, data, children = [], supersedes }] of added.entries()) {
    const stranger = children.find((child) => !facts.children.some(({ id }) => id === child))
    if (stranger !== undefined)
      return `Child ${stranger} is not of this case. It has ${facts.children.map(({ id }) => id).join(', ')}.`
    if (on.isAfter(today)) return `${on.toString()} is in the future. Enter the day it happened, or book it instead.`
    // Its payload has passed the schema of its kind by the time it is looked at beside the others.
    const proposed = {
      ...{ kind, on, data },
      ...(children.length === 0 ? {} : { children }),
      ...(supersedes === undefined ? {} : { supersedes }),
    } as Proposed
    const problem = payloadProblem(kind, data) ?? (looksItself ? undefined : misfitOf(known, proposed))
    if (problem !== undefined) return problem
    known = { ...known, events: [...known.events, { ...proposed, id: `new ${String(index)}` }] }
  }
  return undefined
}
