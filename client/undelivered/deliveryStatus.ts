/** What a mail system says of one reader of a mail. Source: RFC 3464, section 2.3. */
export interface ReaderStatus {
  /** As the sender wrote it where the report has that, else as it was last sent on to; lower case. */
  readonly address: string
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'
  /** `5.1.1`; empty when it is none. */
  readonly status: string
  /** The answer of the last mail server, `550`; empty when the report has none. */
  readonly answer: string
}

export interface DeliveryStatus {
  readonly readers: readonly ReaderStatus[]
  /** The mail it is about, where the report names it. */
  readonly about: readonly string[]
}

const ACTIONS: ReadonlySet<string> = new Set(['failed', 'delayed', 'delivered', 'relayed', 'expanded'])

/** The fields of a message/delivery-status part: first of the report, then of each reader, blank lines between. A group without an action says nothing of a reader. */
export function deliveryStatus(text: string): DeliveryStatus {
  const groups = text.split(/\r?\n[ \t]*\r?\n/).map(headerFields)
  const readers = groups.flatMap((fields): ReaderStatus[] => {
    const action = (fields.get('action') ?? '').trim().toLowerCase()
    if (!isAction(action)) return []
    const address = afterType(fields.get('original-recipient')) || afterType(fields.get('final-recipient'))
    return [
      {
        address: address.toLowerCase(),
        action,
        status: /^[245]\.\d{1,3}\.\d{1,3}/.exec((fields.get('status') ?? '').trim())?.[0] ?? '',
        answer: /^smtp;\s*(\d{3})\b/i.exec((fields.get('diagnostic-code') ?? '').trim())?.[1] ?? '',
      },
    ]
  })
  const named = groups.flatMap((fields) => [fields.get('original-message-id'), fields.get('x-original-message-id')])
  return { readers, about: named.flatMap((value) => messageIds(value ?? '')) }
}

const isAction = (text: string): text is ReaderStatus['action'] => ACTIONS.has(text)

/** `rfc822;sam@north.example`: the address. */
const afterType = (value = ''): string => value.slice(value.indexOf(';') + 1).trim()

/** Header fields by name in lower case, unfolded; of one that stands twice the first. */
export function headerFields(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase()
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  return fields
}

/** Every Message-ID in a header, with its brackets. */
export const messageIds = (text: string): readonly string[] => text.match(/<[^<>\s]{1,250}>/g) ?? []
