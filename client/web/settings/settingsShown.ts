import { isoDay } from '../../../domain/calendar/isoDay'
import type { CoverHeld, RoleHeld, SettingsOf } from '../../queries/web/settingsOf'
import { dayWords, momentWords } from '../app/momentWords'
import { sinceWords } from '../app/sinceWords'

const days = (day: string): string => dayWords(isoDay(day))

const untilWords = (to: string | null): string => (to === null ? '' : ` to ${days(to)}`)

const roleShown = ({ role, team, from_on: from, to_on: to }: RoleHeld): string =>
  `${role.charAt(0).toUpperCase()}${role.slice(1).replaceAll('-', ' ')}, ${team ?? 'everywhere'}, since ${sinceWords(from)}${untilWords(to)}`

function coverShown({ person, cover, mine, from_on: from, to_on: to }: CoverHeld): string {
  const when = `from ${days(from)}${untilWords(to)}`
  if (!mine) return `You cover for ${person} ${when}.`
  return cover === null
    ? `You are away ${when}; whoever is next is asked.`
    : `You are away ${when}; ${cover} covers for you.`
}

/** Somebody's own settings in words: why they get mail, and what of them Caseclock goes by. */
export const settingsShown = ({ email, roles, covers, calendarSince }: SettingsOf) => ({
  mail:
    email === null
      ? 'Caseclock has no address of yours: nothing can be mailed to you. Tell whoever runs Caseclock at your council.'
      : `Mail goes to ${email}.`,
  roles: roles.map(roleShown),
  covers: covers.map(coverShown),
  calendar:
    calendarSince === null
      ? 'You have not made an address for your calendar yet.'
      : `The address of your calendar was made on ${momentWords(Date.parse(calendarSince))}. It is shown only once.`,
})
