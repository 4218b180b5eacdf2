import { axeProblems } from '../tools/axeProblems'
import { inPage } from '../tools/inPage'
import { overflows } from '../tools/overflows'
import { smallTargets } from '../tools/smallTargets'
import type { Visit, Width } from '../tools/startVisit'

export const WIDTHS: readonly Width[] = [320, 1280]

interface Names {
  readonly lang: string
  readonly title: string
  readonly headings: readonly string[]
}

/** What is wrong with the page of a visit, one line each with the width: names of its own, and at each width axe, overflow (also of text that is set widely, or twice as large) and targets, with all that folds unfolded. */
export async function lookAt(visit: Visit, widths = WIDTHS): Promise<readonly string[]> {
  const { lang, title, headings } = await inPage<Names>(visit.page, 'namesOfPage')
  const found = [
    ...(/^en(-GB)?$/.test(lang) ? [] : [`its language is "${lang}"`]),
    ...(/\w/.test(title) && !title.startsWith('Caseclock –') ? [] : [`its title is "${title}"`]),
    ...(headings.length === 1 ? [] : [`it has ${String(headings.length)} first headings: ${headings.join(', ')}`]),
  ]
  for (const width of widths) {
    await visit.page.setViewportSize({ width, height: 800 })
    await inPage(visit.page, 'unfold')
    for (const one of [...(await axeProblems(visit)), ...(await overflows(visit)), ...(await smallTargets(visit))])
      found.push(`${String(width)}: ${one}`)
    for (const how of ['wide', ...(width === 320 ? [] : ['large'])]) {
      await inPage(visit.page, 'setText', how)
      for (const one of await overflows(visit)) found.push(`${String(width)}, text set ${how}: ${one}`)
    }
    await inPage(visit.page, 'setText', null)
  }
  return found
}
