import { z } from 'zod'
import { ROLES } from '../access/role'
import type { PolicyPack } from './policyPack'
import { RULE_IDS } from './ruleIds'

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

const rule = z.strictObject({
  id: z.enum(RULE_IDS),
  title: words,
  runsFrom: words,
  metBy: words,
  interval: z.strictObject({ n: z.int().min(1).max(1000), unit }),
  roll: z.enum(['back', 'none']),
  reminders: z.array(reminder),
  late: z.array(
    z.union([
      z.strictObject({ step: z.enum(['late', 'late-2']), afterWorkingDays: days, to: z.array(role).min(1) }),
      z.strictObject({
        step: z.literal('late-3'),
        afterTrigger: z.strictObject({ n: z.int().min(1).max(1000), unit }),
        to: z.array(role).min(1),
      }),
    ]),
  ),
  ladder: z
    .array(z.strictObject({ role, afterWorkingDays: days, beside: z.array(role).exactOptional() }))
    .min(1, 'a rule needs somebody to tell when it is late'),
  lateUnit: z.enum(['working-days', 'calendar-days']),
  basis: z.enum(['statutory', 'local', 'practice', 'product']),
  source: words,
  carriedBySource: z.boolean(),
})

export const policySchema: z.ZodType<PolicyPack> = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+@\d+$/, 'a pack is named and numbered, like our-council@2'),
    rules: z.array(rule).min(1),
  })
  .superRefine(({ rules }, pack) => {
    for (const [index, { id, reminders }] of rules.entries()) {
      if (rules.findIndex((other) => other.id === id) !== index)
        pack.addIssue({
          code: 'custom',
          path: ['rules', index, 'id'],
          message: 'this rule stands twice; keep one',
          input: id,
        })
      for (const [at, { step, back }] of reminders.entries())
        if ((step === 'at-once') !== (back === undefined)) {
          const message = 'at-once has no distance back, every other reminder has one'
          pack.addIssue({ code: 'custom', path: ['rules', index, 'reminders', at, 'back'], message, input: back })
        }
    }
  })
