import { PLAN_DOMAINS } from './planDomains'

/** The name of a new line: its domain with the lowest number that no version has used. `used`: the names of the lines of every version. Without a domain it is none that a plan may have. */
export function nextLineId(domain: string, used: ReadonlySet<string>): string {
  const prefix = PLAN_DOMAINS.find(({ id }) => id === domain)?.prefix ?? ''
  let number = 1
  while (used.has(`${prefix}-${String(number)}`)) number += 1
  return `${prefix}-${String(number)}`
}
