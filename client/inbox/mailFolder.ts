import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import type { InboxRow } from './inboxRow'

export interface MailFolder {
  /** Keeps one mail as `<number>-<hash>.eml` and answers with that name. It is on disk when this returns. */
  keep(bytes: Buffer): string
  read(name: string): Promise<InboxRow>
  /** Every mail, oldest first. */
  list(): Promise<readonly InboxRow[]>
}

const KEPT = /^(\d+)-[0-9a-f]+\.eml$/
const numberOf = (name: string): number => Number(KEPT.exec(name)?.[1] ?? 0)

/** A folder of mails, one `.eml` each. Numbers go on after a restart and are never given twice. One process a folder. */
export function mailFolder(folder: string): MailFolder {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) if (name.endsWith('.eml.part')) rmSync(path.join(folder, name)) // was never accepted
  const names = (): string[] =>
    readdirSync(folder)
      .filter((name) => KEPT.test(name))
      .sort((a, b) => numberOf(a) - numberOf(b))
  let last = Math.max(0, ...names().map(numberOf))
  const parsed = new Map<string, InboxRow>()
  const read = async (name: string): Promise<InboxRow> => {
    const known = parsed.get(name)
    if (known !== undefined) return known
    const row = await readMail(path.join(folder, name), numberOf(name))
    parsed.set(name, row)
    return row
  }
  return {
    keep: (bytes) => {
      last += 1
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
      const name = `${String(last).padStart(6, '0')}-${hash}.eml`
      const file = path.join(folder, name)
      writeFileSync(`${file}.part`, bytes, { flush: true })
      renameSync(`${file}.part`, file)
      return name
    },
    read,
    list: () => Promise.all(names().map(read)),
  }
}

async function readMail(file: string, number: number): Promise<InboxRow> {
  const mail = await simpleParser(readFileSync(file))
  const to = Array.isArray(mail.to) ? mail.to : mail.to === undefined ? [] : [mail.to]
  return {
    number,
    messageId: mail.messageId ?? '',
    to: to.map(({ text }) => text).join(', '),
    subject: mail.subject ?? '',
    date: mail.date?.toISOString() ?? '',
    receivedAt: statSync(file).mtime.toISOString(),
    text: mail.text ?? '',
    html: mail.html === false ? '' : mail.html,
    headers: mail.headerLines.map(({ line }) => line),
  }
}
