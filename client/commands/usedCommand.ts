import type { Transaction } from '../../prisma/database'
import type { Refusal } from './command'
import { isId } from './isId'

/** What keeps a command from being taken under this id: no UUID, or one that has been used for something else. Its own first answer is looked for before. */
export async function usedCommand(tx: Transaction, commandId: string): Promise<Refusal | undefined> {
  if (!isId(commandId))
    return {
      refused: 'bad-data',
      todo: `${commandId} is no id for a command. Give a UUID, or leave --command-id out.`,
    }
  const used = await tx.$queryRaw<unknown[]>`
    select 1 from chronology_event where command_id = ${commandId}::uuid
    union all select 1 from audit_event where command_id = ${commandId}::uuid limit 1`
  return used.length === 0
    ? undefined
    : {
        refused: 'bad-data',
        todo: `Command id ${commandId} has been used for something else. Nothing was saved: give each command an id of its own, or leave --command-id out.`,
      }
}
