import { z } from 'zod'

/** Every kind of event with the fields of its payload (contracts.md 2). Fields that name another event hold its id. */

const day = z.iso.date('not a day that exists; write it like 2026-03-02')
const id = z.string().min(1)
const text = z.string().min(1)
const none = {}
const outcomePlan = z.enum(['plan', 'no-plan'])
const plan = z.enum(['cpp', 'cin', 'plo', 'safety'])
const months = z.union([z.literal(15), z.literal(18), z.literal(24)])
const meeting = id.optional()
/** What of a meeting is kept beside its outcome: the child's view and the parents', each in their words or whoever spoke for them, and what was decided. */
const said = { childView: text.optional(), parentsView: text.optional(), decisions: z.array(text).optional() }
/** Why a meeting is booked beyond its due date or moved, and who approved it: a person's id. */
const approval = { reason: text.optional(), approvedBy: text.optional() }
/** What shows that a case may be stepped down or closed (handbook 9). */
const evidence = z
  .strictObject({
    changeSince: day,
    childSeenOn: day,
    chronologyRead: z.literal(true, 'say true once the chronology has been read'),
    tried: text,
    whoNotices: text,
    /** Why a change that has held for less than the time asked for is enough. */
    sooner: text.optional(),
  })
  .optional()

/** What a follow-up asks (handbook 5). A question that is missing was not answered, which is never a no. */
const followUpAnswers = z.strictObject({
  now: z.enum(['on-plan', 'ended', 'stepped-down', 'looked-after', 'closed']).optional(),
  secondPlan: z.boolean().optional(),
  reReferral: z.boolean().optional(),
  safetyPlanKept: z.enum(['kept', 'partly', 'not-kept', 'none']).optional(),
  goalsMet: z.number().int().min(0).optional(),
  asked: z.array(text).optional(),
  childView: text.optional(),
})

const fields = {
  'contact-received': { source: text, grade: text.optional(), outcome: text.optional() },
  'referral-received': { source: text, earlierCase: text.optional() },
  'referral-decided': {
    referral: id.optional(),
    outcome: z.enum(['accepted', 'early-help', 'no-action']),
    reason: z.string().optional(),
  },
  'referrer-told': none,
  'assessment-started': none,
  'assessment-authorised': { referral: id.optional() },
  'strategy-discussion': { opensSection47: z.boolean(), joint: z.boolean().optional(), policeGrade: text.optional() },
  'section-47-ended': { enquiry: id.optional(), outcome: z.enum(['conference', 'no-conference']) },
  'icpc-booked': { for: day, ...approval },
  'icpc-not-required': { reason: text },
  'icpc-held': { outcome: outcomePlan, quorate: z.boolean().optional(), ...said },
  'transfer-in-notified': none,
  'transfer-in-conference-booked': { for: day, ...approval },
  'transfer-in-conference-held': { outcome: outcomePlan, quorate: z.boolean().optional(), ...said },
  'plan-started': {
    plan,
    category: text.optional(),
    previousPlans: z.number().int().min(0).optional(),
    repeatReason: text.optional(),
    authority: z.enum(['ours', 'other']).optional(),
  },
  'plan-ended': {
    plan,
    of: id.optional(),
    reason: z.enum([
      'review',
      'moved',
      'adult',
      'died',
      'left-country',
      'looked-after',
      'in-error',
      'other',
      'not-known',
    ]),
  },
  'core-group-booked': { for: day, ...approval },
  'core-group-held': { quorate: z.boolean().optional(), absent: z.array(text).optional(), ...said },
  'visit-made': { seen: z.boolean(), seenAlone: z.boolean().optional(), joint: z.boolean().optional() },
  'review-booked': { for: day, ...approval },
  'review-held': {
    outcome: z.enum(['continue', 'end']),
    quorate: z.boolean().optional(),
    participation: text.optional(),
    ...said,
  },
  'report-shared': { for: z.enum(['icpc', 'review']) },
  'record-circulated': { of: z.enum(['decision', 'record']), meeting: id },
  'cin-review-booked': { for: day, ...approval },
  'cin-review-held': { independentChair: z.boolean().optional(), ...said },
  'meeting-cancelled': { booking: id },
  'long-plan-decided': { months, decision: text },
  'goal-set': {
    goal: text,
    plan: text,
    change: text,
    sign: text,
    by: day,
    otherwise: text,
    otherwiseBy: day,
    agency: text.optional(),
    frequency: text.optional(),
  },
  'goal-reviewed': { goal: text, outcome: z.enum(['met', 'part', 'not']), progress: text.optional() },
  'contingency-started': { goal: text },
  'progress-recorded': none,
  'child-born': none,
  'worker-allocated': { person: id },
  'worker-ended': { person: id },
  'transferred-in': { team: id.optional() },
  'transferred-out': { team: id.optional() },
  'specialist-needed': { role: text },
  'specialist-allocated': { role: text, person: id },
  'specialist-ended': { role: text, reason: z.enum(['done', 'declined', 'left']) },
  'supervision-summary-written': { session: id },
  'discussed-in-supervision': { session: id, absent: z.array(text).optional() },
  'individual-supervision-held': { worker: id.optional() },
  'action-agreed': { action: text, owner: text, by: day, meeting: id },
  'action-done': { action: text },
  'safety-plan-agreed': {
    how: z.enum(['verbal', 'handwritten', 'formal']),
    reviewMode: z.enum(['date', 'six-weekly', 'until-met', 'no-end']),
    reviewOn: day.optional(),
    validUntil: day.optional(),
    timeOfferedUntil: day.optional(),
    signatories: z.array(text).optional(),
    /** The version of the written plan (`safety_plan_document`) that was agreed. */
    document: id.optional(),
  },
  'safety-plan-signed': { role: text, person: id.optional() },
  'safety-plan-shared': { with: text, document: id.optional() },
  'safety-plan-reviewed': {
    lines: z
      .array(z.strictObject({ line: text, kept: z.enum(['yes', 'partly', 'no']), words: text.optional() }))
      .optional(),
    ...said,
  },
  'safety-plan-breached': { line: text.optional(), what: text.optional(), who: text.optional() },
  'safety-plan-breach-passed-on': {
    breach: id,
    to: z.enum(['team-manager', 'detective-sergeant']),
    words: text.optional(),
  },
  'safety-plan-breach-decided': {
    breach: id,
    decision: z.enum(['support', 'caution', 'evidence', 'legal-advice', 'none']),
    reason: text.optional(),
  },
  'safety-plan-ended': none,
  'police-outcome-recorded': {
    outcome: z.enum([
      'outcome-20',
      'community-resolution',
      'conditional-caution',
      'prosecution',
      'no-further-action',
      'other',
    ]),
  },
  'caution-given': { person: id },
  'caution-compliance-asked': { caution: id },
  'caution-ended': { caution: id, result: z.enum(['met', 'court']) },
  'information-requested': { agency: text, what: text.optional() },
  'information-answered': { request: id, words: text.optional() },
  'dispute-raised': { about: text.optional(), immediateRisk: z.boolean().optional() },
  'dispute-stage-ended': { dispute: id, stage: z.union([text, z.number()]), outcome: text.optional() },
  'dispute-resolved': { dispute: id, reason: text },
  'follow-up-answered': {
    anchor: z.enum(['plan-start', 'plan-end', 'closure']),
    of: id,
    months: z.number().int().min(1),
    notPossible: z.union([z.boolean(), text]).optional(),
    answers: followUpAnswers.optional(),
  },
  'consent-recorded': {
    state: z.enum(['given', 'renewed', 'refused', 'withdrawn']),
    of: z.enum(['safety-plan', 'early-help']).optional(),
    by: text.optional(),
  },
  'looked-after-started': none,
  'looked-after-ended': none,
  'child-left': { reason: z.enum(['died', 'adult', 'moved', 'adopted']) },
  'step-down-proposed': { from: text, to: text, evidence },
  'step-down-accepted': { by: text },
  'step-down-declined': { by: text, reason: text },
  'stepped-down': { from: text, to: text },
  'closure-proposed': { evidence },
  'closure-accepted': { by: text },
  'closure-declined': { by: text, reason: text },
  'case-closed': {
    reason: z.string(),
    /** What was still open, and what was decided of each. */
    decided: z.array(z.strictObject({ rule: text, subject: text, decision: text })).optional(),
  },
  'case-reopened': none,
  'plo-reviewed': none,
  'plo-extended': { until: day, reason: text },
  'care-measured': { tool: text, result: text.optional() },
  'handover-proposed': { to: text },
  'handover-accepted': { by: text },
  'appointment-missed': { with: text },
  'category-changed': { category: text },
  'chair-allocated': { person: id },
} as const satisfies Record<string, z.core.$ZodLooseShape>

