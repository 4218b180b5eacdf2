/** Bytes that a CSV or XML file cannot have near its beginning: UTF-16 and every archive, spreadsheet and picture has them. */
const hasNul = (bytes: Uint8Array): boolean => bytes.subarray(0, 4096).includes(0)

/** `PK`: the archive that a spreadsheet is. */
const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 32

/** Why a file that begins like this is not what its name says, or undefined. Whether its rows can be read is asked later, by line. */
export function notText(name: string, begins: Uint8Array): string | undefined {
  if (isArchive(begins))
    return `${name} is a spreadsheet or an archive, not text. Export it as CSV in UTF-8; nothing was kept.`
  if (hasNul(begins)) return `${name} is no text in UTF-8. Export it again as UTF-8; nothing was kept.`
  const first = new TextDecoder()
    .decode(begins.subarray(0, 200))
    .replace(/^\ufeff/, '')
    .trimStart()
    .slice(0, 1)
  if (name.endsWith('.csv') && ['<', '{', '['].includes(first))
    return `${name} is a web page or another kind of file, not CSV: its first line must name the columns. Export it again; nothing was kept.`
  if (name.endsWith('.xml') && first !== '<')
    return 'The census is no XML file: it does not begin with <. Export it again; nothing was kept.'
  return undefined
}
