import type { SessionAccess } from './sessionAccess'

/** Whether a reader reads why somebody cannot come: their own reason, and every one where they decide on it or run the session. To all others it is nobody's business. */
export const reasonsFor =
  (readerId: string, { manages, organises }: Pick<SessionAccess, 'manages' | 'organises'>) =>
  (personId: string): boolean =>
    manages || organises || personId === readerId
