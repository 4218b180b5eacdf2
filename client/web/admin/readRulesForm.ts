import type { Multipart } from '@fastify/multipart'

/** More than any council's rules: a file longer than this is something else. */
const MOST_BYTES = 256 * 1024

/** The rules that a form brings, as a file or typed into it; the file counts where both are there. Or what is wrong; undefined is a form that was sent as none with files. */
export async function readRulesForm(
  rest: AsyncIterator<Multipart> | undefined,
): Promise<{ readonly text: string; readonly called: string } | { readonly problem: string }> {
  if (rest === undefined) return { problem: NONE }
  let typed = ''
  for (let part = await rest.next(); part.done !== true; part = await rest.next()) {
    const { value } = part
    if (value.type === 'field') {
      if (value.fieldname === 'text') typed = String(value.value)
      if (value.valueTruncated) return { problem: TOO_LONG }
      continue
    }
    const chunks: Buffer[] = []
    let bytes = 0
    for await (const chunk of value.file as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes <= MOST_BYTES) chunks.push(chunk)
    }
    if (bytes > MOST_BYTES) return { problem: TOO_LONG }
    const text = Buffer.concat(chunks).toString('utf8')
    if (text.includes('\u0000')) return { problem: 'This file is no text. Choose the file of rules, in YAML or JSON.' }
    if (text.trim() !== '') return { text, called: 'The file' }
  }
  return typed.trim() === '' ? { problem: NONE } : { text: typed, called: 'The text' }
}

const NONE = 'Choose the file of rules, or paste its text.'
const TOO_LONG = 'This is longer than 256 kB, which no rules are. Choose the file of rules, in YAML or JSON.'
