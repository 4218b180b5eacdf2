import { randomUUID } from 'node:crypto'
import { stableId } from '../../../activities/import/stableId'
import type { PlanAnswer, PlanCommand } from '../../../client/commands/safety-plan/planCommand'
import { writePlan, type WritePlan } from '../../../client/commands/safety-plan/writePlan'
import type { PlanDocument } from '../../../domain/safety-plan/planDocument'
import { withLines } from '../../domain/safety-plan/examplePlan'
import { addPerson } from '../../servers/addPerson'
import { PEOPLE, TEAM } from '../../servers/factsToEvents'
import type { QuietTown } from '../../servers/quietTown'
import { quietTownOfOneCase } from '../../servers/quietTownOfOneCase'

/** The one child of case T-1. */
export const CHILD = stableId('test-child', 'T-1')

export const planFor = (change: Partial<PlanDocument> = {}, lines: Partial<PlanDocument['lines']> = {}): PlanDocument =>
  withLines(lines, { children: [CHILD], ...change })

export interface PlanTown {
  readonly quiet: QuietTown
  readonly sergeant: string
  readonly officer: string
  /** What a command about T-1 says beside its own; the worker acts unless told. */
  readonly about: (more?: Partial<PlanCommand>) => PlanCommand
  readonly write: (content: unknown, more?: Partial<WritePlan>) => Promise<PlanAnswer>
  /** Everything a command could have left behind, as one text. */
  readonly kept: () => Promise<string>
}

/** Monday 2 March 2026, case T-1 with its people, a detective sergeant and an officer: nothing is planned yet. */
export async function planTown(): Promise<PlanTown> {
  const quiet = await quietTownOfOneCase()
  const sergeant = await addPerson(quiet, { key: 'sergeant', role: 'detective-sergeant', team: TEAM })
  const officer = await addPerson(quiet, { key: 'officer', role: 'police-officer', team: TEAM })
  const about = (more: Partial<PlanCommand> = {}): PlanCommand => ({
    ...{ ref: 'T-1', actorId: PEOPLE.worker, commandId: randomUUID() },
    ...more,
  })
  return {
    ...{ quiet, sergeant, officer, about },
    write: (content, more = {}) => writePlan(quiet, { ...about(), content, ...more }),
    kept: async () => {
      const [row] = await quiet.db.$queryRaw<{ kept: string }[]>`
        select concat_ws(' ', (select count(*) from chronology_event), (select count(*) from safety_plan_document), (select count(*) from audit_event),
          (select facts_version from case_file where ref = 'T-1')) as kept`
      return row?.kept ?? ''
    },
  }
}

/** The ids of what was recorded. Fails where the command was refused. */
export function recorded(answer: PlanAnswer): readonly string[] {
  if ('refused' in answer) throw new Error(`${answer.refused}: ${answer.todo}`)
  return answer.eventIds
}
