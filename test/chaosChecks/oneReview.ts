import { LocalDate } from '@js-joda/core'
import { londonMoment } from '../../domain/calendar/london'
import type { ExpectedTelling } from '../chaos/expectedOfTown'
import { noticeKey } from '../chaos/noticeKey'
import type { WrittenNotice } from '../chaos/writtenInTown'

const day = (text: string): LocalDate => LocalDate.parse(text)
const DUE = '2026-12-01'
export const SIX = 6 * 60
export const EIGHT = 8 * 60

/** What a review of one child has to tell: the worker ten and two working days before, the ladder once it is late. */
export const telling = (step: string, on: string, minute: number): ExpectedTelling => {
  const ladder = step.startsWith('late') || step.startsWith('rung-')
  const lane = ladder ? 'at-once' : 'digest'
  const person = ladder ? `person on ${step}` : 'worker'
  const words = { ref: 'N-1', rule: 'review-first', subject: 'c1', dueOn: DUE, step, lane, on, person } as const
  return {
    ...{ rule: words.rule, subject: words.subject, occurrence: 1, step, lane, ladder, person, caseId: 'case-1' },
    ...{ ref: 'N-1', to: ladder ? 'team-manager' : 'social-worker', dueOn: day(DUE), on: day(on), writtenOn: day(on) },
    ...{ moment: londonMoment(day(on), minute), leavesFrom: londonMoment(day(on), minute), mailId: '<m>', alert: null },
    key: noticeKey(words),
  }
}

export const EXPECTED = [
  telling('due-10wd', '2026-11-17', SIX),
  telling('due-2wd', '2026-11-27', SIX),
  telling('late', DUE, 17 * 60),
  telling('rung-2', '2026-12-04', EIGHT),
]

/** A telling as it was written, on its own day or a later one (a rung stands under the day it was told). */
export const written = (one: ExpectedTelling, late: { on?: string; minute?: number } = {}): WrittenNotice => {
  const { on = one.on.toString(), minute } = late
  const stands = one.ladder ? on : one.on.toString()
  const lateBy = minute === undefined ? one.moment : londonMoment(day(on), minute)
  return {
    ...{ rule: one.rule, subject: one.subject, dueOn: DUE, step: one.step, on: stands, person: one.person },
    ...{ ladder: one.ladder, case_id: 'case-1', obligation_id: 'o-1', mailId: '<m>', mailState: 'sent' },
    ...{ writtenAt: lateBy, leftAt: lateBy },
    key: noticeKey({ ...one, dueOn: DUE, on: stands }),
  }
}
/** One of `EXPECTED` by its place in the list. */
export const at = (index: number): ExpectedTelling => {
  const one = EXPECTED[index]
  if (one === undefined) throw new Error(`There is no telling ${String(index)}.`)
  return one
}
