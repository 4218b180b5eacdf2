/** Where to go on after signing in: a path of this server, or `/`. An address of another is a trap, also one that only looks like a path (//elsewhere, /\elsewhere). */
export const localPath = (asked: unknown): string =>
  typeof asked === 'string' && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,500}$/.test(asked) ? asked : '/'
