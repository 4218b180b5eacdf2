import type { LocalDate } from '@js-joda/core'
import { londonDay } from '../../domain/calendar/london'
import { knownOn } from '../../domain/chronology/knownOn'
import { EVENT_KINDS, payloadProblem, type EventData, type EventKind } from '../../domain/chronology/eventKinds'
import { newId } from '../../activities/newId'
import { readClock } from '../../activities/clock'
import { inTransaction } from '../../prisma/inTransaction'
import type { Transaction } from '../../prisma/database'
import { followFacts, teamKnownAs } from '../../activities/planning/followFacts'
import { loadFacts } from '../../activities/planning/loadFacts'
import { lockCase, type CaseRow } from '../../activities/planning/lockCase'
import { appendEvents } from '../../activities/chronology/appendEvents'
import { recordedBookingProblem } from './conference/recordedBookingProblem'
import type { CommandAnswer, CommandDeps, Refusal } from './command'
import { tellOfRisk } from './disputes/tellOfRisk'
import { earlierCaseProblem } from './earlierCaseProblem'
import { isId } from './isId'
import { leftBefore } from './leftBefore'
import { loadActing } from './loadActing'
import { mayRecordProblem } from './mayRecordProblem'
import { misfitProblem } from './misfitProblem'
import { readDay } from './readDay'
import { usedCommand } from './usedCommand'

export interface RecordEvent {
  /** The case by reference. */
  readonly ref: string
  readonly kind: string
  /** ISO date, London; today when missing. */
  readonly on?: string
  /** Ids of the children concerned; all when missing. */
  readonly children?: readonly string[]
  readonly data: unknown
  /** The event it corrects, and whether it takes it back. */
  readonly supersedes?: string
  readonly void?: boolean
  /** One per click: the same command twice appends nothing and gets the first answer; on another case it is refused. A UUID. */
  readonly commandId: string
  /** The version of the case the person was looking at; not checked when missing. */
  readonly seenVersion?: number
  readonly actorId: string
}

/**
 * Records a fact: checks the person and the event, saves it in one transaction, then nudges the case's clock. When the nudge fails the fact
 * is safe all the same, and `reconcile` delivers it. Refusals say what to do. Nothing is half written.
 */
export async function recordEvent({ db, processes }: CommandDeps, command: RecordEvent): Promise<CommandAnswer> {
  const answer = await inTransaction(db, (tx) => saveEvent(tx, command))
  if ('accepted' in answer) await processes.nudge(answer.concerns)
  return answer
}

/** The same inside a transaction, which is the caller's to end; nobody is nudged. */
export async function saveEvent(tx: Transaction, command: RecordEvent): Promise<CommandAnswer> {
  if (!isId(command.commandId))
    return refuse('bad-data', `${command.commandId} is no id for a command. Give a UUID, or leave --command-id out.`)
  // The same command on two cases at once: one of them waits here, and finds what the other recorded.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${command.commandId.toLowerCase()}, 0))`
  const [named] = await tx.$queryRaw<{ id: string }[]>`select id from case_file where ref = ${command.ref}`
  const row = named === undefined ? undefined : await lockCase(tx, named.id)
  if (row === undefined)
    return refuse(
      'unknown-case',
      `There is no case ${command.ref}. Check the reference: \`caseclock due\` lists those you may see.`,
    )
  const first = await tx.$queryRaw<{ id: string; facts_version: number }[]>`
    select id, facts_version from chronology_event where command_id = ${command.commandId}::uuid and case_id = ${row.id}::uuid order by position`
  if (first[0] !== undefined) {
    return {
      accepted: true,
      repeated: true,
      factsVersion: first[0].facts_version,
      eventIds: first.map(({ id }) => id),
      concerns: [],
    }
  }
  const { now } = await readClock(tx)
  const today = londonDay(now)
  const corrected = await kindOf(tx, row.id, command.supersedes)
  const kinds = [command.kind, ...(corrected === undefined ? [] : [corrected])]
  const notAllowed = await mayRecordProblem(tx, { actorId: command.actorId, row, day: today, kinds })
  if (notAllowed !== undefined) return refuse('not-allowed', notAllowed)
  const used = await usedCommand(tx, command.commandId)
  if (used !== undefined) return used
  if (command.seenVersion !== undefined && command.seenVersion !== row.facts_version) {
    return refuse(
      'changed-since',
      `Case ${command.ref} has changed since you opened it. Nothing was saved: look at what is new, then record again.`,
    )
  }
  const problem = (await eventProblem(tx, row.id, command, today)) ?? (await misfit(tx, row, command, today))
  if (problem !== undefined) return problem
  const id = newId(now)
  const version = row.facts_version + 1
  await appendEvents(tx, {
    caseId: row.id,
    factsVersion: version,
    commandId: command.commandId,
    actorId: command.actorId,
    now,
    events: [
      {
        id,
        kind: command.kind,
        on: command.on ?? today.toString(),
        children: command.children ?? [],
        data: command.data,
        supersedes: command.supersedes ?? null,
        void: command.void ?? false,
        source: null,
      },
    ],
  })
  await tx.$executeRaw`update case_file set facts_version = ${version} where id = ${row.id}::uuid`
  await followFacts(tx, row, knownOn(await loadFacts(tx, row), today))
  await tellOfRiskIn(tx, row.id, { command, disputeId: id })
  await tx.$executeRaw`
    insert into audit_event (id, at, actor_id, action, case_id, command_id, detail)
    values (${newId(now)}::uuid, ${new Date(now).toISOString()}::timestamptz, ${command.actorId}::uuid, 'record', ${row.id}::uuid,
      ${command.commandId}::uuid, ${JSON.stringify({ kind: command.kind, event: id })}::jsonb)`
  return {
    accepted: true,
    repeated: false,
    factsVersion: version,
    eventIds: [id],
    concerns: [{ type: 'caseTimeline', id: row.id }],
  }
}

