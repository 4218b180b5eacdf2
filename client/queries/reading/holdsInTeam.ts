import { holdsFor } from '../../../domain/access/holds'
import type { Permission } from '../../../domain/access/permissions'
import type { Reader } from './loadReader'

/** Whether a reader holds a permission for this team, themselves or in the place of one they cover for. */
export const holdsInTeam = (reader: Reader, permission: Permission, teamId: string): boolean =>
  holdsFor(permission, { teamId, parents: reader.parents }, { person: reader, covered: reader.covers })
