import { z } from 'zod'
import { ROLES } from '../access/role'
import { englandFamilySafeguarding1 } from './englandFamilySafeguarding1'
import type { Overlay } from './overlay'
import { ruleOf, type PolicyPack } from './policyPack'
import { RULE_IDS } from './ruleIds'
import { wholeRuleMisfit } from './ruleShape'

/** A pack as it stands in a file. Everything must be said: a number left out is never taken from somewhere else. */

const words = z.string().min(1)
const role = z.enum(ROLES)
const days = z.int().min(0).max(1000)
const unit = z.enum(['working-days', 'days', 'weeks', 'months'])

const reminder = z.strictObject({
  step: z.union([z.literal('at-once'), z.string().regex(/^(book|due)-\d+(wd|d|w|m)?$/)], {
    error: 'a reminder is at-once, or book- or due- with its distance: book-6w, due-10wd, due-7d, due-0',
  }),
  back: z.strictObject({ n: days, unit }).exactOptional(),
  to: z.array(role).min(1),
})

const interval = z.strictObject({ n: z.int().min(1).max(1000), unit })
const distance = z.strictObject({ n: z.int().min(1).max(1000), unit, before: z.literal(true).exactOptional() })
const late = z.array(
  z.union([
    z.strictObject({
      step: z.enum(['late', 'late-2']),
      afterWorkingDays: z.int().min(-30).max(1000),
      to: z.array(role).min(1),
    }),
    z.strictObject({ step: z.literal('late-3'), afterTrigger: interval, to: z.array(role).min(1) }),
  ]),
)
const ladder = z
  .array(z.strictObject({ role, afterWorkingDays: days, beside: z.array(role).exactOptional() }))
  .min(1, 'a rule needs somebody to tell when it is late')
const part = z.strictObject({
  part: words,
  interval: distance,
  reminders: z.array(reminder).exactOptional(),
  late: late.exactOptional(),
  ladder: ladder.exactOptional(),
})
const day = z.iso.date('a day that exists, like 2026-11-20')
const packName = z.string().regex(/^[a-z0-9-]+@\d+$/, 'a pack is named and numbered, like our-council@2')

const rule = z.strictObject({
  id: z.enum(RULE_IDS),
  kind: z.enum(['obligation', 'stall']),
  title: words,
  runsFrom: words,
  metBy: words,
  owner: role,
  interval: distance.nullable(),
  parts: z.array(part).min(1).exactOptional(),
  count: z.int().min(2).max(100).exactOptional(),
  within: interval.exactOptional(),
  alsoWithin: interval.exactOptional(),
  notLaterThan: interval.exactOptional(),
  afterBirth: interval.exactOptional(),
  firstDayCounts: z.boolean(),
  roll: z.enum(['back', 'none']),
  repeats: z.boolean(),
  reminders: z.array(reminder),
  late,
  ladder,
  lateUnit: z.enum(['working-days', 'calendar-days']),
  basis: z.enum(['statutory', 'local', 'practice', 'product']),
  source: words,
  carriedBySource: z.boolean(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
})

const values = {
  rule: words,
  interval: distance.exactOptional(),
  parts: z.array(part).min(1).exactOptional(),
  firstDayCounts: z.boolean().exactOptional(),
  afterBirth: interval.exactOptional(),
  owner: role.exactOptional(),
  reminders: z.array(reminder).exactOptional(),
  late: late.exactOptional(),
  ladder: ladder.exactOptional(),
  validFrom: day.nullable().exactOptional(),
  validTo: day.nullable().exactOptional(),
}

export const policySchema: z.ZodType<PolicyPack> = z
  .strictObject({
    id: packName,
    rules: z.array(rule).min(1),
    options: z
      .array(z.strictObject({ name: words, why: words, changes: z.array(z.strictObject(values)).min(1) }))
      .exactOptional(),
  })
  .superRefine(({ rules }, pack) => {
    for (const [index, given] of rules.entries()) {
      const { id, reminders } = given
      const misfit = wholeRuleMisfit(ruleOf(englandFamilySafeguarding1, id), given)
      if (misfit !== undefined)
        pack.addIssue({
          code: 'custom',
          path: ['rules', index, ...misfit.path],
          message: misfit.problem,
          input: given,
        })
      if (rules.findIndex((other) => other.id === id) !== index)
        pack.addIssue({
          code: 'custom',
          path: ['rules', index, 'id'],
          message: 'this rule stands twice; keep one',
          input: id,
        })
      for (const issue of reminderIssues(reminders)) pack.addIssue({ ...issue, path: ['rules', index, ...issue.path] })
    }
  })

/** A reminder at once is on the trigger's day; every other one says how far before the due date it is. */
const reminderIssues = (reminders: readonly { readonly step: string; readonly back?: unknown }[]) =>
  reminders.flatMap(({ step, back }, at) =>
    (step === 'at-once') === (back === undefined)
      ? []
      : [
          {
            code: 'custom' as const,
            path: ['reminders', at, 'back'],
            message: 'at-once has no distance back, every other reminder has one',
            input: back,
          },
        ],
  )

/** A council's overlay as it stands in a file: single values, and who answers for them. */
export const overlaySchema: z.ZodType<Overlay> = z
  .strictObject({
    id: packName,
    extends: packName,
    approvedBy: z.strictObject({ name: words, post: words, on: day }),
    options: z.array(words).exactOptional(),
    changes: z.array(z.strictObject({ ...values, why: words })),
  })
  .superRefine(({ changes, options = [] }, overlay) => {
    if (changes.length + options.length === 0)
      overlay.addIssue({ code: 'custom', path: ['changes'], message: 'an overlay changes something', input: changes })
    for (const [index, { reminders = [] }] of changes.entries())
      for (const issue of reminderIssues(reminders))
        overlay.addIssue({ ...issue, path: ['changes', index, ...issue.path] })
  })

/** What a file of rules may be. */
export const policyFileSchema = z.union([policySchema, overlaySchema])
