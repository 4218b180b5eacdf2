import { isoDay } from '../../../domain/calendar/isoDay'
import { recordDay } from '../../../domain/supervision/session/recordDay'
import { noteView } from '../../commands/web/noteView'
import { reviewSummary, writeSummary } from '../../commands/supervision/summaries'
import type { SessionCaseRow } from '../../queries/supervision/web/sessionCases'
import { goTo, NOTHING_HERE, show, type Answer } from '../app/answer'
import { textOf } from '../app/formText'
import { pageWords } from '../app/pageWords'
import { page, type Asked, type Page } from '../app/page'
import { statusOf } from '../app/refusedBy'
import { caseSheets } from './caseSheets'
import { caseIn, sessionFor, type OpenedSession } from './sessionFor'
import { summaryState, whenWords } from './sessionLines'
import { commandAt } from './sessionPage'
import { summaryText } from './summaryText'

const PATH = '/supervision/sessions/:id/summaries/:ref'
const MOST = 20_000

/** The summary of a case for a session: half filled in by the record, written by its worker, reviewed by the team manager. */
export const SUMMARY_PAGES: readonly Page[] = [
  page({
    method: 'GET',
    path: PATH,
    needs: 'see-own-work',
    answer: async (asked) => {
      const found = await opened(asked)
      return found === undefined ? NOTHING_HERE : formOf(asked, found)
    },
  }),
  page({
    method: 'POST',
    path: PATH,
    needs: 'see-own-work',
    answer: async (asked) => {
      const found = await opened(asked)
      if (found === undefined) return NOTHING_HERE
      const text = textOf(asked.form, 'text').replaceAll('\r\n', '\n')
      const again = (words: string, status: number, newer: Newer = 'nothing'): Promise<Answer> =>
        formOf(asked, found, { text, newer, problems: [{ text: words, href: '#text' }], status })
      if (text === '' || text.length > MOST) return again('A summary has 20,000 letters at most, and one at least', 422)
      const command = { ...commandAt(asked, found.session), ref: found.row.ref, text, ...seenOf(asked) }
      const answer = await writeSummary(asked, command)
      return 'refused' in answer
        ? again(pageWords(answer.todo), statusOf(answer), answer.refused === 'changed-since' ? 'a-text' : 'nothing')
        : goTo(pathOf(found), 'The summary is saved. The team manager is asked to review it.')
    },
  }),
  page({
    method: 'POST',
    path: `${PATH}/review`,
    needs: 'see-own-work',
    answer: async (asked) => {
      const found = await opened(asked)
      if (found === undefined) return NOTHING_HERE
      const [verdict, words] = [textOf(asked.form, 'verdict'), textOf(asked.form, 'words')]
      const again = (problem: string, status: number): Promise<Answer> =>
        formOf(asked, found, { problems: [{ text: problem, href: '#words' }], status })
      if (verdict === 'back' && words === '') return again('Say what is still to be done', 422)
      if (verdict !== 'good' && verdict !== 'back') return again('Say whether it is good, or send it back', 422)
      if (verdict === 'good' && words !== '')
        return again('You have written what is still to be done: send it back, or take the words out', 422)
      if (words.length > 2000) return again('Say it in 2,000 letters at most', 422)
      const command = { ...commandAt(asked, found.session), ref: found.row.ref, words, ...seenOf(asked) }
      const answer = await reviewSummary(asked, command)
      return 'refused' in answer
        ? again(pageWords(answer.todo), statusOf(answer))
        : goTo(
            pathOf(found),
            words === '' ? 'The summary is reviewed.' : 'The summary is reviewed, and the worker sees your words here.',
          )
    },
  }),
]

interface Found {
  readonly session: OpenedSession
  readonly row: SessionCaseRow
}

const pathOf = ({ session, row }: Found): string =>
  `/supervision/sessions/${session.head.id}/summaries/${encodeURIComponent(row.ref)}`

/** Every look at a case is written to the audit. */
async function opened(asked: Asked): Promise<Found | undefined> {
  const session = await sessionFor(asked)
  const row = session === undefined ? undefined : caseIn(session, asked)
  if (session === undefined || row === undefined) return undefined
  await noteView(asked.db, { caseId: row.id, actorId: asked.reader.id, page: PATH, now: asked.now })
  return { session, row }
}

/** The version that stood in the form. */
const seenOf = ({ form }: Asked): { readonly seen?: string } => ('seen' in form ? { seen: textOf(form, 'seen') } : {})

/** Whether another text has been saved than the one that was being changed. */
type Newer = 'nothing' | 'a-text'

interface Again {
  readonly text?: string
  readonly newer?: Newer
  readonly problems: readonly { readonly text: string; readonly href: string }[]
  readonly status: number
}

async function formOf(
  asked: Asked,
  { session, row }: Found,
  again: Again = { problems: [], status: 200 },
): Promise<Answer> {
  const { head, access } = session
  const sheets = await caseSheets(asked.db, row, recordDay(isoDay(head.on), asked.today))
  const begun = summaryText(
    sheets.record,
    sheets.prompts.map(({ words }) => words),
  )
  return show(
    'session/summary.njk',
    {
      ...{
        base: `/supervision/sessions/${head.id}`,
        action: pathOf({ session, row }),
        ref: row.ref,
        when: whenWords(head),
        team: head.team,
      },
      ...{
        problems: again.problems,
        worker: sheets.worker,
        state: summaryState(row),
        prompts: sheets.prompts,
        since: sheets.record.since,
      },
      caseHref: row.readable ? `/cases/${encodeURIComponent(row.ref)}` : null,
      text: again.text ?? row.summary ?? begun,
      begun: row.summary === null,
      seen: row.version,
      newer: again.newer === 'a-text',
      paragraphs: (row.summary ?? '').split('\n'),
      written: row.summary !== null,
      mayWrite: row.readable && head.state === 'planned',
      mayReview: access.manages && row.summary !== null && head.state === 'planned',
      textWrong: again.problems.find(({ href }) => href === '#text')?.text,
      wordsWrong: again.problems.find(({ href }) => href === '#words')?.text,
      words: textOf(asked.form, 'words'),
    },
    again.status,
  )
}
