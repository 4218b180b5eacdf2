/** What the source id of somebody whom an administrator added begins with: no extract has such an id. */
export const BY_HAND = 'by-hand/'
