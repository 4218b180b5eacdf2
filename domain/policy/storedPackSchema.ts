import { z } from 'zod'
import { ROLES } from '../access/role'
import type { PolicyPack } from './policyPack'
import { RULE_IDS } from './ruleIds'

/**
 * A pack that was activated once, by whichever version of the program: just what dates are computed from, and nothing about what a file may say.
 * `policySchema` grows stricter from version to version, and nobody can correct what is stored. Fields it does not name are left as they are.
 */

const words = z.string()
const role = z.enum(ROLES, 'a role this version does not know')
const interval = z.looseObject({ n: z.int(), unit: z.enum(['working-days', 'days', 'weeks', 'months']) })
const distance = interval.extend({ before: z.literal(true).exactOptional() })
const to = z.array(role)
const reminders = z.array(z.looseObject({ step: words, back: interval.exactOptional(), to }))
const late = z.array(
  z.union([
    z.looseObject({ step: z.enum(['late', 'late-2']), afterWorkingDays: z.int(), to }),
    z.looseObject({ step: z.literal('late-3'), afterTrigger: interval, to }),
  ]),
)
const ladder = z.array(z.looseObject({ role, afterWorkingDays: z.int(), beside: z.array(role).exactOptional() }))
const part = z.looseObject({
  part: words,
  interval: distance,
  reminders: reminders.exactOptional(),
  late: late.exactOptional(),
  ladder: ladder.exactOptional(),
})

const rule = z.looseObject({
  id: z.enum(RULE_IDS, 'a rule this version does not know'),
  kind: z.enum(['obligation', 'stall']),
  title: words,
  runsFrom: words,
  metBy: words,
  owner: role,
  interval: distance.nullable(),
  parts: z.array(part).exactOptional(),
  count: z.int().exactOptional(),
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
  goesWith: z.array(words).exactOptional(),
  immediate: z.literal(true).exactOptional(),
  lateUnit: z.enum(['working-days', 'calendar-days']),
  basis: z.enum(['statutory', 'local', 'practice', 'product']),
  source: words,
  carriedBySource: z.boolean(),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
})

export const storedPackSchema: z.ZodType<Omit<PolicyPack, 'options'>> = z.looseObject({
  id: words,
  escalation: z
    .looseObject({
      acknowledgedMoves: z.int(),
      promiseAtMost: z.int(),
      moreTimeAtMost: z.int(),
      comesBackWithin: z.int(),
      source: words,
    })
    .exactOptional(),
  rules: z.array(rule),
})
