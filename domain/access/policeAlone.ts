import { rolesWith } from './permissions'
import type { KnownPerson } from './whoStandsFor'

/**
 * Whether somebody holds police roles and no other. Of a case they have the police track alone, so they are invited to no session that reads whole records, and come
 * to none in anybody's place. Source: handbook, section 1.
 */
export const policeAlone = ({ roles }: Pick<KnownPerson, 'roles'>): boolean =>
  roles.length > 0 && roles.every(({ role }) => rolesWith('follow-police-track').has(role))
