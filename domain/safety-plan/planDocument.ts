import { z } from 'zod'
import { LINE_ID } from './planDomains'
import { FAMILY_ROLES, POLICE_SIGNATORIES, SERVICE_ROLES } from './roles'

/** The written safety plan as it stands in a file and in the database (handbook 7). Days are ISO text. What hangs together is checked by `planProblems`. */

const day = z.iso.date('not a day that exists; write it like 2026-03-02')
/** What no database keeps: the empty character, and halves of a pair. */
const NOT_KEPT = /[\u0000\p{Cs}]/u
const words = z
  .string()
  .trim()
  .min(1, 'say something, or leave it out')
  .max(2_000, 'at most 2,000 letters')
  .refine((text) => !NOT_KEPT.test(text), 'it holds a character that cannot be kept; type it again')
const family = z.enum(FAMILY_ROLES)

const answer = z.strictObject({
  answer: z.enum(['yes', 'no', 'not-needed']),
  /** What was done, or why not. */
  words: words.optional(),
})

const line = z.strictObject({
  /** Kept in every version: `safety-1`. */
  id: z.string().regex(LINE_ID, 'name a line by its domain and a number: care-1, safety-1, school-1, wellbeing-1'),
  /** With whom, how often, to achieve what, by when. */
  agency: words,
  frequency: words,
  achieve: words,
  by: day,
  /** Whose part it is, by role. */
  duty: z.enum([...FAMILY_ROLES, ...SERVICE_ROLES]),
  /** Where the line is about staying away from somebody: from whom the others are to be kept. */
  contactWith: family.optional(),
  smart: answer.optional(),
})
const lines = z.array(line).max(20, 'at most 20 lines in a domain')

const review = z.union([
  z.strictObject({ mode: z.literal('date'), on: day }),
  z.strictObject({ mode: z.enum(['six-weekly', 'until-met', 'no-end']) }),
])

const checks = z.strictObject({
  assessmentFramework: answer.optional(),
  supportOffered: answer.optional(),
  literacy: answer.optional(),
  learningNeeds: answer.optional(),
  language: answer.optional(),
  advocate: answer.optional(),
  timeToConsider: answer.optional(),
  legalAdvice: answer.optional(),
  claresLaw: answer.optional(),
  sarahsLaw: answer.optional(),
  copyGiven: answer.optional(),
})

export const planDocumentSchema = z.strictObject({
  format: z.literal(1),
  date: day,
  concerns: words,
  /** Who harms and who is harmed, by role; null: the plan is not about domestic abuse. */
  domesticAbuse: z.strictObject({ harms: z.array(family).min(1), isHarmed: z.array(family).min(1) }).nullable(),
  policeInvolved: z.boolean(),
  /** Ids, as `safety-plan show` lists them. */
  children: z.array(z.string().min(1)).min(1, 'name the children it is about'),
  /** Everybody of the family who has a part in it. */
  parents: z
    .array(z.strictObject({ role: family, name: words.optional() }))
    .min(1)
    .max(6),
  address: words.optional(),
  lines: z.strictObject({
    basicCare: lines,
    ensuringSafety: lines,
    accessToEducation: lines,
    emotionalWellbeing: lines,
  }),
  /** What the services do, in the words of the family. */
  support: z.array(words).max(20),
  /** Telephone numbers: while the plan runs, and after social care has left. */
  phones: z.strictObject({ socialWorker: words.optional(), afterClosing: words.optional() }).optional(),
  timeOfferedUntil: day,
  /** Null: for as long as there are children in the family. */
  validUntil: day.nullable(),
  review,
  signatories: z.array(z.enum([...FAMILY_ROLES, 'social-worker', 'team-manager', ...POLICE_SIGNATORIES])).max(5),
  checks,
  /** An amendment: what became of each line of the version before that this one leaves out. */
  leftOut: z
    .array(z.strictObject({ line: z.string().regex(LINE_ID), outcome: z.enum(['met', 'part', 'not']), words: words }))
    .optional(),
})

export type PlanDocument = z.infer<typeof planDocumentSchema>
