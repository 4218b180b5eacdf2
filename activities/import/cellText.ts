import iconv from 'iconv-lite'

const utf8 = new TextDecoder('utf-8', { fatal: true })
const BEYOND_ASCII = /[\u0080-\u00ff]/

/**
 * The text of a cell, read byte by byte (Latin-1). Bytes that are no UTF-8 were written by an older program, as Windows-1252 (Node's own
 * decoder of that name is wrong for 0x92, so iconv-lite reads them): `foreign`.
 */
export function cellText(bytes: string): { readonly text: string; readonly foreign: boolean } {
  if (!BEYOND_ASCII.test(bytes)) return { text: bytes, foreign: false }
  const buffer = Buffer.from(bytes, 'latin1')
  try {
    return { text: utf8.decode(buffer), foreign: false }
  } catch {
    return { text: iconv.decode(buffer, 'windows-1252'), foreign: true } // said to the caller, who makes the finding
  }
}
