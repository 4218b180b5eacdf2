import { addCase, addPeople, type TestCase } from './factsToEvents'
import { testTown, type TestTown } from './testTown'

export interface TownOfOneCase {
  readonly town: TestTown
  readonly about: TestCase
}

/** A town on 2 March 2026 with its people, one case `T-1` and a worker that runs. What has been started is stopped again if a step fails. */
export async function townOfOneCase({ referredOn }: { readonly referredOn: string }): Promise<TownOfOneCase> {
  const town = await testTown({ startsOn: '2026-03-02' })
  try {
    await addPeople(town)
    const about = await addCase(town, 'T-1', referredOn)
    await town.startWorker()
    return { town, about }
  } catch (error) {
    await town.stop()
    throw error
  }
}
