import type { ForecastPrint } from './forecastPrint'

export interface ForecastOptions extends ForecastPrint {
  /** Facts files, one for each case; the database when missing. */
  readonly facts?: readonly string[]
  /** Part of a team's name, in any case. */
  readonly team?: string
  readonly today?: string
  readonly weeks?: number
  readonly policy?: string
  readonly data?: string
}
