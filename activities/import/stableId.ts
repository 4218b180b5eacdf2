import { hash } from 'node:crypto'

/**
 * A UUID version 8 (RFC 9562) made from what a record is and its upstream name: the same record always has the same id, so importing
 * twice adds nothing.
 */
export function stableId(kind: string, ...parts: readonly string[]): string {
  const bytes = hash('sha256', [kind, ...parts].join('\u001f'), 'buffer').subarray(0, 16)
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x80
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
