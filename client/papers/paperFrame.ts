import { govukDate, weekday } from '../../domain/timeline/govukDate'
import type { PaperView } from './paperView'

/** The head and foot of a paper, in words. */
export interface PaperFrame {
  /** Of the browser's window: what, whose, when. */
  readonly title: string
  readonly heading: string
  readonly facts: readonly { readonly label: string; readonly words: string }[]
  readonly madeFor: string
  readonly emergency: string
}

const PREFIX = 'Not for emergencies: '
const NO_LINE = 'ring the team, or out of hours the emergency duty team.'

/** `heading`: what the paper is. */
export function paperFrame(heading: string, view: PaperView): PaperFrame {
  const when = `${weekday(view.on)} ${govukDate(view.on)}, ${view.at}`
  return {
    title: `${heading}, ${view.team}, ${when}`,
    heading,
    facts: [
      { label: 'Team', words: view.team },
      { label: 'When', words: when },
      { label: 'Room', words: view.room === '' ? 'Not yet known' : view.room },
      { label: 'Chair', words: view.chair ?? 'Not yet known' },
    ],
    madeFor: `Made for ${view.madeFor} on ${govukDate(view.madeOn)} at ${view.madeAt}. It names children: keep it safe, and do not pass it on.`,
    emergency: emergencyWords(view.emergencyLine),
  }
}

/** The authority's own line at the foot of a paper, which begins by saying that it is none for emergencies. */
export function emergencyWords(given: string): string {
  const line = given.trim() === '' ? NO_LINE : given
  return line.toLowerCase().startsWith(PREFIX.trim().toLowerCase()) ? line : `${PREFIX}${line}`
}
