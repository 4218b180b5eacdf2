import type { Permission } from '../../../domain/access/permissions'
import { permissionsOf, type Reader } from '../../queries/reading/loadReader'

export interface MenuItem {
  readonly text: string
  readonly href: string
  readonly current: boolean
}

/** The menu in its order; who does not hold what a page needs does not see it. */
const MENU: readonly { readonly text: string; readonly href: string; readonly needs: Permission }[] = [
  { text: 'Safety plans', href: '/police', needs: 'follow-police-track' },
  { text: 'My work', href: '/my-work', needs: 'see-own-work' },
  { text: 'My team', href: '/team', needs: 'manage-team' },
  { text: 'The year', href: '/supervision', needs: 'organise-supervision' },
  { text: 'Cases', href: '/cases', needs: 'work-on-cases' },
  { text: 'Alerts', href: '/escalations', needs: 'manage-team' },
  { text: 'Calendar', href: '/calendar', needs: 'see-own-work' },
  { text: 'Reports', href: '/reports', needs: 'see-reports' },
  { text: 'Import', href: '/import', needs: 'import-caseload' },
  { text: 'Admin', href: '/admin', needs: 'run-authority' },
]

/** What this reader can go to. `path`: where they are. */
export function menuFor(reader: Reader, path: string): readonly MenuItem[] {
  const held = permissionsOf(reader)
  return MENU.filter(({ needs }) => held.has(needs)).map(({ text, href }) => ({
    ...{ text, href },
    current: path === href || path.startsWith(`${href}/`),
  }))
}
