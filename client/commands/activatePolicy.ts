import { readClock } from '../../activities/clock'
import { canonical } from '../../domain/canonical'
import { newId } from '../../activities/newId'
import { londonDay } from '../../domain/calendar/london'
import type { Transaction } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import type { CommandDeps, Refusal } from './command'
import { isId } from './isId'
import { lockRules } from './lockRules'
import { mayRunAuthorityProblem } from './mayRunAuthorityProblem'
import { usedCommand } from './usedCommand'
import { versionProblem, type NewVersion } from './versionProblem'

export interface ActivatePolicy extends NewVersion {
  readonly actorId: string
  readonly commandId: string
  /** Cases on which anything is otherwise today, as a comparison found them: they are nudged at once, all others are planned again by `reconcile`. */
  readonly concerned: readonly string[]
}

export interface Activated {
  readonly accepted: true
  /** It had been done before: nothing was added. */
  readonly repeated: boolean
}

/**
 * Puts a version of the rules into force from a day on. Idempotent by command id, and the same content from the same day is the same version. Nothing
 * is planned here: the name of the rules in force changes, and every plan made under another is made again, on that day and not before.
 */
export async function activatePolicy(
  { db, processes }: CommandDeps,
  command: ActivatePolicy,
): Promise<Activated | Refusal> {
  const answer = await inTransaction(db, (tx) => save(tx, command))
  if ('accepted' in answer && !answer.repeated)
    await processes.nudge(command.concerned.map((id) => ({ type: 'caseTimeline', id })))
  return answer
}

async function save(tx: Transaction, command: ActivatePolicy): Promise<Activated | Refusal> {
  const { pack, overlay, from, appliesToOpenWork, actorId, commandId } = command
  await lockRules(tx)
  if (await isRepeated(tx, command)) return { accepted: true, repeated: true }
  const { now } = await readClock(tx)
  const today = londonDay(now)
  const notAllowed = await mayRunAuthorityProblem(tx, { actorId, day: today, what: 'put rules into force' })
  if (notAllowed !== undefined) return { refused: 'not-allowed', todo: notAllowed }
  const used = await usedCommand(tx, commandId)
  if (used !== undefined) return used
  const problem = await versionProblem(tx, command, today)
  if (problem !== undefined) return problem
  if (await isKnown(tx, command)) return { accepted: true, repeated: true }
  const moment = new Date(now).toISOString()
  await tx.$executeRaw`
    insert into policy_version (id, name, document, overlay, in_force_from, applies_to_open_work, activated_by, activated_at, command_id)
    values (${newId(now)}::uuid, ${pack.id}, ${JSON.stringify(pack)}::jsonb, ${overlay === null ? null : JSON.stringify(overlay)}::jsonb,
      ${from.toString()}::date, ${appliesToOpenWork}, ${actorId}::uuid, ${moment}::timestamptz, ${commandId}::uuid)`
  const detail = { policy: pack.id, from: from.toString(), openWork: appliesToOpenWork }
  await tx.$executeRaw`
    insert into audit_event (id, at, actor_id, action, command_id, detail)
    values (${newId(now)}::uuid, ${moment}::timestamptz, ${actorId}::uuid, 'policy-activated', ${commandId}::uuid, ${JSON.stringify(detail)}::jsonb)`
  return { accepted: true, repeated: false }
}

/** The same command sent again. One with other content is another command, which takes an id of its own. */
async function isRepeated(tx: Transaction, { commandId, ...asked }: ActivatePolicy): Promise<boolean> {
  if (!isId(commandId)) return false
  const [first] = await tx.$queryRaw<{ document: unknown; overlay: unknown; from: string; openWork: boolean }[]>`
    select document, overlay, in_force_from::text as "from", applies_to_open_work as "openWork"
    from policy_version where command_id = ${commandId}::uuid`
  return (
    first?.from === asked.from.toString() &&
    first.openWork === asked.appliesToOpenWork &&
    canonical([first.document, first.overlay]) === canonical([asked.pack, asked.overlay])
  )
}

/** The same version from the same day, activated by another command: its content has been compared. */
const isKnown = async (tx: Transaction, { pack, from, appliesToOpenWork }: NewVersion): Promise<boolean> =>
  (
    await tx.$queryRaw<unknown[]>`
      select 1 from policy_version where name = ${pack.id} and in_force_from = ${from.toString()}::date
        and applies_to_open_work = ${appliesToOpenWork}
        and number = (select max(number) from policy_version where in_force_from = ${from.toString()}::date)`
  ).length > 0
