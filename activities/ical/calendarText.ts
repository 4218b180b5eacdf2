import { oneLine } from '../mail/oneLine'

/** Half of an emoji is no character: it would be written as other bytes than it is read as. */
const wholeCharacters = (text: string): string => Buffer.from(text, 'utf8').toString('utf8')

/**
 * Text for a property of several lines: every kind of line break becomes a newline, any other control character but the tab a space.
 * Not yet escaped. Source: RFC 5545, section 3.3.11.
 */
export const calendarLines = (text: string): string =>
  wholeCharacters(text)
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]+/gu, ' ')

/** The same for what is one line in every calendar program. Not yet escaped. */
export const calendarLine = (text: string): string => oneLine(wholeCharacters(text))

/** For the properties ical-generator writes as they are: UID, NAME, X-WR-CALNAME. Source: RFC 5545, section 3.3.11. */
export const escaped = (line: string): string => line.replace(/[\\;,]/g, (mark) => `\\${mark}`)
