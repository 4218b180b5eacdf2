import type { End } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
import type { RuleVersions } from '../../policy/policySchedule'
import type { Outcome } from '../obligation'
import { outcomeOf } from '../outcomeOf'
import { countOf, ruleOn } from './ruleNumbers'

/** An event that belongs to a pattern, or breaks it. */
export interface Turn {
  readonly event: Effective
  readonly turn: 'adds' | 'breaks'
}

/** So many of a kind running, up to the event that completes the number. Those that follow belong to the same drift: they open no second stall. */
export interface Run {
  readonly evidence: readonly Effective[]
  readonly trigger: Effective
  readonly end: Outcome
}

interface Running {
  readonly rules: RuleVersions
  /** What ends a stall found with an event, when no fact does. */
  readonly groundOf: (event: Effective) => End | null
}

/**
 * The runs of a kind of event that are as long as the rule asks, in order of date. A run ends with the event that breaks it, or with its ground:
 * what happened before the case closed and after it opened again does not run on. One recorded late that lies before the others completes the
 * run earlier: the stall is then dated, and named, by another event.
 */
export function runs(turns: readonly Turn[], { rules, groundOf }: Running): readonly Run[] {
  return stretches(turns, groundOf).flatMap(({ events, brokenBy }) => {
    const at = events.findIndex(({ on }, index) => {
      const rule = ruleOn(rules, on)
      return rule !== undefined && index + 1 >= countOf(rule)
    })
    const trigger = events[at]
    if (trigger === undefined) return []
    return [{ evidence: events.slice(0, at + 1), trigger, end: outcomeOf(brokenBy, groundOf(trigger)) }]
  })
}

interface Stretch {
  readonly events: readonly Effective[]
  readonly brokenBy: Effective | undefined
}

function stretches(turns: readonly Turn[], groundOf: Running['groundOf']): readonly Stretch[] {
  const found: Stretch[] = []
  let events: Effective[] = []
  const close = (brokenBy: Effective | undefined): void => {
    if (events.length > 0) found.push({ events, brokenBy })
    events = []
  }
  for (const { event, turn } of turns) {
    const last = events.at(-1)
    if (last !== undefined && groundOf(last)?.on.isBefore(event.on) === true) close(undefined)
    if (turn === 'adds') events.push(event)
    else close(event)
  }
  close(undefined)
  return found
}
