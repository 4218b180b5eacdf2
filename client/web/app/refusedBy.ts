import type { Refusal } from '../../commands/command'

const STATUS: Readonly<Partial<Record<Refusal['refused'], number>>> = {
  'not-allowed': 403,
  'changed-since': 409,
  'answered-already': 409,
  'already-ended': 409,
  'not-waiting': 409,
  'unknown-case': 404,
  'unknown-escalation': 404,
  'unknown-session': 404,
  'unknown-conference': 404,
  'unknown-follow-up': 404,
}

/** The status of a page that shows a form again with what its command refused: 422 for what can be put right there. */
export const statusOf = ({ refused }: Refusal): number => STATUS[refused] ?? 422
