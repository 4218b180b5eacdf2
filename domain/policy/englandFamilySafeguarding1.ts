import pack from './england-family-safeguarding-1.json'
import type { PolicyPack } from './policyPack'

/**
 * The built-in pack, from its file: every number is a default of the handbook, section 3. A test parses it with the schema of every other pack. The
 * statutory figures were taken from local procedures that quote Working Together: check the edition in force before real use.
 */
export const englandFamilySafeguarding1 = pack as unknown as PolicyPack
