import { wallTimeAfter } from '../../domain/calendar/wallTime'
import { govukDate } from '../../domain/timeline/govukDate'
import { replyWords } from './attendanceWords'
import { caseHead, type CaseHead } from './caseHead'
import { notShown } from './notShown'
import type { PackCase, PackView, WrittenSummary } from './packView'
import { paperFrame, type PaperFrame } from './paperFrame'
import { paragraphs } from './paragraphs'
import { PART_HEADINGS, promptSheet, type PromptSheet } from './promptSheet'
import { recordSheet, type RecordSheet } from './recordSheet'
import { renderPaper } from './renderPaper'

/** What the template of the papers is given: words only. */
interface PackSheet extends PaperFrame {
  readonly cases: readonly PackCaseSheet[]
  readonly notShown: string
  readonly invited: readonly { readonly name: string; readonly role: string; readonly reply: string }[]
  readonly headings: typeof PART_HEADINGS
}

interface PackCaseSheet extends CaseHead {
  /** London wall time at which its discussion begins. */
  readonly time: string
  readonly summary: { readonly paragraphs: readonly string[]; readonly by: readonly string[] }
  readonly record: RecordSheet
  readonly prompts: readonly PromptSheet[]
}

/**
 * The papers of one session as one page of HTML that prints: who is invited, the cases in order with their times, and a sheet for each. For people who may see its
 * cases: it names children. A discussion begins at the session's own time plus the minutes of those before it, restricted ones too. No scripts, nothing from outside.
 * Throws where the view says less than it must.
 */
export function packPage(view: PackView): string {
  const sheet: PackSheet = {
    ...paperFrame('Papers for group case supervision', view),
    headings: PART_HEADINGS,
    notShown: notShown(view.cases),
    invited: view.invited.map(({ name, role, reply }) => ({ name, role, reply: replyWords(reply) })),
    cases: view.cases.flatMap((one, place) => (one.state === 'restricted' ? [] : [caseSheet(one, place, view)])),
  }
  return renderPaper('pack', sheet)
}

const caseSheet = (one: PackCase, place: number, { at, on, minutesPerCase }: PackView): PackCaseSheet => ({
  ...caseHead(one, on),
  time: wallTimeAfter(at, place * minutesPerCase),
  summary: summaryWords(one.summary),
  record: recordSheet(one.draft, one.children),
  prompts: one.draft.prompts.map((prompt) => promptSheet(prompt, one.children)),
})

function summaryWords(summary: WrittenSummary | null): PackCaseSheet['summary'] {
  if (summary === null) return { paragraphs: [], by: ['No summary has been written yet.'] }
  const { text, writtenBy, writtenOn, review } = summary
  return {
    paragraphs: paragraphs(text),
    by: [
      `Written by ${writtenBy} on ${govukDate(writtenOn)}.`,
      review === null
        ? 'Not yet reviewed by the team manager.'
        : `Reviewed by ${review.by} on ${govukDate(review.on)}${review.words === '' ? '.' : `: ${review.words}`}`,
    ],
  }
}
