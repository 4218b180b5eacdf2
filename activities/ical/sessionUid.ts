const ending = (domain: string): string => `@caseclock.${domain}`

/** The UID of a session in every calendar, `north-1:2027-03-02T09:30@caseclock.northmoor.example`. No name; no angle brackets, unlike a Message-ID. */
export const sessionUid = (sessionId: string, domain: string): string => `${sessionId}${ending(domain)}`

/** The session a UID names, or undefined when it is not one of this authority. */
export const sessionIdOf = (uid: string, domain: string): string | undefined =>
  uid.endsWith(ending(domain)) ? uid.slice(0, -ending(domain).length) || undefined : undefined
