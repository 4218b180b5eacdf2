import { BANK_HOLIDAYS, PUBLISHED_TO } from './bankHolidays'
import { computedBankHolidays } from './computedBankHolidays'

const FIRST_PUBLISHED = Number(BANK_HOLIDAYS[0]?.[0].slice(0, 4))
/** The rule for Easter holds from here; nothing before it is worth an error. */
const FIRST_GREGORIAN = 1583
const LAST_PUBLISHED = Number(PUBLISHED_TO.slice(0, 4))

/**
 * Title by ISO date: the published days, one-off days, and every other year by rule when it is first asked for, so that no planner stops for want
 * of a calendar and none waits for a century of them. Ask with `get` and `has`: a walk sees only the years asked for so far.
 */
export class HolidaysByYear extends Map<string, string> {
  readonly #computed = new Set<number>()

  override get(day: string): string | undefined {
    this.#compute(day)
    return super.get(day)
  }

  override has(day: string): boolean {
    this.#compute(day)
    return super.has(day)
  }

  #compute(day: string): void {
    const year = Number(day.slice(0, 4))
    const published = year >= FIRST_PUBLISHED && year <= LAST_PUBLISHED
    if (published || !(year >= FIRST_GREGORIAN) || this.#computed.has(year)) return
    this.#computed.add(year)
    // A one-off day keeps its own title.
    for (const [holiday, title] of computedBankHolidays(year)) if (!super.has(holiday)) this.set(holiday, title)
  }
}
