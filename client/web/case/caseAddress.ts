/** Where the pages of a case are. */
export const caseAddress = (ref: string, page = ''): string =>
  `/cases/${encodeURIComponent(ref)}${page === '' ? '' : `/${page}`}`
