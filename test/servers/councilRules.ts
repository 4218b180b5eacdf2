import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { withOverlay, type Overlay } from '../../domain/policy/overlay'

/** A council's own version: an assessment in so many working days instead of 45. */
export function councilRules(id: string, workingDays: number) {
  const overlay: Overlay = {
    id,
    extends: englandFamilySafeguarding1.id,
    approvedBy: { name: 'A. Head', post: 'Head of safeguarding', on: '2026-02-01' },
    changes: [{ rule: 'assessment', why: 'North standard', interval: { n: workingDays, unit: 'working-days' } }],
  }
  return { overlay, pack: withOverlay(englandFamilySafeguarding1, overlay) }
}
