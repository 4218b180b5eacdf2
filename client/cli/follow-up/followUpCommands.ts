import { isoDay } from '../../../domain/calendar/isoDay'
import { govukDate } from '../../../domain/timeline/govukDate'
import { answerFollowUp } from '../../commands/follow-up/answerFollowUp'
import { followUpList, type FollowUpLine } from '../../queries/followUps/followUpList'
import { followUpPage, type FollowUpPage } from '../../queries/followUps/followUpPage'
import { actingOnCase, type ActOptions } from '../actingOnCase'
import { withDatabase } from '../connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from '../io'
import { personNamed } from '../personNamed'
import { textTable } from '../textTable'

export interface ReadOptions {
  readonly as: string
  readonly json?: boolean
  readonly data: string
}

export interface ListOptions extends ReadOptions {
  readonly ref?: string
  readonly all?: boolean
}

/** `caseclock follow-up list`. */
export const runFollowUps = (options: ListOptions, io: Io): Promise<ExitCode> =>
  withDatabase(options.data, async (db) => {
    const reader = await personNamed(db, '--as', options.as)
    const lines = await followUpList(db, {
      readerId: reader.id,
      all: options.all === true,
      ...(options.ref === undefined ? {} : { ref: options.ref }),
    })
    if (options.json === true) io.out(`${JSON.stringify({ format: 1, followUps: lines }, null, 2)}\n`)
    else if (lines.length === 0)
      io.out('No follow-up is asked of these cases. One is made when a plan starts or ends, or a case is closed.\n')
    else
      io.out(textTable(['Case', 'For', 'Follow-up', 'After', 'Due', 'How it stands', 'Asked', 'Id'], lines.map(rowOf)))
    return EXIT.done
  })

const ANCHOR = { 'plan-start': 'the plan started', 'plan-end': 'the plan ended', closure: 'the case closed' } as const

const rowOf = (one: FollowUpLine): readonly string[] => [
  ...[
    one.ref,
    one.forename,
    one.title,
    `${ANCHOR[one.anchor]} on ${govukDate(isoDay(one.anchorOn))}`,
    govukDate(isoDay(one.dueOn)),
  ],
  ...[one.state.replaceAll('-', ' '), one.askedOn === null ? '' : govukDate(isoDay(one.askedOn)), one.id],
]

/** `caseclock follow-up show ID`. */
export const runFollowUp = (id: string, options: ReadOptions, io: Io): Promise<ExitCode> =>
  withDatabase(options.data, async (db) => {
    const reader = await personNamed(db, '--as', options.as)
    const page = await followUpPage(db, { id, readerId: reader.id })
    if (page === undefined)
      throw new CommandFailed(
        EXIT.usage,
        `There is no follow-up ${id}, or this person may not open its case. \`caseclock follow-up list\` shows those that are asked.`,
      )
    io.out(options.json === true ? `${JSON.stringify({ format: 1, ...page }, null, 2)}\n` : pageText(page))
    return EXIT.done
  })

function pageText(page: FollowUpPage): string {
  const answers = page.answered?.answers as Readonly<Record<string, unknown>> | undefined
  const head = `${page.ref}, ${page.forename}: ${page.title}, ${ANCHOR[page.anchor]} on ${govukDate(isoDay(page.anchorOn))}; due ${govukDate(isoDay(page.dueOn))} (${page.state.replaceAll('-', ' ')}).\n${page.explanation.join('; ')}.\n`
  const questions = textTable(
    ['Question', 'The record says', 'Because', 'Answered'],
    page.questions.map(({ id, words, fromTheRecord: said }) => [
      ...[words, said === null ? 'ask' : String(said.answer), said?.because ?? ''],
      page.answered === null ? '' : answers?.[id] === undefined ? 'not answered' : shown(answers[id]),
    ]),
  )
  const why = page.answered?.notPossible === undefined ? '' : `Not possible: ${String(page.answered.notPossible)}.\n`
  const asked =
    page.asked.length === 0
      ? 'Nobody has been asked yet.\n'
      : `Asked:\n${textTable(
          ['Who', 'As', 'On'],
          page.asked.map(({ person, role, on }) => [person, role, govukDate(isoDay(on))]),
        )}`
  return `${head}${page.notAsked === null ? '' : `${page.notAsked}\n`}${why}\n${questions}\n${asked}`
}

const shown = (value: unknown): string => (Array.isArray(value) ? value.map(String).join(', ') : String(value))

export interface AnswerOptions extends ActOptions {
  readonly answers?: string
  readonly notPossible?: string
}

/** `caseclock follow-up answer ID`. */
export const runAnswer = (followUpId: string, options: AnswerOptions, io: Io): Promise<ExitCode> =>
  actingOnCase(options, io, (deps, acts) =>
    answerFollowUp(deps, {
      ...{ ...acts, followUpId, answers: options.answers === undefined ? undefined : parsed(options.answers) },
      ...(options.notPossible === undefined ? {} : { notPossible: options.notPossible }),
    }),
  )

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CommandFailed(
      EXIT.usage,
      `--answers ${text} is not JSON. Write it like --answers '{"now":"on-plan","secondPlan":false}'.`,
    )
  }
}
