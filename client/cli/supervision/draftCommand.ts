import { readClock } from '../../../activities/clock'
import { londonDay } from '../../../domain/calendar/london'
import type { DraftLine } from '../../../domain/supervision/summary/draftLine'
import type { SummaryDraft } from '../../../domain/supervision/summary/summaryDraft'
import { isOpenTo } from '../../commands/supervision/isOpenTo'
import { caseRecord } from '../../queries/supervision/caseRecord'
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
    const [row] = await db.$queryRaw<{ id: string; ref: string; teamId: string | null; liveSince: string | null }[]>`
      select id::text, ref, team_id::text as "teamId", live_since::text as "liveSince" from case_file where ref = ${ref}`
    if (row === undefined) throw new CommandFailed(EXIT.usage, `There is no case ${ref}. Check the reference.`)
    const today = londonDay((await readClock(db)).now)
    if (!(await isOpenTo(db, { caseId: row.id, personId: reader.id, day: today })))
      throw new CommandFailed(EXIT.refused, 'This case is restricted, and this person has no access to it.')
    const { draft, worker } = await caseRecord(db, row, today)
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
