import { LocalDate } from '@js-joda/core'
import { govukDate } from '../../domain/timeline/govukDate'
import type { Refusal } from './command'
import type { NewVersion } from './versionProblem'

/** Why an overlay's approval cannot be, or undefined when it can. By the authority's own day: a demo's may lie ahead of this machine's. */
export function approvalProblem({ overlay }: NewVersion, today: LocalDate): Refusal | undefined {
  const on = overlay?.approvedBy.on
  if (on === undefined || on <= today.toString()) return undefined
  const todo = `The overlay says it was approved on ${govukDate(LocalDate.parse(on))}, which has not come yet. Correct approvedBy.on, or wait for that day.`
  return { refused: 'bad-data', todo }
}
