import { rulesInForce } from '../../../activities/planning/rulesInForce'

/** The rules and the calendar in force: one reader for all requests of a process, which asks each time whether there are others. */
export const rulesNow = rulesInForce()
