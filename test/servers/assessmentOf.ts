import { casePage, type CasePage } from '../../client/queries/casePage'
import type { TestTown } from './testTown'

/** The assessment of a case as its page shows it. Throws where there is none. */
export async function assessmentOf(
  { db }: Pick<TestTown, 'db'>,
  ref: string,
): Promise<CasePage['obligations'][number]> {
  const found = (await casePage(db, ref))?.obligations.find(({ rule }) => rule === 'assessment')
  if (found === undefined) throw new Error(`${ref} has no assessment.`)
  return found
}

/** `2026-04-08 england-family-safeguarding@1`: the day it is due, and the rules it follows. */
export async function assessmentDue(town: Pick<TestTown, 'db'>, ref: string): Promise<string> {
  const { due_on, policy } = await assessmentOf(town, ref)
  return `${due_on} ${policy}`
}
