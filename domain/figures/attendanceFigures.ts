import { presence, type Presence } from '../supervision/figures/presence'
import type { TeamMonth } from '../supervision/figures/teamMonth'
import { govukDate } from '../timeline/govukDate'
import { share, type Figure } from './figure'
import { monthOf } from './teamMonthWords'

const PRESENCE_WORDS: Readonly<Record<Presence, string>> = {
  present: 'present',
  excused: 'excused, with an approved exception',
  absent: 'absent',
}

/** Who came to the sessions held, a share for each role people were invited as, in order of role. Source: Caseclock handbook, sections 4 and 10. */
export function attendanceFigures(months: readonly TeamMonth[]): readonly Figure[] {
  const invited = months.flatMap((of) => of.all.invited.map((one) => ({ of, one })))
  const roles = [...new Set(invited.map(({ one }) => one.role))].sort()
  return roles.map((role) =>
    share(
      {
        id: `attendance-${role}`,
        title: `Attendance as ${role.replaceAll('-', ' ')}`,
        words:
          'Of those invited to held sessions in this role, once for each session, those who were present. The others were excused, with an approved exception, or absent.',
      },
      invited.filter(({ one }) => one.role === role),
      {
        isCounted: ({ one }) => presence(one) === 'present',
        line: ({ of, one }) => ({
          ref: '',
          words: `${monthOf(of)}: ${one.name}, session of ${govukDate(one.session.on)}, ${PRESENCE_WORDS[presence(one)]}`,
        }),
      },
    ),
  )
}
