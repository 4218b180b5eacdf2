import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../../domain/calendar/isoDay'
import type { WorkingCalendar } from '../../../domain/calendar/workingCalendar'
import { workingDaysBefore } from '../../../domain/calendar/workingDays'
import { sessionStep, sessionSteps } from '../../../domain/supervision/session/sessionSteps'
import type { TeamDiary } from '../../queries/team/teamDiary'
import { closedPlaces } from '../app/closedPlaces'
import { dayWords } from '../app/momentWords'
import { counted } from './plural'

interface About {
  readonly teamId: string
  readonly calendar: WorkingCalendar
  readonly today: LocalDate
}

/** Summaries to review and the next session, in words. */
export function diaryWords({ summaries, sessions }: TeamDiary, { teamId, calendar, today }: About) {
  const [next] = sessions
  const review = sessionStep('summary-review', sessionSteps)
  return {
    summaries: summaries.map(({ session_id, ref, on_day, writer }) => {
      const by = workingDaysBefore(-review.dueWorkingDays, isoDay(on_day), calendar)
      return {
        ref,
        href: `/supervision/sessions/${session_id}/summaries/${encodeURIComponent(ref)}`,
        words: `${writer} wrote it · ${by.isBefore(today) ? 'was to be reviewed by' : 'review it by'} ${dayWords(by)}, for the session on ${dayWords(isoDay(on_day))}`,
      }
    }),
    session:
      next === undefined
        ? null
        : {
            href: `/supervision/sessions/${next.id}`,
            when: `${dayWords(isoDay(next.on_day))}, ${next.at}`,
            placed: [`${String(next.placed)} of ${String(next.capacity)} places taken`, closedPlaces(next.closed)]
              .filter((words) => words !== '')
              .join('; '),
            replies:
              next.unanswered === 0
                ? 'everybody has replied'
                : counted(next.unanswered, 'reply missing', 'replies missing'),
          },
    yearHref: `/supervision/${teamId}/year`,
  }
}
