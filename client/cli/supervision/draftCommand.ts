import type { DraftLine } from '../../../domain/supervision/summary/draftLine'
import type { SummaryDraft } from '../../../domain/supervision/summary/summaryDraft'
import { caseDraft } from '../../queries/supervision/caseDraft'
import { withDatabase } from '../connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from '../io'
import { personNamed } from '../personNamed'

/** `caseclock supervision draft REF`: what the record says since the last discussion, for the worker to add judgement to. */
export const runDraft = (
  ref: string,
  options: { readonly as: string; readonly json?: boolean; readonly data: string },
  io: Io,
): Promise<ExitCode> =>
  withDatabase(options.data, async (db) => {
    const reader = await personNamed(db, '--as', options.as)
    const found = await caseDraft(db, { ref, readerId: reader.id })
    if (found === undefined)
      throw new CommandFailed(
        EXIT.usage,
        `There is no case ${ref}, or this person may not read it. Check the reference.`,
      )
    const { draft, worker } = found
    io.out(
      options.json === true ? `${JSON.stringify({ format: 1, ref, worker, draft }, null, 2)}\n` : draftText(ref, draft),
    )
    return EXIT.done
  })

function draftText(
  ref: string,
  { since, happened, goals, late, dueNext, lastDecisions, prompts }: SummaryDraft,
): string {
  const more = happened.more === 0 ? [] : [`And ${String(happened.more)} more before these.`]
  return [
    `Case ${ref}. ${since.sentence}\n`,
    part('What was recorded since', happened.sentence, [...happened.lines.map(words), ...more]),
    part('Goals', goals.sentence, goals.lines.map(words)),
    part('Late', late.sentence, late.lines.map(words)),
    part('Due next', dueNext.sentence, dueNext.lines.map(words)),
    part('What was decided last time', lastDecisions.sentence, lastDecisions.lines.map(words)),
    part(
      'For you to answer',
      '',
      prompts.map((prompt) => prompt.words),
    ),
  ].join('\n')
}

const words = ({ sentence }: DraftLine): string => sentence

const part = (title: string, sentence: string, lines: readonly string[]): string =>
  `${title}\n${sentence === '' ? '' : `${sentence}\n`}${lines.map((line) => `- ${line}\n`).join('')}`
