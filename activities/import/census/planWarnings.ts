import { categoryOf } from '../mapping/category'
import { shown } from '../rowReader'
import type { CensusElement } from './censusElement'
import type { ChildReading } from './childReading'

/** What is odd about a child protection plan that is taken all the same: losing it would be worse. */
export function planWarnings(plan: CensusElement, { warn }: ChildReading): void {
  for (const { name, text, line } of plan.children) {
    if (text === '') continue
    if (/CategoryOfAbuse$/.test(name) && categoryOf(text) === undefined)
      warn(
        'wrong-code',
        { line, field: name },
        `${shown(text)} is no category of abuse. The plan was taken, the category counts as not known.`,
      )
    // 0 and 1 both stand for a first plan: returns differ in whether they count the plan itself.
    if (name === 'NumberOfPreviousCPP' && !/^\d+$/.test(text))
      warn(
        'wrong-code',
        { line, field: name },
        `${shown(text)} is no number of plans. The plan was taken; earlier plans are counted from the plans themselves.`,
      )
  }
}
