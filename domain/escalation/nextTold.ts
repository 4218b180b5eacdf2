import type { LocalDate } from '@js-joda/core'
import type { Role } from '../access/role'
import type { Rung } from '../policy/policyPack'
import { climbStep, topRung, type Climb } from './ladder'
import { ladderLog } from './ladderLog'
import type { LogLine } from './story'

/** Who is told next if nothing happens, and from which day on. */
export interface NextTold {
  readonly role: Role
  readonly on: LocalDate
}

interface Asked extends Omit<Climb, 'entries' | 'ladder'> {
  readonly ladder: readonly Rung[]
  readonly log: readonly LogLine[]
}

/** Null where nobody further is told: it has ended, or whoever was told stands at the top. */
export function nextTold({ log, ...climb }: Asked): NextTold | null {
  const entries = ladderLog(log)
  const { tell, nextOn } = climbStep({ ...climb, entries })
  const rung = climb.ladder[tell === null ? topRung(entries) : tell.rung - 1]
  if (rung === undefined || (tell === null && nextOn === null)) return null
  return { role: rung.role, on: nextOn ?? climb.today }
}
