import type { PlanDocument } from './planDocument'
import { PLAN_DOMAINS, type PlanDomain } from './planDomains'

export type PlanLine = PlanDocument['lines'][PlanDomain][number] & { readonly domain: PlanDomain }

/** Every line of a plan with its domain, in the order of the form. */
export const linesOf = ({ lines }: PlanDocument): readonly PlanLine[] =>
  PLAN_DOMAINS.flatMap(({ id: domain }) => lines[domain].map((line) => ({ ...line, domain })))
