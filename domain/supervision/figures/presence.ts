import { byText } from '../byText'
import { grouped } from '../summary/grouped'
import type { FigureAttendance } from './figureRows'
import { tally, type Tally } from './share'

export const PRESENCES = ['present', 'excused', 'absent'] as const

export type Presence = (typeof PRESENCES)[number]

/** Whether somebody who was invited was there; excused only with an approved exception. Source: Caseclock handbook, section 4. */
export const presence = ({ attended, approved }: FigureAttendance): Presence =>
  attended ? 'present' : approved ? 'excused' : 'absent'

export interface RoleAttendance {
  readonly role: string
  readonly attendance: Tally<Presence>
}

/** Of those invited to held sessions, once for every session: who was there, by the role they were invited as, in order of role. */
export const attendanceByRole = (invited: readonly FigureAttendance[]): readonly RoleAttendance[] =>
  [...grouped(invited, ({ role }) => role)]
    .sort(([a], [b]) => byText(a, b))
    .map(([role, own]) => ({ role, attendance: tally(PRESENCES, own, presence) }))
