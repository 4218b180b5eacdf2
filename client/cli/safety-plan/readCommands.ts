import { randomUUID } from 'node:crypto'
import { readClock } from '../../../activities/clock'
import { notePrinted } from '../../commands/safety-plan/notePrinted'
import { safetyPlanPage } from '../../papers/safetyPlanPage'
import { policePlan, safetyPlan, type NoPlan } from '../../queries/safetyPlan'
import { safetyPlanCopy } from '../../queries/safetyPlanCopy'
import { withDatabase } from '../connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from '../io'
import { personNamed } from '../personNamed'
import { writeText } from '../writtenFile'
import type { ReadOptions } from './actOptions'
import { planText } from './planText'
import { policeText } from './policeText'

/** `caseclock safety-plan show`: the plan as it stands, for somebody who works with the case. */
export const runShow = (ref: string, options: ReadOptions, io: Io): Promise<ExitCode> =>
  withDatabase(options.data, async (db) => {
    const readerId = (await personNamed(db, '--as', options.as)).id
    const page = shown(await safetyPlan(db, { ref, readerId }))
    io.out(options.json === true ? `${JSON.stringify({ format: 1, ...page }, null, 2)}\n` : planText(page))
    return EXIT.done
  })

/** `caseclock safety-plan police`: compliance and deadlines, and nothing else of the record. */
export const runPolice = (ref: string, options: ReadOptions, io: Io): Promise<ExitCode> =>
  withDatabase(options.data, async (db) => {
    const readerId = (await personNamed(db, '--as', options.as)).id
    const page = shown(await policePlan(db, { ref, readerId }))
    io.out(options.json === true ? `${JSON.stringify({ format: 1, ...page }, null, 2)}\n` : policeText(page))
    return EXIT.done
  })

export interface PrintOptions {
  readonly as: string
  readonly out: string
  readonly version?: number
  readonly data: string
}

/** `caseclock safety-plan print`: a version as the family's copy, in plain words; that it was made is written down. */
export const runPrint = (ref: string, options: PrintOptions, io: Io): Promise<ExitCode> =>
  withDatabase(options.data, async (db) => {
    const readerId = (await personNamed(db, '--as', options.as)).id
    const { view, document } = shown(
      await safetyPlanCopy(db, {
        ...{ ref, readerId },
        ...(options.version === undefined ? {} : { version: options.version }),
      }),
    )
    const page = safetyPlanPage(view)
    const { now } = await readClock(db)
    await notePrinted(db, { ref, readerId, document, now, commandId: randomUUID() })
    writeText(options.out, page)
    io.err(
      `Version ${String(view.number)} is in ${options.out}. It holds names: keep it as you keep the case. Log every copy: caseclock safety-plan share ${ref}.\n`,
    )
    return EXIT.done
  })

/** What was found, or the command ends with why it is not shown. */
function shown<T extends object>(found: T | NoPlan): T {
  if ('refused' in found && 'todo' in found)
    throw new CommandFailed(found.refused === 'not-allowed' ? EXIT.refused : EXIT.usage, found.todo)
  return found
}
