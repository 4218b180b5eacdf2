import { rulesInForce } from '../../../activities/planning/rulesInForce'
import type { EventKind } from '../../../domain/chronology/eventKinds'
import { openDisputes, openRequests, type OpenDispute } from '../../../domain/disputes/openMatters'
import { foldCase } from '../../../domain/timeline/timeline'
import type { CommandAnswer, CommandDeps, Refusal } from '../command'
import { caseCommand, refuse, type CaseCommand, type OnCase } from '../onCase/caseCommand'
import { readDay } from '../readDay'

/** Which open matter of a case is meant: by the id of the event that began it; the only one when missing. */
interface OfOne extends CaseCommand {
  readonly of?: string
  /** ISO date; today when missing. */
  readonly on?: string
}

export interface EndStage extends OfOne {
  /** What came of it. */
  readonly outcome: string
}

/** Ends the stage of a dispute that runs; the next one begins. The last is ended by a resolution only. */
export const endStage = (deps: CommandDeps, command: EndStage): Promise<CommandAnswer> =>
  step(deps, command, { kind: 'dispute-stage-ended', open: disputesOf }, ({ id, stage, of }: OpenDispute) => {
    if (command.outcome.trim() === '') return 'Say what came of this stage: --outcome.'
    if (stage >= of) return 'The last stage ends with the resolution: caseclock dispute resolve.'
    return { dispute: id, stage, outcome: command.outcome.trim() }
  })

export interface ResolveDispute extends OfOne {
  readonly reason: string
}

/** Resolves a dispute, whichever stage runs. */
export const resolveDispute = (deps: CommandDeps, command: ResolveDispute): Promise<CommandAnswer> =>
  step(deps, command, { kind: 'dispute-resolved', open: disputesOf }, ({ id }: OpenDispute) =>
    command.reason.trim() === ''
      ? 'Say how it was resolved: --reason.'
      : { dispute: id, reason: command.reason.trim() },
  )

export interface AskInformation extends CaseCommand {
  readonly agency: string
  readonly what: string
  readonly on?: string
}

/** Asks an agency for information. */
export const askInformation = (deps: CommandDeps, command: AskInformation): Promise<CommandAnswer> =>
  caseCommand(deps, { ...command, action: 'information-requested', kinds: ['information-requested'] }, ({ today }) => {
    const on = readDay(command.on ?? today.toString())
    const [agency, what] = [command.agency.trim(), command.what.trim()]
    if (agency === '' || what === '')
      return Promise.resolve(refuse('bad-data', 'Say which agency is asked, and for what.'))
    if (on === undefined)
      return Promise.resolve(refuse('bad-data', `--on ${command.on ?? ''} is not a day that exists.`))
    return Promise.resolve({ facts: [{ kind: 'information-requested' as const, on, data: { agency, what } }] })
  })

export interface AnswerInformation extends OfOne {
  readonly words: string
}

/** Records what an agency answered. */
export const answerInformation = (deps: CommandDeps, command: AnswerInformation): Promise<CommandAnswer> =>
  step(deps, command, { kind: 'information-answered', open: requestsOf }, ({ id }) =>
    command.words.trim() === '' ? 'Say what they answered: --words.' : { request: id, words: command.words.trim() },
  )

interface Matter {
  readonly id: string
}

interface Step<M> {
  readonly kind: EventKind
  readonly open: (about: OnCase) => Promise<readonly M[]>
}

/** Records the step of one open matter; in words, why it cannot be. */
const step = <M extends Matter>(
  deps: CommandDeps,
  command: OfOne,
  { kind, open }: Step<M>,
  dataOf: (matter: M) => object | string,
): Promise<CommandAnswer> =>
  caseCommand(deps, { ...command, action: kind, kinds: [kind] }, async (about) => {
    const on = readDay(command.on ?? about.today.toString())
    if (on === undefined) return refuse('bad-data', `--on ${command.on ?? ''} is not a day that exists.`)
    const matter = oneOf(await open(about), command.of)
    if ('refused' in matter) return matter
    const data = dataOf(matter)
    return typeof data === 'string' ? refuse('bad-data', data) : { facts: [{ kind, on, data }] }
  })

function oneOf<M extends Matter>(open: readonly M[], id: string | undefined): M | Refusal {
  const meant = id === undefined ? open : open.filter((one) => one.id === id.toLowerCase())
  const [only] = meant
  if (only !== undefined && meant.length === 1) return only
  return refuse(
    'bad-data',
    open.length === 0
      ? 'None is open on this case.'
      : `${id === undefined ? 'Several are open' : `None that is open has the id ${id}`}. Say which: ${open.map((one) => one.id).join(', ')}.`,
  )
}

const disputesOf = async ({ tx, facts, today }: OnCase): Promise<readonly OpenDispute[]> => {
  const { policy } = await rulesInForce()(tx, today)
  return openDisputes(foldCase(facts), { obligations: [], policy })
}

const requestsOf = ({ facts }: OnCase): Promise<readonly Matter[]> =>
  Promise.resolve(openRequests(foldCase(facts), { obligations: [] }))
