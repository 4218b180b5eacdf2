'use strict'

/** Goes to the top of the page and remembers how everything looks that the Tab key could come to. */
module.exports = () => {
  const CAN_BE_REACHED =
    'a[href], button, summary, select, textarea, input:not([type=hidden]), [tabindex], [contenteditable=""], [contenteditable=true], iframe'
  const LOOKS = ['outline-style', 'outline-width', 'outline-color', 'box-shadow', 'background-color', 'color']
  const MORE = ['border-top-color', 'border-top-width', 'border-bottom-color', 'border-bottom-width', 'text-decoration']
  const reachable = [...document.querySelectorAll(CAN_BE_REACHED)].filter(
    (element) =>
      element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true }),
  )
  const keys = new Map()
  globalThis.caseclockTabbing = { reachable, keys, reached: new Set(), looks, before: new Map() }
  document.activeElement?.blur()
  getSelection()?.removeAllRanges()
  scrollTo(0, 0)
  for (const element of reachable) globalThis.caseclockTabbing.before.set(element, looks(element))

  /** As text. Also of its label and of what is drawn before and after them: a radio button shows its focus there. */
  function looks(element) {
    const parts = [element, element.parentElement, ...(element.labels ?? [])]
    return parts.flatMap((part) => [null, '::before', '::after'].map((pseudo) => look(part, pseudo))).join('\n')
  }

  function look(part, pseudo) {
    const style = getComputedStyle(part, pseudo)
    if (pseudo !== null && style.content === 'none') return ''
    const outlined = style.outlineStyle !== 'none' && style.outlineWidth !== '0px'
    return [...LOOKS, ...MORE]
      .filter((name) => outlined || !name.startsWith('outline'))
      .map((name) => style.getPropertyValue(name))
      .join(' ')
  }
}
