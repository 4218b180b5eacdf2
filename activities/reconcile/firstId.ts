import type { ProcessName, ProcessType } from '../../workflows/protocol'

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'
const AFTER_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * Processes are looked through by type and id. The id after which those of one type begin, to go on after a process: all of them, the rest, or
 * none. A value, not a condition, so that Postgres goes there by its index and does not read again what came before.
 */
export function firstId(type: ProcessType, after: ProcessName | undefined): string {
  if (after === undefined || after.type < type) return BEFORE_ALL
  if (after.type > type) return AFTER_ALL
  return after.id === '' ? AFTER_ALL : after.id
}
