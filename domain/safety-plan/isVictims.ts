import type { PlanDocument } from './planDocument'

/** Whether a duty is that of somebody who is harmed: no breach of it is ever recorded against them. Source: handbook, section 7. */
export const isVictims = ({ domesticAbuse }: Pick<PlanDocument, 'domesticAbuse'>, role: string): boolean =>
  domesticAbuse?.isHarmed.some((harmed) => harmed === role) === true
