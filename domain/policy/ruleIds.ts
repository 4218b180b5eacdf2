/** The rules this version can compute: a pack gives each its numbers, and names no other. */
export const RULE_IDS = [
  'assessment',
  'strategy-to-icpc',
  'core-group-first',
  'core-group',
  'visit',
  'review-first',
  'review-next',
  'cpp-follow-up-3m',
  'cpp-follow-up-6m',
  'allocation',
] as const
