import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../../domain/calendar/isoDay'
import { linesOf } from '../../../domain/safety-plan/linesOf'
import { PLAN_CHECKS } from '../../../domain/safety-plan/planChecks'
import type { PlanDocument } from '../../../domain/safety-plan/planDocument'
import { isPoliceSignatory } from '../../../domain/safety-plan/roles'
import { boxesOf } from '../app/formDay'

export type Typed = Readonly<Record<string, string>>

/** The form of a first version: today, about these children. */
export const emptyForm = (today: LocalDate, children: readonly string[]): Typed => ({
  ...boxes('date', today.toString()),
  ...ticked(children),
  review: 'six-weekly',
  police: 'no',
})

/** The form of a version that amends one: all that stands in it, of today. */
export function filledForm(plan: PlanDocument, today: LocalDate): Typed {
  const all = linesOf(plan)
  return {
    ...boxes('date', today.toString()),
    ...ticked(plan.children),
    ...{ concerns: plan.concerns, address: plan.address ?? '', support: plan.support.join('\n') },
    ...together(plan.parents.map((_, row) => personFields(plan, row))),
    ...{ people: String(plan.parents.length), lines: String(all.length + 1) },
    ...together(all.map((line, row) => lineFields(line, `line-${String(row)}`))),
    police: plan.signatories.find(isPoliceSignatory) ?? 'no',
    'phones-socialWorker': plan.phones?.socialWorker ?? '',
    'phones-afterClosing': plan.phones?.afterClosing ?? '',
    ...boxes('timeOfferedUntil', plan.timeOfferedUntil),
    ...(plan.validUntil === null ? {} : boxes('validUntil', plan.validUntil)),
    review: plan.review.mode,
    ...('on' in plan.review ? boxes('reviewOn', plan.review.on) : {}),
    ...together(PLAN_CHECKS.map(({ id }) => answerFields(`check-${id}`, plan.checks[id]))),
  }
}

const together = (fields: readonly Typed[]): Typed => Object.fromEntries(fields.flatMap((one) => Object.entries(one)))

function personFields({ parents, domesticAbuse, signatories }: PlanDocument, row: number): Typed {
  const person = parents[row]
  const has = (roles: readonly string[] | undefined): boolean => roles?.includes(person?.role ?? '') === true
  return {
    [`person-${String(row)}-role`]: person?.role ?? '',
    [`person-${String(row)}-name`]: person?.name ?? '',
    [`person-${String(row)}-side`]: has(domesticAbuse?.harms)
      ? 'harms'
      : has(domesticAbuse?.isHarmed)
        ? 'is-harmed'
        : '',
    [`person-${String(row)}-signs`]: has(signatories) ? 'yes' : '',
  }
}

const lineFields = (line: ReturnType<typeof linesOf>[number], row: string): Typed => ({
  [`${row}-id`]: line.id,
  [`${row}-achieve`]: line.achieve,
  [`${row}-contactWith`]: line.contactWith ?? '',
  ...boxes(`${row}-by`, line.by),
  ...answerFields(`${row}-smart`, line.smart),
})

const answerFields = (name: string, given: PlanDocument['checks']['literacy']): Typed => ({
  [name]: given?.answer ?? '',
  [`${name}-words`]: given?.words ?? '',
})

const ticked = (children: readonly string[]): Typed =>
  Object.fromEntries(children.map((child) => [`child-${child}`, 'yes']))

const boxes = (name: string, day: string): Typed =>
  Object.fromEntries(Object.entries(boxesOf(isoDay(day))).map(([part, value]) => [`${name}-${part}`, value]))
