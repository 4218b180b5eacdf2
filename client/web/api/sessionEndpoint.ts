import { wallTimeAfter } from '../../../domain/calendar/wallTime'
import { sessionStep, sessionSteps } from '../../../domain/supervision/session/sessionSteps'
import { json } from '../app/answer'
import { sessionFor, type OpenedSession } from '../session/sessionFor'
import { endpoint, NO_SUCH } from './endpoint'
import { SESSION } from './supervisionSchemas'

/** One session, for who is invited, runs it or reads its papers: as its page has it. */
export const SESSION_ENDPOINT = endpoint({
  ...{ method: 'GET', path: '/api/v1/supervision/sessions/:id', needs: 'see-own-work' },
  ...{ summary: 'One session of group supervision', output: SESSION },
  answer: async (asked) => {
    const session = await sessionFor(asked)
    if (session === undefined) return NO_SUCH
    const { id, teamId, team, on, at, minutes, room, chair, state, why, ...head } = session.head
    return json({
      ...{ id, teamId, team, on, at, minutes, room, chair, state, why },
      ...{ papersOutAt: head.papersOutAt, minutesOutAt: head.minutesOutAt, checkedAt: head.checkedAt },
      invited: head.invited.map(({ id: person, name, role, reply, reason, cover, approved, attended }) => ({
        ...{ person, name, role, reply, reason, cover, approved, attended },
      })),
      cases: casesOf(session),
      outstanding: mattersOf(session, asked.reader.day.toString()),
    })
  },
})

const casesOf = ({ cases, head }: OpenedSession): readonly object[] =>
  cases.map(({ ref, readable, place, writtenBy, writtenAt, reviewedBy, reviewedAt, ...one }) => ({
    ...{ ref, mayOpen: readable, at: wallTimeAfter(head.at, place * head.minutesPerCase) },
    ...{ summaryBy: writtenBy, summaryAt: writtenAt, reviewedBy, reviewedAt },
    ...{ discussed: one.discussed, whyNot: one.whyNot, minuteLines: one.lines, actions: one.actions },
  }))

/** What is about a case or a person the reader may not know of is left out. `today`: ISO date. */
function mattersOf({ open, cases, head }: OpenedSession, today: string): readonly object[] {
  const names = new Map<string, string | null>([
    ['session', null],
    ...head.invited.map(({ id, name }) => [id, name] as const),
    ...cases.map(({ id, ref }) => [id, ref] as const),
  ])
  return open.flatMap(({ step, subject, dueOn, why }) => {
    const about = names.get(subject)
    if (about === undefined) return []
    const { title } = sessionStep(step, sessionSteps)
    return [{ step, title, about, dueOn: dueOn.toString(), late: dueOn.toString() < today, why }]
  })
}
