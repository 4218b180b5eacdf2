import type { Presence } from './minutesView'
import type { Exception, Reply } from './packView'

/** What somebody who is invited has answered. */
export function replyWords(reply: Reply): string {
  switch (reply.state) {
    case 'coming':
      return 'Coming'
    case 'perhaps':
      return 'Perhaps coming'
    case 'no-reply':
      return 'No reply yet'
    case 'not-coming':
      return reply.exception === null
        ? 'Not coming. No reason given: counts as missing'
        : `Not coming${reasonWords(reply.exception.reason)}. ${coverWords(reply.exception.cover)}. ${DECISION[reply.exception.decision]}`
  }
}

const DECISION: Readonly<Record<Exception['decision'], string>> = {
  approved: 'Approved by the team manager',
  refused: 'Not approved: counts as missing',
  waiting: 'Not yet approved: counts as missing until it is',
}

/** Whether somebody was there. */
export function presenceWords(was: Presence): string {
  switch (was.state) {
    case 'present':
      return 'Present'
    case 'absent':
      return 'Absent'
    case 'not-recorded':
      return 'Not recorded'
    case 'excused':
      return `Excused${reasonWords(was.reason)}. ${coverWords(was.cover)}`
  }
}

const reasonWords = (reason: string | null): string => (reason === null ? '' : `: ${reason}`)
const coverWords = (cover: string | null): string => (cover === null ? 'No cover' : `Cover: ${cover}`)
