import { z } from 'zod'

export const day = z.iso.date()
export const id = z.string().min(1)

export const PAGING = z.strictObject({
  after: z.string().max(100).default(''),
  limit: z.coerce.number().int().min(1).max(100).default(100),
})
export const listOf = <T extends z.ZodType>(line: T) =>
  z.strictObject({
    items: z.array(line),
    next: z.string().nullable().describe('Ask again with `after` of this; null: there are no more'),
  })

const caseLine = z.strictObject({
  ref: z.string(),
  team: z.string().nullable(),
  open: z.boolean(),
  factsVersion: z.int(),
})
export const CASES = listOf(caseLine)
export const CASE = caseLine
export const CHRONOLOGY = listOf(
  z.strictObject({
    ...{ id, kind: z.string(), on: day, children: z.array(id), data: z.unknown() },
    ...{ corrects: id.nullable(), takesBack: z.boolean() },
  }),
)
export const OBLIGATIONS = listOf(
  z.strictObject({
    ...{ id, rule: z.string(), title: z.string(), child: id.nullable(), dueOn: day, limitOn: day },
    ...{ bookedFor: day.nullable(), state: z.string(), endedOn: day.nullable(), policy: z.string() },
    explanation: z.array(z.string()).describe('Why it is this day, a sentence a step'),
  }),
)
const alert = z.strictObject({
  ...{ id, case: z.string(), title: z.string(), dueOn: day, state: z.string(), openedAt: z.iso.datetime() },
})
export const ALERTS = listOf(alert)
export const ALERT = alert.extend({
  entries: z.array(
    z.strictObject({ entry: z.string(), rung: z.int().nullable(), person: z.string().nullable(), reason: z.string() }),
  ),
})
export const NEW_EVENT = z.strictObject({
  kind: z.string().max(100),
  on: day.optional(),
  children: z.array(z.uuid()).max(50).optional(),
  data: z.record(z.string(), z.unknown()).default({}),
  corrects: z.uuid().optional(),
  takesBack: z.boolean().optional(),
})
export const RECORDED = z.strictObject({ factsVersion: z.int(), events: z.array(id), repeated: z.boolean() })
export const NEW_ANSWER = z.strictObject({
  answer: z.enum(['acknowledge', 'promise', 'more-time', 'pass-up', 'withdraw', 'challenge']),
  reason: z.string().max(5_000).default(''),
  until: day.optional(),
  owner: z.uuid().optional(),
  immediateRisk: z.boolean().optional(),
})
export const ANSWERED = z.strictObject({ nextOn: day.nullable(), repeated: z.boolean() })
export const PROBLEM = z.strictObject({
  ...{ type: z.literal('about:blank'), title: z.string(), status: z.int(), detail: z.string() },
})
