/** Whoever acts may not. For a command that throws its refusals; the message says whom to ask. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed'
}
