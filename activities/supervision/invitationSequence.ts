/**
 * The SEQUENCE of the invitation of one person to a session: its revision, and two more each time they are invited anew, since the one that took the last one back rose by one (RFC 5546, 2.1.4).
 */
export const invitationSequence = (revision: number, times: number): number => revision + 2 * (times - 1)
