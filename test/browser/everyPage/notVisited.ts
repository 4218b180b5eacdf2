const BUTTON = 'a button and nothing to fill in: it is done, and no form comes again'

/** Routes of which this town has no page to look at, each with its reason. Whoever adds a route makes it visited, or names it here. */
export const NOT_VISITED: Readonly<Record<string, string>> = {
  'GET /': 'sends on to one’s home',
  'GET /admin/templates/:mail': 'a mail, in a frame of GET /admin/templates',
  'GET /supervision/sessions/:id/room': 'sends on to the first case of the session',
  'GET /supervision/sessions/:id/paper/minutes': 'no minutes have been sent out yet',
  'GET /cases/:ref/follow-ups/:id': 'none of the town’s cases closed three months ago: casePage.test.ts looks at it',
  'POST /cases/:ref/follow-ups/:id': 'the same',
  'POST /handovers/:ref': 'no case of the town is being handed to another team: handover.test.ts asks it',
  'POST /admin/people/:id/calendars': BUTTON,
  'POST /admin/people/:id/left': BUTTON,
  'POST /admin/people/:id/roles/:role': BUTTON,
  'POST /admin/cover/:id/end': BUTTON,
  'POST /demo/story/away': BUTTON,
  'POST /calendar/feed': BUTTON,
  'POST /calendar/feed/end': BUTTON,
  'POST /supervision/sessions/:id/papers': BUTTON,
  'POST /supervision/sessions/:id/room/:ref/here': BUTTON,
  'POST /supervision/sessions/:id/held':
    'everybody is ticked before, and nobody need be: a form with nothing in it is done',
}
