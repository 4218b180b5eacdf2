import type { LocalDate } from '@js-joda/core'
import type { EventOf } from '../chronology/chronologyEvent'
import { childHistories, ofKind } from '../chronology/childHistory'
import type { CaseFacts } from '../chronology/caseFacts'
import type { Effective } from '../chronology/effectiveEvents'
import { repliesTo } from '../timeline/rules/repliesTo'
import type { Evidence } from './evidenceProblem'

export type What = 'closure' | 'step-down'

/** A step-down or a closure from its proposal to the day it took effect. */
export interface Handshake {
  readonly what: What
  /** The event that proposed it. */
  readonly id: string
  readonly first: string
  readonly proposedOn: LocalDate
  /** Empty: all children of the case. */
  readonly children: readonly string[]
  /** Of a step-down. */
  readonly levels: { readonly from: string; readonly to: string } | null
  readonly evidence: Evidence | null
  readonly state: 'proposed' | 'accepted' | 'declined' | 'effective'
  /** Who accepted or declined it, as they are named, and why where it was declined. */
  readonly answer: { readonly on: LocalDate; readonly by: string; readonly reason: string | null } | null
  readonly effectiveOn: LocalDate | null
}

type Proposal = Effective<EventOf<'closure-proposed'> | EventOf<'step-down-proposed'>>
type Reply = Effective<
  | EventOf<'closure-accepted'>
  | EventOf<'closure-declined'>
  | EventOf<'step-down-accepted'>
  | EventOf<'step-down-declined'>
>

const KINDS = {
  closure: {
    proposed: 'closure-proposed',
    replies: ['closure-accepted', 'closure-declined'],
    effective: 'case-closed',
  },
  'step-down': {
    proposed: 'step-down-proposed',
    replies: ['step-down-accepted', 'step-down-declined'],
    effective: 'stepped-down',
  },
} as const

/** Every step-down and closure of a case that was proposed, in order. */
export const handshakes = (facts: CaseFacts): readonly Handshake[] =>
  [...handshakesOf(facts, 'closure'), ...handshakesOf(facts, 'step-down')].sort((a, b) =>
    a.proposedOn.compareTo(b.proposedOn),
  )

/** Those of one kind. What took effect is of the last one accepted by then; a later one waits for its own. */
export function handshakesOf(facts: CaseFacts, what: What): readonly Handshake[] {
  const { all } = childHistories(facts)
  const { proposed, replies, effective } = KINDS[what]
  const answers = repliesTo(all, { proposed, replies })
  const done = ofKind(all, effective)
  const used = new Set<string>()
  return ofKind(all, proposed).map((proposal: Proposal): Handshake => {
    const reply = answers.get(proposal.first) as Reply | undefined
    const isAccepted = reply?.kind === 'closure-accepted' || reply?.kind === 'step-down-accepted'
    const effect = isAccepted ? done.find(({ id, on }) => !used.has(id) && !on.isBefore(reply.on)) : undefined
    if (effect !== undefined) used.add(effect.id)
    return {
      ...{ what, id: proposal.id, first: proposal.first, proposedOn: proposal.on },
      children: proposal.children ?? [],
      levels: proposal.kind === 'step-down-proposed' ? { from: proposal.data.from, to: proposal.data.to } : null,
      evidence: proposal.data.evidence ?? null,
      state:
        effect !== undefined ? 'effective' : reply === undefined ? 'proposed' : isAccepted ? 'accepted' : 'declined',
      answer: reply === undefined ? null : { on: reply.on, by: reply.data.by, reason: reasonOf(reply) },
      effectiveOn: effect?.on ?? null,
    }
  })
}

const reasonOf = (reply: Reply): string | null =>
  reply.kind === 'closure-declined' || reply.kind === 'step-down-declined' ? reply.data.reason : null

/** The last of one kind; undefined where none was ever proposed. */
export const lastHandshake = (facts: CaseFacts, what: What): Handshake | undefined => handshakesOf(facts, what).at(-1)
