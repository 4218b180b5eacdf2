import { isId } from '../../commands/isId'
import { answerProposal } from '../../commands/closing/answerProposal'
import { propose } from '../../commands/closing/propose'
import { takeEffect, type InEffect } from '../../commands/closing/takeEffect'
import type { What } from '../../../domain/closing/handshakes'
import type { Decision } from '../../../domain/closing/undecided'
import { govukDate } from '../../../domain/timeline/govukDate'
import { closingPage } from '../../queries/closing/closingPage'
import { findPerson } from '../../queries/findPerson'
import type { Database } from '../../../prisma/database'
import { CommandFailed, EXIT, type ExitCode, type Io } from '../io'
import { actOn, showTo, type ActOptions } from '../onCase/act'
import { closingText } from './closingText'

/** `caseclock closing show`. */
export const runClosing = (ref: string, options: ActOptions, io: Io): Promise<ExitCode> =>
  showTo(options, { io, ask: (db, readerId) => closingPage(db, ref, readerId), print: closingText })

export interface ProposeOptions extends ActOptions {
  readonly stepDown?: boolean
  readonly from?: string
  readonly to?: string
  readonly changeSince: string
  readonly childSeen: string
  readonly chronologyRead?: boolean
  readonly tried: string
  readonly whoNotices: string
  readonly sooner?: string
  readonly on?: string
  readonly child?: readonly string[]
}

/** `caseclock closing propose`. */
export const runPropose = (ref: string, options: ProposeOptions, io: Io): Promise<ExitCode> => {
  const { from, to, sooner, on, child } = options
  const what = whatOf(options)
  if (options.chronologyRead !== true)
    throw new CommandFailed(EXIT.usage, 'Read the chronology first, and say so with --chronology-read.')
  if (what === 'step-down' && (from === undefined || to === undefined))
    throw new CommandFailed(EXIT.usage, 'A step-down says from which level to which: --from cpp --to cin.')
  const evidence = {
    ...{ changeSince: options.changeSince, childSeenOn: options.childSeen, chronologyRead: true as const },
    ...{ tried: options.tried.trim(), whoNotices: options.whoNotices.trim() },
    ...(sooner === undefined ? {} : { sooner }),
  }
  return actOn(ref, options, {
    io,
    run: (deps, command) =>
      propose(deps, {
        ...{ ...command, what, evidence },
        ...(what === 'closure' || from === undefined || to === undefined ? {} : { levels: { from, to } }),
        ...(on === undefined ? {} : { on }),
        ...(child === undefined ? {} : { children: child }),
      }),
    say: () => ({ text: `The ${what} of case ${ref} is proposed. Somebody else accepts or declines it by name.` }),
  })
}

export interface AnswerOptions extends ActOptions {
  readonly stepDown?: boolean
  readonly answer: 'accepted' | 'declined'
  readonly by?: string
  readonly reason?: string
  readonly on?: string
}

/** `caseclock closing accept` and `decline`. */
export const runAnswerProposal = (ref: string, options: AnswerOptions, io: Io): Promise<ExitCode> => {
  const { answer, by, reason, on } = options
  const what = whatOf(options)
  return actOn(ref, options, {
    io,
    run: async (deps, command) =>
      answerProposal(deps, {
        ...{ ...command, what, answer },
        ...(by === undefined ? {} : { by: await knownOr(deps.db, by) }),
        ...(reason === undefined ? {} : { reason }),
        ...(on === undefined ? {} : { on }),
      }),
    say: () => ({
      text:
        answer === 'accepted'
          ? `The ${what} of case ${ref} is accepted. It takes effect with caseclock closing effect.`
          : `The ${what} of case ${ref} is declined.`,
    }),
  })
}

export interface EffectOptions extends ActOptions {
  readonly stepDown?: boolean
  readonly reason?: string
  readonly decided?: readonly string[]
  readonly on?: string
}

/** `caseclock closing effect`. */
export const runEffect = (ref: string, options: EffectOptions, io: Io): Promise<ExitCode> => {
  const { reason, on } = options
  const what = whatOf(options)
  const decisions = (options.decided ?? []).map(decision)
  return actOn<InEffect>(ref, options, {
    io,
    run: (deps, command) =>
      takeEffect(deps, {
        ...{ ...command, what, decisions },
        ...(reason === undefined ? {} : { reason }),
        ...(on === undefined ? {} : { on }),
      }),
    say: ({ followUps }) => ({
      text: [
        `The ${what} of case ${ref} is in effect.`,
        ...followUps.map(({ title, dueOn }) => `${title}: ${govukDate(dueOn)}`),
      ].join('\n'),
    }),
  })
}

const whatOf = ({ stepDown }: { readonly stepDown?: boolean }): What => (stepDown === true ? 'step-down' : 'closure')

/** A person in Caseclock where the words name one, else somebody outside by those words. */
async function knownOr(db: Database, words: string): Promise<string> {
  const found = isId(words) || words.trim() === '' ? [] : await findPerson(db, words)
  const [only] = found
  return found.length === 1 && only !== undefined ? only.id : words
}

/** `visit: handed to the health visitor`, or `goal@school: …` of one subject. */
function decision(text: string): Decision {
  const [, rule = '', subject, words = ''] = /^([a-z0-9-]+)(?:@(.+?))?:\s+(.+)$/s.exec(text.trim()) ?? []
  if (rule === '')
    throw new CommandFailed(
      EXIT.usage,
      `--decided ${text} does not say of what. Write it like --decided "visit: handed to the health visitor".`,
    )
  return { rule, ...(subject === undefined ? {} : { subject }), decision: words }
}
