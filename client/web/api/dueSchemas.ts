import { z } from 'zod'
import { placeOf } from './dueCursor'
import { day, id, listOf, PAGING } from './schemas'

const yes = z.enum(['true', 'false']).default('false')

export const DUE_ASKED = PAGING.extend({
  after: z
    .string()
    .max(500)
    .refine((text) => text === '' || placeOf(text) !== undefined, 'is not what an answer said as `next`')
    .default(''),
  who: z
    .enum(['all', 'me', 'team'])
    .default('all')
    .describe(
      'me: what hangs on children you hold; team: of your own team, or of `team`; all: of any case you may open',
    ),
  team: z.uuid().toLowerCase().optional(),
  within: z.coerce.number().int().min(1).max(366).default(28).describe('Days ahead'),
  late: yes.describe('Only what is late'),
  escalated: yes.describe('Only what an alert is open about, whatever its day'),
})
export const DUE = listOf(
  z.strictObject({
    ...{ obligation: id.describe('One of them, where siblings share the line'), case: z.string() },
    ...{ team: z.string().nullable(), rule: z.string(), title: z.string() },
    kind: z.enum(['obligation', 'stall']).describe('stall: drift that was noticed, on the day it was'),
    ...{ dueOn: day, bookedFor: day.nullable(), children: z.int() },
    late: z.boolean().describe('Its day has passed'),
    escalated: z.boolean().describe('An alert is open about it'),
  }),
)

export const SEARCH_ASKED = z.strictObject({
  q: z.string().min(1).max(80).describe('Starts of words: of a reference, a child’s name, a worker’s name'),
})
export const FOUND = z.strictObject({
  items: z.array(
    z.strictObject({
      ...{ ref: z.string(), open: z.boolean(), team: z.string().nullable() },
      ...{ children: z.array(z.string()), workers: z.array(z.string()) },
    }),
  ),
  more: z.boolean().describe('More cases match than are listed: add a word'),
})
