import { randomUUID } from 'node:crypto'
import type { CommandDeps } from '../../commands/command'
import { breachPlan, decideBreach, passOnBreach } from '../../commands/safety-plan/breachPlan'
import type { PlanAnswer, PlanCommand } from '../../commands/safety-plan/planCommand'
import { reviewPlan } from '../../commands/safety-plan/reviewPlan'
import { sharePlan } from '../../commands/safety-plan/sharePlan'
import { refusePlan, signPlan } from '../../commands/safety-plan/signPlan'
import { writePlan } from '../../commands/safety-plan/writePlan'
import { withProcesses } from '../connect'
import { EXIT, type ExitCode, type Io } from '../io'
import { readJson } from '../jsonFile'
import { personNamed } from '../personNamed'
import { refusedAs } from '../refusedAs'
import type { ActOptions } from './actOptions'
import { decisionNamed, keptLine, receiverNamed } from './readOptions'

interface Act {
  readonly ref: string
  readonly options: ActOptions
  readonly io: Io
  /** What is said when it was done; the event's id follows. */
  readonly said: string
}

/** Does one thing about the safety plan of a case for a person, and says what came of it. */
const acting = (
  { ref, options, io, said }: Act,
  act: (deps: CommandDeps, about: PlanCommand) => Promise<PlanAnswer>,
): Promise<ExitCode> =>
  withProcesses(options.data, io.err, async (deps) => {
    const answer = await act(deps, {
      ...{ ref, actorId: (await personNamed(deps.db, '--as', options.as)).id },
      commandId: options.commandId ?? randomUUID(),
      ...(options.on === undefined ? {} : { on: options.on }),
    })
    if ('refused' in answer) throw refusedAs(answer)
    const [event = ''] = answer.eventIds
    if (options.json === true) io.out(`${JSON.stringify({ format: 1, ...answer }, null, 2)}\n`)
    else io.out(answer.repeated ? `Done before, as event ${event}; nothing was added.\n` : `${said} Event ${event}.\n`)
    return EXIT.done
  })

export function runWrite(
  ref: string,
  file: string,
  options: ActOptions & { readonly amends?: number },
  io: Io,
): Promise<ExitCode> {
  const content = readJson(file, 'a safety plan; `caseclock safety-plan blank --json` prints one to fill in')
  const said = `Written. Give a copy to everybody in it: caseclock safety-plan show ${ref} says who has none yet.`
  return acting({ ref, options, io, said }, (deps, about) =>
    writePlan(deps, { ...about, content, ...(options.amends === undefined ? {} : { amends: options.amends }) }),
  )
}

export const runSign = (ref: string, options: ActOptions & { readonly role: string }, io: Io): Promise<ExitCode> =>
  acting({ ref, options, io, said: 'Signature recorded.' }, (deps, about) =>
    signPlan(deps, { ...about, role: options.role }),
  )

export const runRefuse = (ref: string, options: ActOptions & { readonly role: string }, io: Io): Promise<ExitCode> =>
  acting({ ref, options, io, said: 'Recorded that they do not sign. They are not asked again.' }, (deps, about) =>
    refusePlan(deps, { ...about, role: options.role }),
  )

export const runShare = (
  ref: string,
  options: ActOptions & { readonly with: string; readonly version?: number },
  io: Io,
): Promise<ExitCode> =>
  acting({ ref, options, io, said: 'Copy logged.' }, (deps, about) =>
    sharePlan(deps, {
      ...{ ...about, with: options.with },
      ...(options.version === undefined ? {} : { version: options.version }),
    }),
  )

export const runReview = (
  ref: string,
  options: ActOptions & {
    readonly line: readonly string[]
    readonly childView?: string
    readonly parentsView?: string
    readonly decision?: readonly string[]
  },
  io: Io,
): Promise<ExitCode> => {
  const lines = options.line.map(keptLine)
  const notKept = lines.filter(({ kept }) => kept === 'no').map(({ line }) => line)
  const hint =
    notKept.length === 0
      ? ''
      : ` Not kept: ${notKept.join(', ')}. Whether that is a breach somebody decides: caseclock safety-plan breach.`
  return acting({ ref, options, io, said: `Review recorded.${hint}` }, (deps, about) =>
    reviewPlan(deps, {
      ...{ ...about, lines, decisions: options.decision ?? [] },
      ...(options.childView === undefined ? {} : { childView: options.childView }),
      ...(options.parentsView === undefined ? {} : { parentsView: options.parentsView }),
    }),
  )
}

export const runBreach = (
  ref: string,
  options: ActOptions & { readonly line?: string; readonly what: string; readonly who?: string },
  io: Io,
): Promise<ExitCode> =>
  acting({ ref, options, io, said: 'Breach recorded; the team manager is told now.' }, (deps, about) =>
    breachPlan(deps, {
      ...{ ...about, what: options.what },
      ...(options.line === undefined ? {} : { line: options.line }),
      ...(options.who === undefined ? {} : { who: options.who }),
    }),
  )

export const runPassOn = (
  ref: string,
  breach: string,
  options: ActOptions & { readonly to: string; readonly words?: string },
  io: Io,
): Promise<ExitCode> => {
  const to = receiverNamed(options.to)
  const said = to === 'detective-sergeant' ? 'Passed on; the detective sergeant is told now.' : 'Passed on.'
  return acting({ ref, options, io, said }, (deps, about) =>
    passOnBreach(deps, { ...about, breach, to, ...(options.words === undefined ? {} : { words: options.words }) }),
  )
}

export const runDecide = (
  ref: string,
  breach: string,
  options: ActOptions & { readonly decision: string; readonly reason: string },
  io: Io,
): Promise<ExitCode> => {
  const decision = decisionNamed(options.decision)
  return acting({ ref, options, io, said: 'Decision recorded.' }, (deps, about) =>
    decideBreach(deps, { ...about, breach, decision, reason: options.reason }),
  )
}
