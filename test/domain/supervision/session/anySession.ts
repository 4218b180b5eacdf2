import fc from 'fast-check'
import { LocalDate } from '@js-joda/core'
import type { Invitee, SessionCase, SessionFacts } from '../../../../domain/supervision/session/sessionFacts'

const FIRST = LocalDate.of(2027, 1, 4)

/** All that will ever be known of a session, whenever it becomes known. */
export interface SessionStory {
  readonly facts: SessionFacts
  /** The day its state became known; until then it is planned. */
  readonly endedOn: LocalDate
}

/** Mostly near a session 40 days on, sometimes never. Days after the one it is diarised on. */
const sometime = fc.option(fc.integer({ min: 0, max: 90 }), { freq: 4, nil: null })
const ahead = (from: LocalDate, days: number | null): LocalDate | null => (days === null ? null : from.plusDays(days))

const anyInvitee = (from: LocalDate, personId: string): fc.Arbitrary<Invitee> =>
  fc
    .record({
      invited: fc.oneof(fc.constant(0), fc.nat(50)),
      reply: fc.constantFrom('accepted', 'declined', 'declined', 'tentative', null),
      ...{ after: fc.nat(45), approved: sometime, refused: sometime },
      exception: fc.boolean(),
    })
    .map(({ invited, reply, after, approved, refused, exception }): Invitee => {
      const repliedOn = from.plusDays(invited + after)
      return {
        ...{ personId, invitedOn: from.plusDays(invited), reply, repliedOn: reply === null ? null : repliedOn },
        exception:
          reply === 'declined' && exception
            ? { approvedOn: ahead(repliedOn, approved), refusedOn: ahead(repliedOn, refused) }
            : null,
      }
    })

const anyCase = (from: LocalDate, caseId: string): fc.Arbitrary<SessionCase> =>
  fc
    .record({ placed: fc.oneof(fc.constant(0), fc.nat(50)), written: sometime, reviewed: sometime })
    .map(({ placed, written, reviewed }) => {
      const placedOn = from.plusDays(placed)
      const summaryWrittenOn = ahead(placedOn, written)
      const summaryReviewedOn = summaryWrittenOn === null ? null : ahead(summaryWrittenOn, reviewed)
      return { caseId, placedOn, summaryWrittenOn, summaryReviewedOn }
    })

const STATES = ['planned', 'cancelled', 'held', 'held', 'held', 'not-held'] as const

/** A session on any day of two years, Easter and weekends too, diarised up to 60 days ahead, and what becomes of it. */
export const anyStory: fc.Arbitrary<SessionStory> = fc
  .record({ start: fc.nat(700), notice: fc.nat(60) })
  .chain(({ start, notice }) => {
    const plannedOn = FIRST.plusDays(start)
    const on = plannedOn.plusDays(notice)
    const some = <T>(one: (from: LocalDate, id: string) => fc.Arbitrary<T>, ids: readonly string[]) =>
      fc.subarray([...ids]).chain((few) => fc.tuple(...few.map((id) => one(plannedOn, id))))
    return fc
      .record({
        ...{ state: fc.constantFrom(...STATES), late: fc.nat(3), recorded: fc.nat(20), sampled: fc.boolean() },
        ...{ papers: sometime, minutes: sometime, checked: sometime },
        ...{ invitees: some(anyInvitee, ['P-1', 'P-2']), cases: some(anyCase, ['C-1', 'C-2']) },
      })
      .map(({ state, late, recorded, sampled, papers, minutes, checked, invitees, cases }): SessionStory => {
        const heldOn = state === 'held' ? on.plusDays(late) : null
        const endedOn = (heldOn ?? on).plusDays(recorded)
        const minutesOutOn = heldOn === null ? null : ahead(heldOn, minutes)
        const qualityCheckedOn = minutesOutOn === null ? null : ahead(minutesOutOn, checked)
        const recordedHeldOn = state === 'held' || state === 'not-held' ? endedOn : null
        const facts = { id: 'S-1', on, plannedOn, state, heldOn, recordedHeldOn, papersOutOn: ahead(plannedOn, papers) }
        return { endedOn, facts: { ...facts, minutesOutOn, qualityCheckedOn, sampled, invitees, cases } }
      })
  })

/** What is known of it on a day. */
export function knownBy({ facts, endedOn }: SessionStory, today: LocalDate): SessionFacts {
  const known = (day: LocalDate | null): LocalDate | null => (day === null || day.isAfter(today) ? null : day)
  const planned = { state: 'planned', heldOn: null, recordedHeldOn: null } as const
  const outcome = endedOn.isAfter(today)
    ? { ...planned, minutesOutOn: null, qualityCheckedOn: null }
    : { minutesOutOn: known(facts.minutesOutOn), qualityCheckedOn: known(facts.qualityCheckedOn) }
  return {
    ...facts,
    ...outcome,
    papersOutOn: known(facts.papersOutOn),
    invitees: facts.invitees
      .filter(({ invitedOn }) => !invitedOn.isAfter(today))
      .map(({ exception, ...one }) => ({
        ...one,
        ...(known(one.repliedOn) === null ? { reply: null, repliedOn: null } : {}),
        exception: exception && {
          approvedOn: known(exception.approvedOn),
          refusedOn: known(exception.refusedOn),
        },
      })),
    cases: facts.cases
      .filter(({ placedOn }) => !placedOn.isAfter(today))
      .map((one) => ({
        ...one,
        ...{ summaryWrittenOn: known(one.summaryWrittenOn), summaryReviewedOn: known(one.summaryReviewedOn) },
      })),
  }
}
