import { changeWords } from '../../../activities/mail/supervision/changeWords'
import { isoDay } from '../../../domain/calendar/isoDay'
import { govukMonth } from '../../../domain/timeline/govukDate'
import type { Refusal } from '../../commands/command'
import { lookAhead, type YearChanges } from '../../commands/supervision/lookAhead'
import { readableRefs } from '../../queries/reading/readableRefs'
import { goTo, show, type Answer } from '../app/answer'
import { formCommand } from '../app/formCommand'
import { pageWords } from '../app/pageWords'
import type { Asked } from '../app/page'
import { statusOf } from '../app/refusedBy'
import type { YearDeed } from './yearDeed'

interface Form {
  /** Where the form is sent to: the page itself. */
  readonly action: string
  readonly back: string
  /** What would be done, in a sentence; and that it was, as the next page says it. */
  readonly what: string
  readonly done: string
  readonly after: string
  /** The form again, with what was not right. */
  readonly again: (problems: readonly Problem[], status: number) => Promise<Answer> | Answer
}

export interface Problem {
  readonly text: string
  readonly href: string
}

/**
 * A change of a year in two steps. First what it does: which cases move, what has no place then, how many people are told; nothing is written. The page that says so has a button
 * that sends the same fields again with `step` = `do`.
 */
export async function lookOrDo(asked: Asked, deed: YearDeed, form: Form): Promise<Answer> {
  const refused = ({ todo, ...refusal }: Refusal): Promise<Answer> | Answer =>
    form.again([{ text: pageWords(todo), href: '#change' }], statusOf({ ...refusal, todo }))
  if (asked.form['step'] === 'do') {
    const answer = await deed.act()
    return 'refused' in answer ? refused(answer) : goTo(form.after, form.done)
  }
  const ahead = await lookAhead(asked.db, deed.teamId, deed.look)
  if ('refused' in ahead) return refused(ahead)
  const seen = await readableRefs(
    asked.db,
    asked.reader,
    [...ahead.changes, ...ahead.gaps].map(({ ref }) => ref),
  )
  return show('year/preview.njk', {
    ...{
      what: form.what,
      action: form.action,
      back: form.back,
      fields: fieldsOf({ ...asked.form, command: formCommand(asked.form) }),
    },
    ...previewWords(ahead, seen),
  })
}

/** What somebody may see of what a change does. `seen`: references they may read. */
export function previewWords({ changes, gaps, told }: YearChanges, seen: ReadonlySet<string>) {
  const moves = changes.filter(({ ref }) => seen.has(ref)).map(changeWords)
  const without = gaps
    .filter(({ ref }) => seen.has(ref))
    .map(({ ref, month, why }) => `Case ${ref} would have no place in ${govukMonth(isoDay(`${month}-01`))}. ${why}`)
  return {
    moves,
    without,
    movesWords:
      moves.length === 0
        ? 'No case moves.'
        : moves.length === 1
          ? '1 case moves:'
          : `${String(moves.length)} places change:`,
    withoutWords:
      without.length === 0
        ? 'No case is left without a place by it.'
        : `${String(without.length)} without a place then:`,
    toldWords:
      told === 0
        ? 'Nobody has to be told.'
        : `${String(told)} ${told === 1 ? 'person is' : 'people are'} told by mail.`,
  }
}

/** Everything that was sent, to be sent again; lists as fields that come twice. */
export const fieldsOf = (
  form: Readonly<Record<string, unknown>>,
): readonly { readonly name: string; readonly value: string }[] =>
  Object.entries(form)
    .filter(([name]) => name !== '_csrf' && name !== 'step')
    .flatMap(([name, value]) =>
      [value].flat().flatMap((one) => (typeof one === 'string' ? [{ name, value: one }] : [])),
    )
