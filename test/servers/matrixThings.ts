/** What a path can be about, by id or reference. */
export interface Things {
  readonly ref: string
  readonly team: string
  readonly person: string
  readonly kind: string
  readonly obligation: string
  readonly escalation: string
  readonly session: string
  readonly event: string
  readonly child: string
  readonly message: string
}

/** A thing of the town, a word that is the same for all, or `nothing`: an id that nothing has. */
type Meaning = keyof Things | { readonly word: string } | 'nothing'

/** What a parameter stands for, by the part of the path before it and its name; `*` where the part before says nothing more. The one place to add to. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  '*/:ref': 'ref',
  '*/:obligation': 'obligation',
  '*/:team': 'team',
  '*/:kind': 'kind',
  '*/:event': 'event',
  '*/:child': 'child',
  '*/:person': 'person',
  '*/:session': 'session',
  '*/:alert': 'escalation',
  '*/:message': 'message',
  '*/:run': 'nothing',
  '*/:plan': 'nothing',
  '*/:copy': 'nothing',
  '*/:cover': 'nothing',
  '*/:followUp': 'nothing',
  '*/:conference': 'nothing',
  '*/:version': 'nothing',
  '*/:day': { word: '2026-04-07' },
  '*/:month': { word: '2026-04' },
  '*/:name': { word: 'caseload' },
  '*/:figure': { word: 'open' },
  '*/:report': { word: 'alerts' },
  'escalations/:id': 'escalation',
  'sessions/:id': 'session',
  'people/:id': 'person',
  'teams/:id': 'team',
  'messages/:id': 'message',
  'undelivered/:id': 'message',
  'import/:id': 'nothing',
  'imports/:id': 'nothing',
  'conferences/:id': 'nothing',
  'follow-ups/:id': 'nothing',
  'safety-plans/:id': 'nothing',
  'cover/:id': 'nothing',
}

const NOTHING = '0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000'

export interface Filled {
  readonly path: string
  /** Which things stand in it. */
  readonly about: readonly (keyof Things)[]
  /** Something stands in it of which the town has none. */
  readonly ofNothing: boolean
}

/** The path of a page with these things in it. Throws for a parameter that nobody has given a meaning, and says where. */
export function fill(pattern: string, things: Things): Filled {
  const parts = pattern.split('/')
  const meanings = parts.flatMap((part, at) => (part.startsWith(':') ? [[part, meaningOf(pattern, at)] as const] : []))
  const by = new Map(meanings)
  const path = parts.map((part) => {
    const meaning = by.get(part)
    if (meaning === undefined) return part
    if (meaning === 'nothing') return NOTHING
    return encodeURIComponent(typeof meaning === 'object' ? meaning.word : things[meaning])
  })
  return {
    path: path.join('/'),
    about: meanings.flatMap(([, meaning]) => (typeof meaning === 'object' || meaning === 'nothing' ? [] : [meaning])),
    ofNothing: meanings.some(([, meaning]) => meaning === 'nothing'),
  }
}

function meaningOf(pattern: string, at: number): Meaning {
  const parts = pattern.split('/')
  const [name = '', before = ''] = [parts[at], parts[at - 1]]
  const meaning = MEANINGS[`${before}/${name}`] ?? MEANINGS[`*/${name}`]
  if (meaning === undefined)
    throw new Error(
      `Nobody has said what ${name} in ${pattern} stands for. Add '${before}/${name}' to MEANINGS in test/servers/matrixThings.ts.`,
    )
  return meaning
}
