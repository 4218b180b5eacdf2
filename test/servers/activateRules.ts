import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import type { Processes } from '../../activities/deps'
import { activatePolicy, type ActivatePolicy } from '../../client/commands/activatePolicy'
import { councilRules } from './councilRules'
import { PEOPLE } from './factsToEvents'
import type { TestTown } from './testTown'

/** Processes that are not there: nothing is nudged or ensured. */
export const nobody: Processes = { nudge: () => Promise.resolve(0), ensure: () => Promise.resolve(0) }

/** A council's rules `north@1`, an assessment in 40 working days, put into force from a day by the service manager; `more` says what is otherwise. */
export const activateRules = (
  { db }: Pick<TestTown, 'db'>,
  on: string,
  more: Partial<ActivatePolicy> = {},
  processes: Processes = nobody,
) =>
  activatePolicy(
    { db, processes },
    {
      ...councilRules('north@1', 40),
      from: LocalDate.parse(on),
      appliesToOpenWork: false,
      actorId: PEOPLE.serviceManager,
      commandId: randomUUID(),
      concerned: [],
      ...more,
    },
  )
