// What the worker bundles.
export { caseTimeline } from './caseTimeline'
export { delivery } from './delivery'
export { groupSupervisionSession } from './groupSupervisionSession'
export { groupSupervisionYear } from './groupSupervisionYear'
export { importCaseload } from './importCaseload'
export { morningRound } from './morningRound'
export { reconcile } from './reconcile'
export { stalledPlanEscalation } from './stalledPlanEscalation'
