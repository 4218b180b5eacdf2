import { govukDate } from '../../../domain/timeline/govukDate'
import { raiseDispute } from '../../commands/disputes/raise'
import { answerInformation, askInformation, endStage, resolveDispute } from '../../commands/disputes/steps'
import { mattersPage, type MattersPage } from '../../queries/disputes/mattersPage'
import type { ExitCode, Io } from '../io'
import { actOn, showTo, type ActOptions } from '../onCase/act'
import { textTable } from '../textTable'

interface Dated extends ActOptions {
  readonly on?: string
}

const onDay = ({ on }: Dated) => (on === undefined ? {} : { on })
const ofOne = ({ of }: { readonly of?: string }) => (of === undefined ? {} : { of })

/** `caseclock dispute list` and `information list`. */
export const runMatters = (ref: string, options: ActOptions, io: Io): Promise<ExitCode> =>
  showTo(options, { io, ask: (db, readerId) => mattersPage(db, ref, readerId), print: mattersText })

export interface RaiseOptions extends Dated {
  readonly about: string
  readonly immediateRisk?: boolean
}

/** `caseclock dispute raise`. */
export const runRaise = (ref: string, options: RaiseOptions, io: Io): Promise<ExitCode> => {
  const { about, immediateRisk = false } = options
  return actOn(ref, options, {
    io,
    run: (deps, command) => raiseDispute(deps, { ...command, about, immediateRisk, ...onDay(options) }),
    say: () => ({
      text: immediateRisk
        ? `A dispute about immediate risk is raised on case ${ref}, and the service manager is told now. Caseclock is no emergency channel: ring them too.`
        : `A dispute is raised on case ${ref}. Its first stage runs.`,
    }),
  })
}

export interface StageOptions extends Dated {
  readonly of?: string
  readonly outcome: string
}

/** `caseclock dispute stage`. */
export const runStage = (ref: string, options: StageOptions, io: Io): Promise<ExitCode> =>
  actOn(ref, options, {
    io,
    run: (deps, command) =>
      endStage(deps, { ...command, outcome: options.outcome, ...ofOne(options), ...onDay(options) }),
    say: () => ({ text: `The stage has ended on case ${ref}; the next one runs.` }),
  })

export interface ResolveOptions extends Dated {
  readonly of?: string
  readonly reason: string
}

/** `caseclock dispute resolve`. */
export const runResolve = (ref: string, options: ResolveOptions, io: Io): Promise<ExitCode> =>
  actOn(ref, options, {
    io,
    run: (deps, command) =>
      resolveDispute(deps, { ...command, reason: options.reason, ...ofOne(options), ...onDay(options) }),
    say: () => ({ text: `The dispute on case ${ref} is resolved.` }),
  })

export interface AskOptions extends Dated {
  readonly agency: string
  readonly what: string
}

/** `caseclock information ask`. */
export const runAsk = (ref: string, options: AskOptions, io: Io): Promise<ExitCode> =>
  actOn(ref, options, {
    io,
    run: (deps, command) =>
      askInformation(deps, { ...command, agency: options.agency, what: options.what, ...onDay(options) }),
    say: () => ({ text: `What was asked is recorded on case ${ref}.` }),
  })

export interface AnsweredOptions extends Dated {
  readonly of?: string
  readonly words: string
}

/** `caseclock information answer`. */
export const runAnswered = (ref: string, options: AnsweredOptions, io: Io): Promise<ExitCode> =>
  actOn(ref, options, {
    io,
    run: (deps, command) =>
      answerInformation(deps, { ...command, words: options.words, ...ofOne(options), ...onDay(options) }),
    say: () => ({ text: `The answer is recorded on case ${ref}.` }),
  })

const mattersText = ({ ref, disputes, requests }: MattersPage): string =>
  [
    `Case ${ref} · ${counted(disputes.length, 'open dispute')} · ${counted(requests.length, 'request', 'without an answer')}\n`,
    disputes.length === 0
      ? ''
      : `\n${textTable(
          ['Raised', 'Stage', 'Due', 'Id', 'About'],
          disputes.map(({ id, raisedOn, about, immediateRisk, stage, of, dueOn }) => [
            ...[govukDate(raisedOn), `${String(stage)} of ${String(of)}`, dueOn?.toString() ?? 'nothing asks', id],
            `${immediateRisk ? 'Immediate risk: ' : ''}${about ?? 'not recorded'}`,
          ]),
        )}`,
    requests.length === 0
      ? ''
      : `\n${textTable(
          ['Asked', 'Due', 'Id', 'Agency', 'For what'],
          requests.map(({ id, askedOn, dueOn, agency, what }) => [
            ...[govukDate(askedOn), dueOn?.toString() ?? 'nothing asks', id, agency, what ?? 'not recorded'],
          ]),
        )}`,
  ].join('')

const counted = (count: number, one: string, more = ''): string =>
  `${count === 0 ? 'no' : String(count)} ${one}${count === 1 ? '' : 's'}${more === '' ? '' : ` ${more}`}`
