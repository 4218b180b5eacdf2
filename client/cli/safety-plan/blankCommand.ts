import { blankPlan } from '../../../domain/safety-plan/blankPlan'
import { PLAN_CHECKS } from '../../../domain/safety-plan/planChecks'
import { blankPlanPage } from '../../papers/blankPlanPage'
import { EXIT, type ExitCode, type Io } from '../io'
import { writeText } from '../writtenFile'

/** `caseclock safety-plan blank`: the blank form as a page to print, or as a file to fill in. Needs no server. */
export function runBlank(options: { readonly out?: string; readonly json?: boolean }, io: Io): ExitCode {
  const text = options.json === true ? `${JSON.stringify(blankPlan, null, 2)}\n` : blankPlanPage()
  if (options.out === undefined) io.out(text)
  else writeText(options.out, text)
  if (options.json === true)
    io.err(
      `Answer the checks as {"answer": "yes" | "no" | "not-needed", "words": "…"}; what is left out is listed as not answered:\n${PLAN_CHECKS.map(({ id, asks }) => `  ${id}: ${asks}`).join('\n')}\n`,
    )
  return EXIT.done
}
