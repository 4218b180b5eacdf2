import type { LocalDate } from '@js-joda/core'
import { stableId } from '../../../activities/import/stableId'
import { casesEverHeldBy, heldBy } from '../../../activities/people/heldBy'
import { knownPeople } from '../../../activities/people/knownPeople'
import { loadPeople } from '../../../activities/people/loadPeople'
import { loadFacts } from '../../../activities/planning/loadFacts'
import { knownOn } from '../../../domain/chronology/knownOn'
import type { Database } from '../../../prisma/database'

interface Asked {
  readonly fromId: string
  readonly actorId: string
  readonly commandId: string
}

export interface HeldRefs {
  readonly refs: readonly string[]
  /** Cases that are restricted, and not open to whoever asks: not even their references are told. */
  readonly notNamed: number
}

/** What somebody holds today, and what this very command has moved already: sent again it gives the same answer. */
export async function heldRefs(
  db: Database,
  { fromId, actorId, commandId }: Asked,
  today: LocalDate,
): Promise<HeldRefs> {
  const everybody = await loadPeople(db, today.toString())
  const mayOpen = (caseId: string): boolean =>
    knownPeople(everybody, today, caseId).some((person) => person.id === actorId && person.mayOpen)
  const refs: string[] = []
  let notNamed = 0
  for (const { id, ref } of await casesEverHeldBy(db, fromId)) {
    const [row] = await db.$queryRaw<{ team_id: string | null; live_since: string | null; done: boolean }[]>`
      select team_id::text, live_since::text, exists (select from chronology_event e where e.case_id = c.id
        and e.command_id = ${stableId('reassign', commandId.toLowerCase(), id)}::uuid) as done
      from case_file c where id = ${id}::uuid`
    if (row === undefined) continue
    const { worked, chaired } = heldBy(knownOn(await loadFacts(db, { id, ref, ...row }), today), fromId, today)
    if (!row.done && worked.length + chaired.length === 0) continue
    if (mayOpen(id)) refs.push(ref)
    else notNamed += 1
  }
  return { refs, notNamed }
}
