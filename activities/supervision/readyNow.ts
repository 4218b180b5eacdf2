import type { LocalDate } from '@js-joda/core'
import type { SessionFacts } from '../../domain/supervision/session/sessionFacts'
import type { Transaction } from '../../prisma/database'
import { newId } from '../newId'
import { insertNotices } from './insertNotices'
import type { SessionRow } from './sessionFacts'
import type { TeamRecipients } from './teamRecipients'

interface Ready {
  readonly row: SessionRow
  readonly facts: SessionFacts
  readonly people: TeamRecipients
  readonly today: LocalDate
  readonly now: number
}

/** What is told once papers or minutes are out. It asks for nothing, so it is never late. */
export const READY_STEPS: ReadonlySet<string> = new Set(['papers-ready', 'minutes-ready'])

/** Tells everybody invited, once, that the papers of a session, or its minutes, can be read, and where. A mail holds neither. */
export async function readyNow(tx: Transaction, { row, facts, people, today, now }: Ready): Promise<void> {
  const here = new Set(people.people.map(({ id }) => id))
  const steps = [
    ...(row.state === 'planned' && facts.papersOutOn !== null ? ['papers-ready'] : []),
    ...(row.state === 'held' && facts.minutesOutOn !== null ? ['minutes-ready'] : []),
  ]
  const notices = steps.flatMap((step) =>
    facts.invitees
      .filter(({ personId }) => here.has(personId))
      .map(({ personId }) => ({
        ...{
          id: newId(now),
          key: ['session', row.id, step, personId].join('/'),
          teamId: row.team_id,
          sessionId: row.id,
        },
        ...{
          subject: null,
          step,
          tell: 'ready',
          toRole: 'invitee',
          recipientId: personId,
          why: 'invited to this session',
        },
        ...{ lane: 'at-once' as const, revision: row.revision, dueOn: today.toString(), sendOn: today.toString() },
      })),
  )
  await insertNotices(tx, notices, now)
}