export type EventKind = keyof typeof fields

type Fields = { [K in EventKind]: z.infer<z.ZodObject<(typeof fields)[K]>> }

/** The payload of each kind; every meeting may carry the `meeting` its siblings share. */
export type EventData = { [K in EventKind]: Fields[K] & { readonly meeting?: string | undefined } }

export const EVENT_KINDS = Object.keys(fields) as readonly EventKind[]

export const isEventKind = (kind: string): kind is EventKind => Object.hasOwn(fields, kind)

/** Where in the payload of an event something is wrong, what, and what is allowed; undefined when nothing is. */
export function payloadIssue(
  kind: EventKind,
  data: unknown,
): { readonly path: readonly PropertyKey[]; readonly problem: string } | undefined {
  const result = z.strictObject({ meeting, ...fields[kind] }).safeParse(data ?? {})
  if (result.success) return undefined
  const [issue] = result.error.issues
  return {
    path: issue?.path ?? [],
    problem: `${issue?.message ?? 'not valid'}. Fields of ${kind}: ${fieldNames(kind)}.`,
  }
}

/** The same in one sentence. */
export function payloadProblem(kind: EventKind, data: unknown): string | undefined {
  const issue = payloadIssue(kind, data)
  if (issue === undefined) return undefined
  const field = issue.path.length === 0 ? '' : `, field ${issue.path.join('.')}`
  return `${kind}${field}: ${issue.problem}`
}

/** The schema of each field of a kind, by name: what a form is made of. */
export const fieldSchemas = (kind: EventKind): Readonly<Record<string, z.ZodType>> => fields[kind]

/** The names of a kind's fields, an optional one with a question mark. */
export function fieldNames(kind: EventKind): string {
  const names = Object.entries(fields[kind]).map(([name, schema]) =>
    z.safeParse(schema as z.ZodType, undefined).success ? `${name}?` : name,
  )
  return names.length === 0 ? 'none' : names.join(', ')
}
