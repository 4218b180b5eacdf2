import type { Refusal } from '../command'
import { newestOf, type WrittenPlan } from '../../../domain/safety-plan/writtenPlan'
import type { PlanActing } from './planCommand'

/** The version of the written plan that held on the day of the command, or undefined where none was written by then. */
export const planOnDay = ({ written, running }: Pick<PlanActing, 'written' | 'running'>): WrittenPlan | undefined =>
  newestOf(
    written,
    running.flatMap(({ agreed }) => agreed),
  )

/** A problem as a refusal of what was typed; nothing where there is none. */
export const refusedFor = (problem: string | undefined): Refusal | undefined =>
  problem === undefined ? undefined : { refused: 'bad-data', todo: problem }
