/**
 * The pictures in docs/screenshots/, each at 320 and 1,280 CSS pixels: the file's name, who is signed in (a name or id on the
 * demo's sign-in page; left out for a page that needs nobody), the path. `follow` presses the first link that fits this selector on that page, where the path has an id
 * in it that only the running county knows.
 */
const WORKER = 'Rowan Quillgate'
const MANAGER = 'Hazel Folderholder'
const COORDINATOR = 'Marlow Quillgate'
const ADMINISTRATOR = 'Administrator'
/** Rowan Quillgate holds it, and its review conference is late. */
const CASE = '/cases/N-1002919'

export const pages = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'my-work', who: WORKER, path: '/my-work' },
  { name: 'cases', who: WORKER, path: '/cases' },
  { name: 'due', who: WORKER, path: '/due' },
  { name: 'calendar', who: WORKER, path: '/calendar' },
  { name: 'search', who: WORKER, path: '/search?q=N-1002919' },
  { name: 'case', who: WORKER, path: CASE },
  { name: 'record', who: WORKER, path: `${CASE}/record` },
  { name: 'record-review', who: WORKER, path: `${CASE}/record/review-held` },
  { name: 'why', who: WORKER, path: CASE, follow: '.cc-due a[href*="/why/"]' },
  { name: 'chronology', who: WORKER, path: `${CASE}/chronology` },
  { name: 'plans', who: WORKER, path: `${CASE}/plans` },
  { name: 'safety-plan', who: WORKER, path: `${CASE}/safety-plan` },
  { name: 'safety-plan-write', who: WORKER, path: `${CASE}/safety-plan/write` },
  { name: 'conferences', who: WORKER, path: `${CASE}/conferences` },
  { name: 'settings', who: WORKER, path: '/settings' },
  { name: 'team', who: MANAGER, path: '/team' },
  { name: 'handovers', who: MANAGER, path: '/handovers' },
  { name: 'alerts', who: MANAGER, path: '/escalations' },
  { name: 'alert', who: MANAGER, path: '/escalations', follow: '.cc-alert__what a' },
  { name: 'reports', who: MANAGER, path: '/reports' },
  { name: 'in-time', who: MANAGER, path: '/reports/in-time' },
  { name: 'forecast', who: MANAGER, path: '/reports/forecast' },
  { name: 'cohort', who: MANAGER, path: '/reports/cohort' },
  { name: 'year', who: COORDINATOR, path: '/supervision' },
  { name: 'session', who: COORDINATOR, path: '/supervision', follow: 'a[href^="/supervision/sessions/"]' },
  { name: 'import', who: ADMINISTRATOR, path: '/import' },
  { name: 'import-run', who: ADMINISTRATOR, path: '/import', follow: 'td a[href^="/import/"]' },
  { name: 'admin', who: ADMINISTRATOR, path: '/admin' },
  { name: 'admin-people', who: ADMINISTRATOR, path: '/admin/people' },
  {
    name: 'admin-person',
    who: ADMINISTRATOR,
    path: '/admin/people?name=folderholder',
    follow: 'td a[href^="/admin/people/"]',
  },
  { name: 'admin-rules', who: ADMINISTRATOR, path: '/admin/rules' },
  { name: 'admin-health', who: ADMINISTRATOR, path: '/admin/health' },
  { name: 'demo', who: ADMINISTRATOR, path: '/demo' },
  { name: 'story', who: ADMINISTRATOR, path: '/demo/story' },
]
