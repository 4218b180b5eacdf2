import { page, type Page } from '../app/page'
import { calendarPage, endFeedFromCalendar, feedFromCalendar, replyFromCalendar } from './calendarPage'
import { casesPage } from './casesPage'
import { duePage } from './duePage'

/** Lists: cases, what is due, the reader's own calendar. */
export const LIST_PAGES: readonly Page[] = [
  page({ method: 'GET', path: '/cases', needs: 'work-on-cases', answer: casesPage }),
  page({ method: 'GET', path: '/due', needs: 'see-own-work', answer: duePage }),
  page({ method: 'GET', path: '/calendar', needs: 'see-own-work', answer: calendarPage }),
  page({ method: 'POST', path: '/calendar/replies', needs: 'see-own-work', answer: replyFromCalendar }),
  page({ method: 'POST', path: '/calendar/feed', needs: 'see-own-work', answer: feedFromCalendar }),
  page({ method: 'POST', path: '/calendar/feed/end', needs: 'see-own-work', answer: endFeedFromCalendar }),
]
