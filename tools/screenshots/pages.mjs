/**
 * The pictures in docs/screenshots/, each at 320 and 1,280 CSS pixels: the file's name, who is signed in (a name or id on the
 * demo's sign-in page; left out for a page that needs nobody), the path. `follow` presses the first link that fits this selector on that page, where the path has an id
 * in it that only the running county knows.
 */
export const pages = [{ name: 'sign-in', path: '/sign-in' }]
