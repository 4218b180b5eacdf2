import { englandFamilySafeguarding1 as pack } from '../../domain/policy/englandFamilySafeguarding1'
import { withOverlay, type Overlay } from '../../domain/policy/overlay'
import type { PolicyPack } from '../../domain/policy/policyPack'

/** A council's overlay that chooses options of the built-in pack and changes nothing itself. */
export const overlayChoosing = (...options: readonly string[]): Overlay => ({
  id: 'north-county@1',
  extends: pack.id,
  approvedBy: { name: 'A. Head', post: 'Head of safeguarding', on: '2026-01-05' },
  options,
  changes: [],
})

/** The built-in pack with these of its options chosen. */
export const choosing = (...options: readonly string[]): PolicyPack => withOverlay(pack, overlayChoosing(...options))
