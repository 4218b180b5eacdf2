import type { LocalDate } from '@js-joda/core'
import { handshakes, type Handshake } from '../../../domain/closing/handshakes'
import { isFollowUp, stillOpen } from '../../../domain/closing/stillOpen'
import type { TitledObligation } from '../../../domain/supervision/summary/titled'
import type { Database, Transaction } from '../../../prisma/database'
import type { Refusal } from '../../commands/command'
import { earlierDecisions, type EarlierDecision } from '../plans/earlierDecisions'
import { readCase } from '../plans/readCase'

/** One open matter of a case, as a closing has to decide it. */
export interface OpenMatter {
  readonly rule: string
  readonly subject: string
  readonly title: string
  readonly dueOn: LocalDate
}

/** A step-down or a closure with the people who proposed and answered it. */
export interface ShownHandshake extends Handshake {
  readonly proposedBy: string | null
  /** By when it has to be answered; null where it was. */
  readonly answerDueOn: LocalDate | null
}

/** Where the closing of a case stands. */
export interface ClosingPage {
  readonly ref: string
  /** ISO date. */
  readonly today: string
  readonly open: boolean
  readonly handshakes: readonly ShownHandshake[]
  /** What is open: what would fall away if the case closed today, and what goes on all the same. The same list as that of the case. */
  readonly fallsAway: readonly OpenMatter[]
  readonly goesOn: readonly OpenMatter[]
  /** The look-backs that are scheduled, or would be. */
  readonly followUps: readonly OpenMatter[]
  readonly earlier: readonly EarlierDecision[]
}

/** Where the step-downs and the closing of a case stand, and what is open on it; or why the reader may not see it. */
export const closingPage = (db: Database, ref: string, readerId: string): Promise<ClosingPage | Refusal> =>
  readCase(
    db,
    { ref, readerId, action: 'closing-read' },
    async ({ tx, row, today, rules, folded, facts, obligations }) => {
      const by = { policy: rules.policy, calendar: rules.calendar, today }
      const closed = row.open ? [{ kind: 'case-closed', on: today, data: { reason: 'as if' } } as const] : []
      const { fallsAway, goesOn, begins } = stillOpen(facts, closed, by)
      const answerDueOn = ({ first, state }: Handshake): LocalDate | null =>
        state === 'proposed'
          ? (obligations.find(({ rule, trigger }) => rule === 'handshake' && trigger === first)?.dueOn ?? null)
          : null
      const shown = handshakes(facts)
      const names = await namesOf(tx, shown)
      const proposers = await proposersOf(tx, shown)
      return {
        ...{ ref: row.ref, today: today.toString(), open: row.open },
        handshakes: shown.map((one) => ({
          ...one,
          answer: one.answer === null ? null : { ...one.answer, by: names.get(one.answer.by) ?? one.answer.by },
          ...{ proposedBy: proposers.get(one.id) ?? null, answerDueOn: answerDueOn(one) },
        })),
        ...{ fallsAway: fallsAway.map(matter), goesOn: goesOn.map(matter) },
        followUps: [...goesOn, ...begins].filter(isFollowUp).map(matter),
        earlier: await earlierDecisions(tx, { ref: row.ref, folded, rules, today, readerId }),
      }
    },
  )

const matter = ({ rule, subject, title, dueOn }: TitledObligation): OpenMatter => ({ rule, subject, title, dueOn })

async function namesOf(tx: Transaction, shown: readonly Handshake[]): Promise<ReadonlyMap<string, string>> {
  const ids = shown.flatMap(({ answer }) => (answer === null ? [] : [answer.by]))
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    select id::text, name from person where id::text = any(${ids})`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function proposersOf(tx: Transaction, shown: readonly Handshake[]): Promise<ReadonlyMap<string, string>> {
  const ids = shown.map(({ id }) => id)
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    select e.id::text, p.name from chronology_event e join person p on p.id = e.actor_id where e.id::text = any(${ids})`
  return new Map(rows.map(({ id, name }) => [id, name]))
}
