import { calendarLine } from './calendarText'

/** Who invites or is invited. */
export interface Participant {
  readonly name: string
  readonly address: string
}

/**
 * The name for a CN parameter, in quotes. A parameter cannot hold a double quote (RFC 5545, section 3.2) and has no backslash escapes, which
 * ical-generator writes all the same: both marks are replaced. `^` is doubled (RFC 6868). Without a name it is the address.
 */
const commonName = ({ name, address }: Participant): string => {
  const clean = (text: string): string =>
    calendarLine(text).replaceAll('"', "'").replaceAll('\\', '/').replaceAll('^', '^^')
  return clean(name) || clean(address)
}

/**
 * The address as it stands after `mailto:`. Whatever could end the line or the value is percent-encoded (RFC 6068, section 2), so that an
 * address adds no property. Throws when it is no address; the message holds none, as messages reach logs.
 */
function mailtoAddress(address: string): string {
  const clean = calendarLine(address)
  const at = clean.lastIndexOf('@')
  if (at < 1 || at === clean.length - 1 || /\s/.test(clean))
    throw new Error('A person of a calendar event has no valid e-mail address. Correct it, then send again.')
  const encoded = [clean.slice(0, at), clean.slice(at + 1)].map(encodeURIComponent)
  return encoded.join('@').replaceAll('%2B', '+')
}

/** A participant as ical-generator takes one. Throws for an address that is none. */
export const participant = (one: Participant): { name: string; email: string } => ({
  name: commonName(one),
  email: mailtoAddress(one.address),
})
