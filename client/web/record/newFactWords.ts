import { isoDay } from '../../../domain/calendar/isoDay'
import type { NewFactLine } from '../../queries/web/newSince'
import { dayWords } from '../app/momentWords'
import { kindWords } from './kindWords'

/** `Visit made, Monday 2 March 2026, recorded by Sam Okafor`. */
export const newFactWords = ({ kind, occurred_on, name }: NewFactLine): string =>
  `${kindWords(kind)}, ${dayWords(isoDay(occurred_on))}, ${name === null ? 'from an import' : `recorded by ${name}`}`
