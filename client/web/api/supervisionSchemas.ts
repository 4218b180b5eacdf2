import { z } from 'zod'
import { day, id } from './schemas'

const moment = z.iso.datetime().nullable()
const time = z.string().describe('Of the day, London: 09:30')
const state = z.enum(['planned', 'held', 'cancelled', 'not-held'])
const matter = z.strictObject({
  ...{ step: z.string(), title: z.string(), dueOn: day, late: z.boolean() },
  about: z.string().nullable().describe('A person’s name or a case’s reference; null: the session itself'),
  why: z.array(z.string()).describe('Why it is this day, a sentence a step'),
})

export const YEAR = z.strictObject({
  ...{ id, team: z.string(), room: z.string(), minutesPerCase: z.int() },
  pattern: z.array(z.strictObject({ weekday: z.string(), nth: z.array(z.int()), at: time, minutes: z.int() })),
  behind: z.boolean().describe('It is being planned again: ask again soon'),
  sessions: z.array(
    z.strictObject({
      ...{ id, on: day, at: time, minutes: z.int(), room: z.string(), state, why: z.string().nullable() },
      ...{ capacity: z.int(), cases: z.int().describe('Of those you may open') },
      ...{ unanswered: z.int(), declined: z.int() },
    }),
  ),
  gaps: z
    .array(z.strictObject({ case: z.string(), month: z.string(), why: z.string() }))
    .describe('Cases without a place in a month (2026-04) in which they need one'),
  moves: z
    .array(
      z.strictObject({
        ...{ case: z.string(), change: z.enum(['joined', 'moved', 'left']) },
        ...{ from: day.nullable(), to: day.nullable() },
      }),
    )
    .describe('What became otherwise in the last 24 hours'),
  notHeld: z
    .array(z.strictObject({ on: day, at: time, why: z.string() }))
    .describe('Days of the pattern without a session'),
  outstanding: z.array(matter.extend({ session: id })).describe('Late, or due within two weeks'),
})

export const SESSION = z.strictObject({
  ...{ id, teamId: id, team: z.string(), on: day, at: time, minutes: z.int(), room: z.string() },
  ...{ chair: z.string().nullable(), state, why: z.string().nullable() },
  ...{ papersOutAt: moment, minutesOutAt: moment, checkedAt: moment },
  invited: z.array(
    z.strictObject({
      ...{ person: id, name: z.string(), role: z.string() },
      reply: z.enum(['accepted', 'declined', 'tentative']).nullable(),
      ...{ reason: z.string().nullable(), cover: z.string().nullable(), approved: z.boolean().nullable() },
      attended: z.boolean().nullable(),
    }),
  ),
  cases: z
    .array(
      z.strictObject({
        ...{ ref: z.string(), mayOpen: z.boolean().describe('Its own page, beside this session'), at: time },
        ...{ summaryBy: z.string().nullable(), summaryAt: moment },
        ...{ reviewedBy: z.string().nullable(), reviewedAt: moment },
        ...{ discussed: z.boolean().nullable(), whyNot: z.string().nullable() },
        ...{ minuteLines: z.int(), actions: z.int() },
      }),
    )
    .describe('Those you may open, in the order of the session'),
  outstanding: z.array(matter),
})

export const REPORT_ASKED = z.strictObject({
  team: z.uuid().optional().describe('Of one of your teams; without it: of all'),
  from: day.optional().describe('Three months before `to`, unless told'),
  to: day.optional().describe('Today, unless told'),
})
export const REPORT = z.strictObject({
  ...{ group: z.string(), title: z.string(), team: z.string().nullable().describe('null: all your teams') },
  ...{ from: day, to: day },
  figures: z.array(
    z.strictObject({
      ...{ id, title: z.string(), words: z.string().describe('What it counts, and what is left out') },
      ...{ count: z.int(), of: z.int().nullable().describe('null: a plain count'), beside: z.string().nullable() },
    }),
  ),
})