/** The kind of an event of this case; undefined where none has that id. */
async function kindOf(tx: Transaction, caseId: string, eventId: string | undefined): Promise<string | undefined> {
  const [event] = await tx.$queryRaw<{ kind: string }[]>`
    select kind from chronology_event where case_id = ${caseId}::uuid and id::text = ${eventId ?? ''}`
  return event?.kind
}

async function eventProblem(
  tx: Transaction,
  caseId: string,
  command: RecordEvent,
  today: LocalDate,
): Promise<Refusal | undefined> {
  if (!(EVENT_KINDS as readonly string[]).includes(command.kind)) {
    return refuse(
      'unknown-kind',
      `There is no kind of event called ${command.kind}. Allowed: ${EVENT_KINDS.join(', ')}.`,
    )
  }
  const data = payloadProblem(command.kind as EventKind, command.data)
  if (data !== undefined) return refuse('bad-data', data)
  const on = readDay(command.on ?? today.toString())
  if (on === undefined)
    return refuse('bad-data', `${command.on ?? ''} is not a day an event can have. Write it as 2026-03-02.`)
  if (on.isAfter(today))
    return refuse('bad-data', `${on.toString()} is in the future. Enter the day it happened, or book it instead.`)
  const children = command.children ?? []
  const known = await tx.$queryRaw<{ id: string }[]>`select id from child where case_id = ${caseId}::uuid`
  const stranger = children.find((child) => !known.some(({ id }) => id === child))
  if (stranger !== undefined)
    return refuse('bad-data', `Child ${stranger} is not of this case. It has ${known.map(({ id }) => id).join(', ')}.`)
  const unknownCase = await earlierCaseProblem(tx, caseId, command)
  if (unknownCase !== undefined) return refuse('bad-data', unknownCase)
  const team = command.kind === 'transferred-in' ? (command.data as { team?: string }).team : undefined
  if (team !== undefined && (await teamKnownAs(tx, team)) === undefined)
    return refuse('bad-data', `There is no team ${team}. Give its name as \`caseclock due\` shows it, or its id.`)
  if (command.kind === 'worker-allocated' || command.kind === 'chair-allocated') {
    const left = await leftBefore(tx, (command.data as { person: string }).person, on)
    if (left !== undefined && command.void !== true) return refuse('bad-data', left)
  }
  if (command.void === true && command.supersedes === undefined)
    return refuse('bad-data', 'Nothing is named to take back. Say which event with --corrects.')
  if (command.supersedes !== undefined) {
    if ((await kindOf(tx, caseId, command.supersedes)) === undefined)
      return refuse('bad-data', `This case has no event ${command.supersedes} to correct.`)
  }
  return undefined
}

/** A dispute about immediate risk is told at once however it was recorded; a correction of one is told with its clock. */
async function tellOfRiskIn(
  tx: Transaction,
  caseId: string,
  {
    command: { kind, data, actorId, supersedes },
    disputeId,
  }: { readonly command: RecordEvent; readonly disputeId: string },
): Promise<void> {
  if (kind !== 'dispute-raised' || supersedes !== undefined) return
  const { about = 'no words recorded', immediateRisk } = data as EventData['dispute-raised']
  if (immediateRisk === true) await tellOfRisk(tx, { caseId, disputeId, actorId, words: about })
}

/** What cannot be so beside the other facts. Kind, day and payload have been looked at. */
async function misfit(
  tx: Transaction,
  row: CaseRow,
  command: RecordEvent,
  today: LocalDate,
): Promise<Refusal | undefined> {
  const { kind, data, children, supersedes, actorId } = command
  const event = {
    ...{ kind: kind as EventKind, on: readDay(command.on ?? '') ?? today, data, void: command.void ?? false },
    ...(children === undefined ? {} : { children }),
    ...(supersedes === undefined ? {} : { supersedes }),
  }
  const acting = kind === 'caution-given' ? await loadActing(tx, { actorId, row, day: today }) : undefined
  const byPolice = typeof acting === 'object' && acting.scope === 'police-track'
  const problem = await misfitProblem(tx, { row, today, event: { ...event, byPolice } })
  if (problem !== undefined) return problem
  const booking = await recordedBookingProblem(tx, { row, event, actorId, today })
  return booking === undefined ? undefined : refuse('bad-data', `${booking} Nothing was saved.`)
}

const refuse = (refused: Refusal['refused'], todo: string): Refusal => ({ refused, todo })
