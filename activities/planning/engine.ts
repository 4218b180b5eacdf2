import { createHash } from 'node:crypto'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'

/**
 * Raise it when the program computes otherwise from the same facts, rules and calendar: a rule's function, an order, a condition, what is told when, the
 * words of an explanation. Every case, closed ones too, is then planned once more after the upgrade. What changes in the built-in pack need not be
 * counted here: its digest stands beside the number. 1 named no engine.
 */
const ENGINE = 5

const digest = createHash('sha256').update(JSON.stringify(englandFamilySafeguarding1)).digest('hex').slice(0, 8)

/** What this program computes with, as it stands before the rules in the name of a plan. */
export const ENGINE_NAME = `engine-${String(ENGINE)}/${digest}`

/** Whether a plan was made by a program that computes as this one does, from the name of its rules. */
export const isOfThisEngine = (version: string): boolean => version.split(' ')[0] === ENGINE_NAME
