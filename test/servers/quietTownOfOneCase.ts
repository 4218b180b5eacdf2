import { addCase, addPeople } from './factsToEvents'
import { quietTown, type QuietTown, type QuietOptions } from './quietTown'

/** A town without a worker on Monday 2 March 2026, with the usual people and case T-1, referred on 2 February: nothing is planned yet. */
export async function quietTownOfOneCase(options: QuietOptions = {}): Promise<QuietTown> {
  const quiet = await quietTown('2026-03-02', options)
  await addPeople(quiet.town)
  await addCase(quiet.town, 'T-1', '2026-02-02')
  return quiet
}
