import { bookingProblem } from '../../../domain/conference/bookingProblem'
import { BOOKS, standingBooking } from '../../../domain/conference/bookingsOfConference'
import { refuse, type CaseAnswer } from '../onCase/caseCommand'
import type { NewFact } from '../onCase/factsProblem'
import type { CommandDeps } from '../command'
import { readDay } from '../readDay'
import { approvals } from './approvals'
import { conferenceCommand, type ConferenceCommand } from './conferenceCommand'

export interface BookConference extends ConferenceCommand {
  /** ISO date. */
  readonly for: string
  /** London wall time, `09:30`. */
  readonly at: string
  readonly place: string
  /** Needed beyond the last lawful day, and where an agreed day is moved. */
  readonly reason?: string
  /** Who approved that; the person who acts, where missing. */
  readonly approvedBy?: string
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** Books a conference or core group, or moves it: a booking beyond the last lawful day needs a reason and an approver, an agreed day is moved by the chair or the chair's manager. */
export const bookConference = (deps: CommandDeps, command: BookConference): Promise<CaseAnswer> =>
  conferenceCommand(deps, { ...command, action: 'conference-booked' }, async (tx, acting) => {
    const { conference, today, facts } = acting
    const day = readDay(command.for)
    if (day === undefined) return refuse('bad-data', `${command.for} is not a day. Write it as 2026-06-02.`)
    if (!TIME.test(command.at)) return refuse('bad-data', `${command.at} is not a time. Write it as 09:30.`)
    if (conference.state !== 'due')
      return refuse('bad-data', 'This conference is no longer due. `caseclock conference list REF` shows the next one.')
    const approverId = command.approvedBy ?? command.actorId
    const approved = await approvals(tx, approverId, { ...acting, kind: conference.kind })
    if (typeof approved === 'string') return refuse('unknown-person', approved)
    const { reason } = command
    const { limitOn, bookedFor: agreed } = conference
    const problem = bookingProblem({ for: day, today, limitOn, agreed, reason, approved })
    if (problem !== undefined) return refuse('bad-data', problem)
    await tx.$executeRaw`
      update conference set at = ${command.at}, place = ${command.place.trim()}, arranged_for = ${day.toString()}::date where id = ${conference.id}::uuid`
    if (agreed?.equals(day) === true) return { detail: { for: command.for } }
    const needsApproval = agreed !== null || day.isAfter(limitOn)
    const data = {
      for: day.toString(),
      ...(needsApproval && reason !== undefined ? { reason, approvedBy: approverId } : {}),
    }
    const about = whichChildren(
      conference.children,
      facts.children.map(({ id }) => id),
    )
    const old = agreed === null ? [] : standingBooking(facts, conference, agreed)
    const cancelled = old.map((booking): NewFact => ({
      kind: 'meeting-cancelled',
      on: today,
      data: { booking },
      ...about,
    }))
    return {
      facts: [...cancelled, { kind: BOOKS[conference.kind], on: today, data, ...about }],
      detail: { for: command.for, moved: agreed?.toString() ?? null },
    }
  })

/** All children of the case are not named one by one. */
const whichChildren = (
  concerned: readonly string[],
  all: readonly string[],
): { readonly children?: readonly string[] } =>
  all.every((child) => concerned.includes(child)) ? {} : { children: concerned }
