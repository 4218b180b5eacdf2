const BY_HAND = 'Nothing was recorded: read the mail, then record the answer on the page of the session.'
const ASK_AGAIN = 'Nothing was recorded: ask the person to answer the invitation from their own calendar.'

/** Why an answer is refused, and what to do. Source: RFC 5546, section 3.2.3 (REPLY). */
export const REPLY_PROBLEMS = {
  tooLong: `This answer is longer than 64 kB. ${BY_HAND}`,
  notACalendar: `This is no calendar, or a damaged one. ${BY_HAND}`,
  notAReply: `This calendar is no answer: its METHOD is not REPLY. ${BY_HAND}`,
  notOneEvent: `An answer is about one event, and this calendar does not hold one. ${BY_HAND}`,
  noUid: `This answer does not say which session it is about (UID). ${ASK_AGAIN}`,
  notOneAttendee: `An answer comes from one person, and this one does not name one (ATTENDEE). ${ASK_AGAIN}`,
  noAddress: `This answer names nobody by an e-mail address (mailto:). ${ASK_AGAIN}`,
  noAnswer: `This answer says neither yes, no nor perhaps (PARTSTAT). ${ASK_AGAIN}`,
  delegated: `The person passed the invitation on to somebody else. Nothing was recorded: ask them who comes, then invite that person.`,
  badSequence: `This answer does not say which invitation it answers: its SEQUENCE is no whole number. ${ASK_AGAIN}`,
  badDate: `A date in this answer is none, or its DTSTAMP is not in UTC. ${ASK_AGAIN}`,
  noCalendarInMail: `There is no calendar in this mail. ${BY_HAND}`,
  mailTooLong: `This mail is longer than 10 MB. ${BY_HAND}`,
  unreadableMail: `This mail cannot be read. ${BY_HAND}`,
} as const
