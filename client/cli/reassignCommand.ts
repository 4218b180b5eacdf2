import { randomUUID } from 'node:crypto'
import type { CaseMoves } from '../commands/reassign/caseMoves'
import { previewReassign, reassign, type Reassigned } from '../commands/reassign/reassign'
import { withProcesses } from './connect'
import { EXIT, type ExitCode, type Io } from './io'
import { parseDay } from './parseDay'
import { personNamed } from './personNamed'
import { refusedAs } from './refusedAs'
import { textTable } from './textTable'

export interface ReassignOptions {
  readonly from: string
  readonly to: string
  readonly cases?: readonly string[]
  readonly on?: string
  readonly as: string
  readonly dryRun?: boolean
  readonly commandId?: string
  readonly json?: boolean
  readonly data: string
}

/** `caseclock reassign`: gives the cases somebody holds to somebody else, or says what that would move. Ends with 1 where a case was refused. */
export const runReassign = (options: ReassignOptions, io: Io): Promise<ExitCode> =>
  withProcesses(options.data, io.err, async (deps) => {
    const from = await personNamed(deps.db, '--from', options.from)
    const to = await personNamed(deps.db, '--to', options.to)
    const actor = await personNamed(deps.db, '--as', options.as)
    const command = {
      ...{ fromId: from.id, toId: to.id, actorId: actor.id, refs: options.cases ?? null },
      on: options.on === undefined ? null : parseDay('--on', options.on),
      commandId: options.commandId ?? randomUUID(),
    }
    const dryRun = options.dryRun === true
    const answer = dryRun ? await previewReassign(deps.db, command) : await reassign(deps, command)
    if ('todo' in answer) throw refusedAs(answer)
    if (options.json === true)
      io.out(
        `${JSON.stringify({ format: 1, dryRun, from: from.name, to: to.name, commandId: command.commandId, ...answer }, null, 2)}\n`,
      )
    else say(answer, { from: from.name, to: to.name, dryRun }, io)
    return answer.refused.length + answer.notNamed > 0 ? EXIT.problems : EXIT.done
  })

function say(
  { moved, refused, notNamed }: Reassigned,
  { from, to, dryRun }: { readonly from: string; readonly to: string; readonly dryRun: boolean },
  io: Io,
): void {
  const many = moved.length === 1 ? '1 case' : `${String(moved.length)} cases`
  io.out(`${many} ${dryRun ? 'would go' : 'went'} from ${from} to ${to}.\n`)
  const rows = moved.flatMap(movedRows)
  if (rows.length > 0) io.out(textTable(['Case', 'What moves', 'On', 'About', 'To'], rows))
  for (const one of refused) io.err(`${one.ref} ${dryRun ? 'would not go' : 'did not go'}: ${one.refused}\n`)
  if (notNamed > 0)
    io.err(
      `${notNamed === 1 ? '1 case of theirs is' : `${String(notNamed)} cases of theirs are`} restricted and not open to you, and ${notNamed === 1 ? 'stays' : 'stay'} with them: tell a head of service.\n`,
    )
  if (dryRun) io.out('Nothing was changed: leave --dry-run out to do it.\n')
}

const movedRows = ({ ref, worked, chaired, obligations, notices, escalations }: CaseMoves): string[][] => [
  [ref, `children held: ${String(worked)}, chaired: ${String(chaired)}`, '', '', ''],
  ...obligations.map((one) => [ref, 'to be done', one.dueOn, one.title, '']),
  ...notices.map((one) => [ref, 'notice, not sent yet', one.sendOn, `${one.title} (${one.step})`, one.to]),
  ...escalations.map((one) => [ref, 'open alert', '', one.title, '']),
]
