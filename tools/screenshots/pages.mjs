/**
 * The pictures in docs/screenshots/, each at 320 and 1,280 CSS pixels: the file's name, who is signed in (a name or id on the
 * demo's sign-in page; left out for a page that needs nobody), the path. `follow` presses the first link that fits this selector on that page, where the path has an id
 * in it that only the running county knows.
 */
export const pages = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'import', who: 'Administrator', path: '/import' },
  { name: 'import-run', who: 'Administrator', path: '/import', follow: 'td a[href^="/import/"]' },
  { name: 'admin', who: 'Administrator', path: '/admin' },
  { name: 'admin-people', who: 'Administrator', path: '/admin/people' },
  {
    name: 'admin-person',
    who: 'Administrator',
    path: '/admin/people?name=folderholder',
    follow: 'td a[href^="/admin/people/"]',
  },
  { name: 'admin-rules', who: 'Administrator', path: '/admin/rules' },
  { name: 'admin-health', who: 'Administrator', path: '/admin/health' },
]
