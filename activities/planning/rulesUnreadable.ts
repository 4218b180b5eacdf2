/** A stored version of the rules that is in force and that this program cannot read. Its message holds pack names, days and field names only. */
export class RulesUnreadable extends Error {
  override readonly name = 'RulesUnreadable'
}
