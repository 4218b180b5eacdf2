import { summaryPrompts } from '../../domain/supervision/summary/prompts'
import { govukDate } from '../../domain/timeline/govukDate'
import { presenceWords } from './attendanceWords'
import { caseHead, type CaseHead } from './caseHead'
import type { DiscussedCase, MinutedAction, MinuteLine, MinutesView } from './minutesView'
import { notShown } from './notShown'
import { paperFrame, type PaperFrame } from './paperFrame'
import { renderPaper } from './renderPaper'

/** What the template of the minutes is given: words only. */
interface MinutesSheet extends PaperFrame {
  readonly attendance: readonly { readonly name: string; readonly role: string; readonly was: string }[]
  readonly notDiscussed: readonly { readonly ref: string; readonly reason: string }[]
  readonly notDiscussedWords: string
  readonly notShown: string
  readonly cases: readonly MinutesCaseSheet[]
}

interface MinutesCaseSheet extends CaseHead {
  readonly groups: readonly { readonly words: string; readonly lines: readonly MinuteLine[] }[]
  readonly decisions: readonly MinuteLine[]
  readonly actions: readonly {
    readonly action: string
    readonly owner: string
    readonly by: string
    readonly now: string
  }[]
}

/**
 * The minutes of a session that was held, as one page of HTML that prints: who was there, what was not discussed and why, and for each case the lines by
 * prompt, the decisions and the actions. For people who may see its cases: it names children. No scripts, nothing from outside. Throws where the view says less than it must.
 */
export function minutesPage(view: MinutesView): string {
  const missed = view.cases.flatMap((one) => (one.state === 'not-discussed' ? [one] : []))
  const discussed = view.cases.flatMap((one) => (one.state === 'discussed' ? [one] : []))
  const sheet: MinutesSheet = {
    ...paperFrame('Minutes of group case supervision', view),
    attendance: view.attendance.map(({ name, role, was }) => ({ name, role, was: presenceWords(was) })),
    notDiscussed: missed.map(({ ref, reason }) => ({ ref, reason: reason ?? 'No reason was written down' })),
    notDiscussedWords: notDiscussedWords(missed.length, discussed.length),
    notShown: notShown(view.cases),
    cases: discussed.map((one) => caseSheet(one, view)),
  }
  return renderPaper('minutes', sheet)
}

/** Said of what the reader may see. */
function notDiscussedWords(missed: number, discussed: number): string {
  if (missed > 0) return ''
  return discussed === 0 ? 'No case that you may see was on the list.' : 'Every case shown here was discussed.'
}

const DECISION = 'decision'

function caseSheet(one: DiscussedCase, { on, madeOn }: MinutesView): MinutesCaseSheet {
  const { prompts } = summaryPrompts
  const asked = prompts.map(({ id, words }) => ({ words, lines: one.lines.filter(({ prompt }) => prompt === id) }))
  const others = one.lines.filter(({ prompt }) => !prompts.some(({ id }) => id === prompt))
  const decisions = one.lines.filter(({ prompt }) => prompt === DECISION)
  return {
    ...caseHead(one, on),
    groups: [...asked, { words: 'Other', lines: others }].filter(
      ({ lines }) => lines.length > 0 && lines[0]?.prompt !== DECISION,
    ),
    decisions,
    actions: one.actions.map((action) => ({
      action: action.action,
      owner: action.owner,
      by: govukDate(action.by),
      now: doneWords(action, { on, madeOn }),
    })),
  }
}

/** The record is told as of the day of the session: what became of an action later stands on its case, and is not said to be undone. */
function doneWords({ doneOn }: MinutedAction, { on, madeOn }: Pick<MinutesView, 'on' | 'madeOn'>): string {
  if (doneOn !== null) return `Done on ${govukDate(doneOn)}`
  return on.isBefore(madeOn) ? 'Later: see the case' : 'Not done yet'
}
