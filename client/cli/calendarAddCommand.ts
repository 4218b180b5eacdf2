import { randomUUID } from 'node:crypto'
import { readClock } from '../../activities/clock'
import { calendarInForce } from '../../activities/planning/calendarInForce'
import { londonDay } from '../../domain/calendar/london'
import { govukDate } from '../../domain/timeline/govukDate'
import { addHoliday, holidayProblem, type NewHoliday } from '../commands/addHoliday'
import { compareHoliday } from '../queries/compareHoliday'
import { comparisonText } from './comparisonText'
import { withProcesses } from './connect'
import { holidayTitle } from './holidayTitle'
import { EXIT, type ExitCode, type Io } from './io'
import { parseDay } from './parseDay'
import { personNamed } from './personNamed'
import { refuseEarly } from './refuseEarly'
import { refusedAs } from './refusedAs'

export interface CalendarAddOptions {
  /** Who acts; without a name it only looks ahead. */
  readonly as?: string
  readonly commandId?: string
  readonly json?: boolean
  readonly data: string
}

/** `caseclock calendar add DATE TITLE`: which dates a one-off bank holiday would move, and who would be told; with --as it is added. */
export async function runCalendarAdd(
  date: string,
  typedTitle: string,
  options: CalendarAddOptions,
  io: Io,
): Promise<ExitCode> {
  const { as, commandId = randomUUID(), json = false, data } = options
  const title = holidayTitle(typedTitle)
  const holiday: NewHoliday = { on: parseDay('The day', date), title }
  return withProcesses(data, io.err, async (deps) => {
    const actor = as === undefined ? undefined : await personNamed(deps.db, '--as', as)
    const today = londonDay((await readClock(deps.db)).now)
    await refuseEarly(deps.db, {
      ...{ actor, commandId, day: today, what: 'add a bank holiday' },
      problem: async () => holidayProblem(holiday, await calendarInForce(deps.db), today),
    })
    const compared = await compareHoliday(deps.db, holiday, today)
    let done: 'looked-ahead' | 'added' | 'added-before' = 'looked-ahead'
    if (actor !== undefined) {
      const { concerned } = compared
      const answer = await addHoliday(deps, { ...holiday, actorId: actor.id, commandId, concerned })
      if ('refused' in answer) throw refusedAs(answer)
      done = answer.repeated ? 'added-before' : 'added'
    }
    const { cases, changes, told } = compared
    const on = holiday.on.toString()
    if (json) io.out(`${JSON.stringify({ format: 1, on, title, done, cases, changes, told }, null, 2)}\n`)
    else {
      io.out(comparisonText(compared, `With ${govukDate(holiday.on)} as a bank holiday`))
      io.out(
        {
          'looked-ahead': `\nNothing has been written. Add it: caseclock calendar add ${on} "${title}" --as YOU\n`,
          added: `\nAdded. Each case is planned again within minutes, those above at once.\n`,
          'added-before': `\nIt had been added before; nothing was added.\n`,
        }[done],
      )
    }
    return EXIT.done
  })
}
