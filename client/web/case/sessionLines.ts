import { isoDay } from '../../../domain/calendar/isoDay'
import type { CaseSession } from '../../queries/web/case/caseSessions'
import { dayWords } from '../app/momentWords'

export interface SessionOfCase {
  readonly when: string
  readonly words: string
  /** Null where the session is not this reader’s to open. */
  readonly href: string | null
}

/** When a case is, and was, discussed in group supervision: the next session first, then back in time. */
export const sessionLines = (sessions: readonly CaseSession[]): readonly SessionOfCase[] => {
  const ahead = sessions.filter(({ state }) => state === 'planned')
  return [...ahead.reverse(), ...sessions.filter(({ state }) => state !== 'planned')].map((one) => ({
    when: `${dayWords(isoDay(one.on))}, ${one.at}`,
    words: `${one.team}: ${stateWords(one)}`,
    href: one.opens ? `/supervision/sessions/${one.id}` : null,
  }))
}

function stateWords({ state, discussed }: CaseSession): string {
  if (state === 'planned') return 'has a place'
  if (state === 'cancelled') return 'the session was called off'
  if (state === 'not-held') return 'the session was not held'
  if (discussed === null) return 'held; nobody has said whether it was discussed'
  return discussed ? 'discussed' : 'not discussed'
}
