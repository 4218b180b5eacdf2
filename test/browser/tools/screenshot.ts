import type { Page } from 'playwright-core'
import type { Visit, Width } from './startVisit'

interface Picture {
  readonly file: string
  readonly bytes: number
}

// The same as `npm run screenshots` takes.
const { WIDTHS, takePicture } = jest.requireActual<{
  readonly WIDTHS: readonly Width[]
  readonly takePicture: (page: Page, about: { name: string; width: Width; folder: string }) => Promise<Picture>
}>('../../../tools/screenshots/picture.cjs')

/** The page of the visit at both widths, as `folder/NAME-320.png` and `folder/NAME-1280.png`; afterwards the window has its width again. */
export async function screenshot(
  { page }: Visit,
  about: { name: string; folder: string },
): Promise<readonly Picture[]> {
  const size = page.viewportSize()
  const pictures: Picture[] = []
  for (const width of WIDTHS) pictures.push(await takePicture(page, { ...about, width }))
  if (size !== null) await page.setViewportSize(size)
  return pictures
}
