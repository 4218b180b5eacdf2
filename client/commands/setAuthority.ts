import { readClock } from '../../activities/clock'
import { newId } from '../../activities/newId'
import { londonDay } from '../../domain/calendar/london'
import { hiddenCharacter } from '../../domain/hiddenCharacter'
import { colourProblem } from '../../domain/picture/contrast'
import type { Transaction } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import type { CommandDeps, Refusal } from './command'
import { isId } from './isId'
import { mayRunAuthorityProblem } from './mayRunAuthorityProblem'
import { usedCommand } from './usedCommand'

export interface AuthorityWords {
  /** What the council calls itself, at the top of every page. */
  readonly name: string
  /** `#1d3d5c`: of the header; white letters stand on it. */
  readonly colour: string
  /** Whom to ring in an emergency, at the foot of every page and mail. Empty: the built-in sentence. */
  readonly emergencyLine: string
}

export interface SetAuthority extends AuthorityWords {
  readonly actorId: string
  readonly commandId: string
}

interface Done {
  readonly accepted: true
  /** It was so already, or the same command came again: nothing was written. */
  readonly repeated: boolean
}

const LONGEST = 300

/** Sets what every page and mail says of the authority. Idempotent by command id; nobody is nudged: mails are put into words when they leave. */
export const setAuthority = ({ db }: CommandDeps, command: SetAuthority): Promise<Done | Refusal> =>
  inTransaction(db, (tx) => save(tx, command))

async function save(tx: Transaction, { actorId, commandId, ...typed }: SetAuthority): Promise<Done | Refusal> {
  const words = { ...typed, name: oneLine(typed.name), emergencyLine: oneLine(typed.emergencyLine) }
  await tx.$queryRaw`select id from authority where id = 1 for update`
  if (isId(commandId)) {
    const before = await tx.$queryRaw<unknown[]>`
      select 1 from audit_event where command_id = ${commandId}::uuid and action = 'authority-changed' and actor_id = ${actorId}::uuid`
    if (before.length > 0) return { accepted: true, repeated: true }
  }
  const { now } = await readClock(tx)
  const what = 'change what the authority is called'
  const notAllowed = await mayRunAuthorityProblem(tx, { actorId, day: londonDay(now), what })
  if (notAllowed !== undefined) return { refused: 'not-allowed', todo: notAllowed }
  const used = await usedCommand(tx, commandId)
  if (used !== undefined) return used
  const problem = wordsProblem(words)
  if (problem !== undefined) return { refused: 'bad-data', todo: problem }
  const changed = await tx.$executeRaw`
    update authority set name = ${words.name}, colour = ${words.colour.toLowerCase()}, emergency_line = ${words.emergencyLine}
    where id = 1 and (name, colour, emergency_line) is distinct from (${words.name}, ${words.colour.toLowerCase()}, ${words.emergencyLine})`
  if (changed === 0) return { accepted: true, repeated: true }
  await tx.$executeRaw`
    insert into audit_event (id, at, actor_id, action, command_id, detail)
    values (${newId(now)}::uuid, ${new Date(now).toISOString()}::timestamptz, ${actorId}::uuid, 'authority-changed', ${commandId}::uuid,
      ${JSON.stringify(words)}::jsonb)`
  return { accepted: true, repeated: false }
}

/** Why the authority cannot be called so, or undefined when it can. */
function wordsProblem({ name, colour, emergencyLine }: AuthorityWords): string | undefined {
  if (name === '') return 'Give the authority its name: it stands at the top of every page.'
  for (const text of [name, emergencyLine]) {
    if (text.length > LONGEST) return `Write at most ${String(LONGEST)} letters: it stands on every page.`
    const hidden = hiddenCharacter(text)
    if (hidden !== undefined) return `There is a character that does not show (${hidden}). Type it again.`
  }
  return colourProblem(colour)
}

/** Typed over several lines it is one. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
