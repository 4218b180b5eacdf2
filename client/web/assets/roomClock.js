import { kept, store } from './roomKept.js'

/** Minutes that this case has been on the screen, of those it has. */
export function clock(key, minutes) {
  const shown = document.querySelector('[data-time]')
  const TICK_S = 10
  const show = (seconds) => {
    const used = Math.floor(seconds / 60)
    const left = minutes - used
    shown.textContent = left >= 0 ? `${used} minutes used, ${left} left` : `${used} minutes used, ${-left} over`
    shown.hidden = false
  }
  let seconds = Number(kept(key, '0'))
  show(seconds)
  setInterval(() => {
    if (document.hidden) return
    seconds += TICK_S
    store(key, String(seconds))
    show(seconds)
  }, TICK_S * 1000)
}
