import { rulesInForce } from '../../../activities/planning/rulesInForce'

/** The rules as pages read them: one reader for this process, which asks each time whether they are others than before. */
export const pageRules = rulesInForce()
