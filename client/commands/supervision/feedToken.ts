import { hash, randomBytes } from 'node:crypto'
import { newId } from '../../../activities/newId'
import type { Transaction } from '../../../prisma/database'
import { inTransaction } from '../../../prisma/inTransaction'
import type { CommandDeps, Refusal } from '../command'
import { refuse } from './acting'
import { feedActing, type FeedActing, type FeedCommand } from './feedActing'

export interface FeedMade {
  readonly accepted: true
  /** Of the token; the secret is found nowhere else but here. */
  readonly id: string
  /** 32 random bytes, base64url: 43 letters. Whoever has it sees this person's sessions. */
  readonly secret: string
  /** An earlier address of this person stopped working. */
  readonly replaced: boolean
}

export interface FeedRevoked {
  readonly accepted: true
  /** There was none that worked, or the same command had been sent before: nothing was written. */
  readonly repeated: boolean
}

const MADE = 'calendar-feed-made'
const REVOKED = 'calendar-feed-revoked'

/**
 * Makes the secret of somebody's calendar, for themself alone, and ends the one before. Only its SHA-256 is kept, so it is told once: the same command again is refused, and
 * says so. Nobody is nudged.
 */
export const makeFeed = ({ db }: CommandDeps, command: FeedCommand): Promise<FeedMade | Refusal> =>
  inTransaction(db, async (tx) => {
    const acting = await feedActing(tx, command, MADE)
    if ('refused' in acting) return acting
    if (!acting.isSelf) return refuse('not-allowed', 'Everybody makes the address of their own calendar. Ask them to.')
    if (acting.repeated) return refuse('known-already', SHOWN_ONCE)
    const replaced = await endAll(tx, acting)
    const secret = randomBytes(32).toString('base64url')
    const id = newId(acting.now)
    await tx.$executeRaw`
      insert into feed_token (id, person_id, hash, made_at)
      values (${id}::uuid, ${acting.personId}::uuid, ${hash('sha256', secret, 'buffer')}, ${moment(acting)}::timestamptz)`
    await audit(tx, acting, { action: MADE, detail: { feed: id, person: acting.personId } })
    return { accepted: true, id, secret, replaced: replaced.length > 0 }
  })

/** Ends the address of somebody's calendar: the next fetch finds nothing. For themself, or for an administrator. Twice is the same as once. */
export const revokeFeed = ({ db }: CommandDeps, command: FeedCommand): Promise<FeedRevoked | Refusal> =>
  inTransaction(db, async (tx) => {
    const acting = await feedActing(tx, command, REVOKED)
    if ('refused' in acting) return acting
    if (!acting.isSelf && !acting.mayEndOthers)
      return refuse('not-allowed', 'The address of a calendar is ended by whose it is, or by an administrator.')
    if (acting.repeated) return { accepted: true, repeated: true }
    const ended = await endAll(tx, acting)
    if (ended.length === 0) return { accepted: true, repeated: true }
    await audit(tx, acting, { action: REVOKED, detail: { feeds: ended, person: acting.personId } })
    return { accepted: true, repeated: false }
  })

const SHOWN_ONCE =
  'This address was made before, and its secret was shown once, then. Make another, without --command-id: the one before stops working.'

const moment = ({ now }: FeedActing): string => new Date(now).toISOString()

/** Ends every token of the person that works. Answers their ids. */
async function endAll(tx: Transaction, acting: FeedActing): Promise<readonly string[]> {
  const ended = await tx.$queryRaw<{ id: string }[]>`
    update feed_token set revoked_at = ${moment(acting)}::timestamptz where person_id = ${acting.personId}::uuid and revoked_at is null
    returning id::text`
  return ended.map(({ id }) => id)
}

const audit = (
  tx: Transaction,
  acting: FeedActing,
  {
    action,
    detail,
  }: { readonly action: string; readonly detail: Readonly<Record<string, string | readonly string[]>> },
): Promise<number> => tx.$executeRaw`
  insert into audit_event (id, at, actor_id, action, case_id, command_id, detail)
  values (${newId(acting.now)}::uuid, ${moment(acting)}::timestamptz, ${acting.actorId}::uuid, ${action}, null, ${acting.commandId}::uuid,
    ${JSON.stringify(detail)}::jsonb)`
