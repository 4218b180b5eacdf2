import { z } from 'zod'
import { ROLES } from '../access/role'
import { hiddenCharacter } from '../hiddenCharacter'
import { englandFamilySafeguarding1 } from './englandFamilySafeguarding1'
import { withValues, type Overlay } from './overlay'
import { ruleComingWith, type PolicyPack, type Rule, type RuleValuesOf } from './policyPack'
import { RULE_IDS } from './ruleIds'
import { reminderMisfits, ruleMisfits } from './ruleMisfits'
import { shapeMisfit, wholeRuleMisfit, type Misfit } from './ruleShape'

/** A pack as it stands in a file. Everything must be said: a number left out is never taken from somewhere else. */

const words = z
  .string()
  .min(1)
  .superRefine((text, context) => {
    const hidden = hiddenCharacter(text)
    if (hidden !== undefined)
      context.addIssue(
        issueOf({ path: [], problem: `write it on one line, without the character that does not show (${hidden})` }),
      )
  })
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

const reminders = z.array(reminder).superRefine((given, list) => {
  for (const misfit of reminderMisfits(given)) list.addIssue(issueOf(misfit))
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
  reminders: reminders.exactOptional(),
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
  reminders,
  late,
  ladder,
  goesWith: z.array(z.enum(RULE_IDS)).exactOptional(),
  immediate: z.literal(true).exactOptional(),
  lateUnit: z.enum(['working-days', 'calendar-days']),
  basis: z.enum(['statutory', 'local', 'practice', 'product']),
  source: words,
  carriedBySource: z.boolean(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
})

const escalation = z.strictObject({
  acknowledgedMoves: z.int().min(0).max(20),
  promiseAtMost: z.int().min(1).max(20),
  moreTimeAtMost: z.int().min(1).max(20),
  comesBackWithin: z.int().min(0).max(100),
  source: words,
})

const changed = {
  rule: words,
  interval: distance.exactOptional(),
  parts: z.array(part).min(1).exactOptional(),
  firstDayCounts: z.boolean().exactOptional(),
  afterBirth: interval.exactOptional(),
  owner: role.exactOptional(),
  reminders: reminders.exactOptional(),
  late: late.exactOptional(),
  ladder: ladder.exactOptional(),
  validFrom: day.nullable().exactOptional(),
  validTo: day.nullable().exactOptional(),
}

/** A change without a value would make the rule local and change nothing. */
function saysAValue(change: object, context: z.RefinementCtx): void {
  if (Object.keys(change).some((key) => key !== 'rule' && key !== 'why')) return
  context.addIssue(issueOf({ path: [], problem: 'this changes no value of the rule; say one, or leave the rule out' }))
}

export const policySchema: z.ZodType<PolicyPack> = z
  .strictObject({
    id: packName,
    escalation: escalation.exactOptional(),
    rules: z.array(rule).min(1),
    options: z
      .array(
        z.strictObject({
          name: words,
          why: words,
          changes: z.array(z.strictObject(changed).superRefine(saysAValue)),
          adds: z.array(rule).min(1).exactOptional(),
        }),
      )
      .exactOptional(),
  })
  .superRefine(({ rules, options = [] }, pack) => {
    const refuse = (misfit: Misfit, ...at: Misfit['path']): void => {
      pack.addIssue(issueOf({ ...misfit, path: [...at, ...misfit.path] }))
    }
    for (const [index, given] of rules.entries()) {
      for (const misfit of misfitsOf(given)) refuse(misfit, 'rules', index)
      if (rules.findIndex(({ id }) => id === given.id) !== index)
        refuse({ path: ['id'], problem: 'this rule stands twice; keep one' }, 'rules', index)
    }
    const seen = new Set(rules.map(({ id }) => id))
    for (const [index, { name, changes, adds = [] }] of options.entries()) {
      if (changes.length + adds.length === 0)
        refuse({ path: ['changes'], problem: 'an option changes or adds something' }, 'options', index)
      if (options.findIndex((other) => other.name === name) !== index)
        refuse({ path: ['name'], problem: 'this option stands twice; keep one' }, 'options', index)
      for (const [at, change] of changes.entries())
        for (const misfit of optionMisfits(rules, change)) refuse(misfit, 'options', index, 'changes', at)
      for (const [at, added] of adds.entries()) {
        for (const misfit of misfitsOf(added)) refuse(misfit, 'options', index, 'adds', at)
        if (seen.has(added.id))
          refuse({ path: ['id'], problem: 'this rule stands twice; keep one' }, 'options', index, 'adds', at)
        seen.add(added.id)
      }
    }
  })

/** A misfit as the schema tells it. */
const issueOf = ({ path, problem }: Misfit) => ({ code: 'custom' as const, path: [...path], message: problem })

/** What keeps a rule of a whole pack from being used; its values are only looked at in the right shape. */
function misfitsOf(given: Rule): readonly Misfit[] {
  const builtIn = ruleComingWith(englandFamilySafeguarding1, given.id)
  const misfit = wholeRuleMisfit(builtIn, given)
  return misfit === undefined ? ruleMisfits(builtIn, given) : [misfit]
}

/** An option changes a rule of its own pack, and what it makes of it can be used. */
function optionMisfits(rules: readonly Rule[], change: RuleValuesOf): readonly Misfit[] {
  const changed = rules.find(({ id }) => id === change.rule)
  if (changed === undefined) return [{ path: ['rule'], problem: 'this pack has no such rule' }]
  const misfit = shapeMisfit(changed, change)
  return misfit === undefined ? misfitsOf(withValues(changed, change)) : [misfit]
}

/** A council's overlay as it stands in a file: single values, and who answers for them. */
export const overlaySchema: z.ZodType<Overlay> = z
  .strictObject({
    id: packName,
    extends: packName,
    approvedBy: z.strictObject({ name: words, post: words, on: day }),
    options: z.array(words).exactOptional(),
    changes: z.array(z.strictObject({ ...changed, why: words }).superRefine(saysAValue)),
  })
  .superRefine(({ changes, options = [] }, overlay) => {
    for (const [index, name] of options.entries())
      if (options.indexOf(name) !== index)
        overlay.addIssue(issueOf({ path: ['options', index], problem: 'this option is chosen twice; keep one' }))
    if (changes.length + options.length === 0)
      overlay.addIssue({ code: 'custom', path: ['changes'], message: 'an overlay changes something', input: changes })
  })

/** What a file of rules may be. */
export const policyFileSchema = z.union([policySchema, overlaySchema])
