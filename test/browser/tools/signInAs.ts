import type { Page } from 'playwright-core'
import type { Visit } from './startVisit'

// The same as `npm run screenshots` does.
const { signIn } = jest.requireActual<{ readonly signIn: (page: Page, who: string) => Promise<void> }>(
  '../../../tools/screenshots/signIn.cjs',
)

/** Signs in through the demo's page as somebody it offers, by name or id. The visit then is where that leads. Throws when they are not offered. */
export const signInAs = ({ page }: Visit, who: string): Promise<void> => signIn(page, who)
