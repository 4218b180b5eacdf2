/** What a path can be about, by id or reference. */
export interface Things {
  readonly ref: string
  readonly team: string
  readonly person: string
  /** A role that person holds. */
  readonly grant: string
  readonly kind: string
  readonly obligation: string
  readonly escalation: string
  readonly session: string
  readonly conference: string
  readonly followUp: string
  /** A mail that did not arrive, an import that is over, and a cover of later: one of each in the town. */
  readonly message: string
  readonly run: string
  readonly cover: string
}

/** A thing of the town, or a word that is the same for all. */
type Meaning = keyof Things | { readonly word: string }

/** What a parameter stands for, by the part of the path before it and its name; `*` where the part before says nothing more. The one place to add to. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  '*/:ref': 'ref',
  '*/:obligation': 'obligation',
  '*/:team': 'team',
  '*/:kind': 'kind',
  '*/:run': 'run',
  'reports/:group': { word: 'workload' },
  '*/:figure': { word: 'families' },
  'lists/:list': { word: 'late' },
  'templates/:mail': { word: 'alert' },
  'escalations/:id': 'escalation',
  'sessions/:id': 'session',
  'people/:id': 'person',
  'roles/:role': 'grant',
  'undelivered/:id': 'message',
  'conferences/:id': 'conference',
  'follow-ups/:id': 'followUp',
  'cover/:id': 'cover',
}

export interface Filled {
  readonly path: string
  /** Which things stand in it. */
  readonly about: readonly (keyof Things)[]
}

/** The path of a page with these things in it. Throws for a parameter that nobody has given a meaning, and says where. */
export function fill(pattern: string, things: Things): Filled {
  const parts = pattern.split('/')
  const meanings = parts.flatMap((part, at) => (part.startsWith(':') ? [[part, meaningOf(pattern, at)] as const] : []))
  const by = new Map(meanings)
  const path = parts.map((part) => {
    const meaning = by.get(part)
    if (meaning === undefined) return part
    return encodeURIComponent(typeof meaning === 'object' ? meaning.word : things[meaning])
  })
  return {
    path: path.join('/'),
    about: meanings.flatMap(([, meaning]) => (typeof meaning === 'object' ? [] : [meaning])),
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
