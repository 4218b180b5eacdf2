import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { planYear } from '../../domain/supervision/planYear'
import { govukDate } from '../../domain/timeline/govukDate'
import { aboutFile } from './aboutFile'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'
import { readSupervision } from './supervisionFile'
import { planJson, planText, slotsJson, slotsText } from './supervisionPrint'
import { refuseInput, writeText } from './writtenFile'

export interface SupervisionPlanOptions {
  readonly input: string
  /** A case's reference: its slots alone. */
  readonly case?: string
  readonly json?: boolean
  /** A file for the year wall. */
  readonly svg?: string
}

/** `caseclock supervision plan`: who is discussed in which session of the year, and who cannot be. No server, no database. */
export async function runSupervisionPlan(options: SupervisionPlanOptions, io: Io): Promise<ExitCode> {
  const { input: file, case: ref, json = false, svg } = options
  refuseInput('--svg', svg, [file])
  const input = await readSupervision(file)
  const calendar = englandAndWales()
  const plan = aboutFile(file, () => planYear(input, calendar))
  const print = (content: object, text: () => string): void =>
    io.out(json ? `${JSON.stringify({ format: 1, calendar: calendar.version, ...content }, null, 2)}\n` : text())
  if (ref === undefined) print(planJson(plan), () => planText(input, plan))
  else {
    // Only loaded for one case.
    const { caseSlots } = await import('../../domain/supervision/caseSlots.js')
    const slots = caseSlots(ref, input, plan, calendar)
    if (slots === undefined)
      throw new CommandFailed(
        EXIT.usage,
        `--case ${ref}: no team of ${file} has this case. Give a reference as it stands there.`,
      )
    print(slotsJson(ref, slots), () => slotsText(ref, slots))
  }
  const end = input.from.plusMonths(input.months).withDayOfMonth(1).minusDays(1)
  if (end.isAfter(calendar.publishedTo))
    io.err(
      `Bank holidays after ${govukDate(calendar.publishedTo)} are not yet published: they are worked out by rule.\n`,
    )
  if (svg !== undefined) {
    // Only loaded for a picture: without one the command starts in a third of a second.
    const { yearWallSvg } = await import('../../domain/supervision/yearWallSvg.js')
    writeText(
      svg,
      aboutFile(file, () => yearWallSvg(input, plan, calendar)),
    )
    io.err(`The year wall is in ${svg}.\n`)
  }
  return EXIT.done
}
