'use strict'

module.exports = () => {
  const root = document.documentElement
  const width = root.clientWidth
  const beyond = Math.max(root.scrollWidth, document.body.scrollWidth) - width
  const lines = beyond > 0 ? [`the page scrolls sideways by ${beyond} px`] : []
  const out = [...document.body.querySelectorAll('*:not(svg *)')].flatMap((element) => {
    const box = element.getBoundingClientRect()
    if (box.width <= 1 || box.height <= 1) return [] // nothing to see: for screen readers
    const edges = edgesOf(element)
    if (edges === undefined) return []
    const by = Math.ceil(Math.max(box.right - edges.right, edges.left - box.left))
    return by > 1 && !inside(box, edges) ? [{ element, by, how: edges.how }] : []
  })
  // The innermost that stick out are to blame, not what they stretch.
  const blamed = out.filter(
    ({ element }) => !out.some((other) => other.element !== element && element.contains(other.element)),
  )
  return [...lines, ...blamed.slice(0, 20).map(({ element, by, how }) => `${nameOf(element)} ${how} by ${by} px`)]

  /** Between which edges it may lie; undefined when something around it scrolls or hides it on purpose. */
  function edgesOf(element) {
    for (let box = element.parentElement; box !== null && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box)
      if (['auto', 'scroll'].includes(style.overflowX)) return undefined
      if (!['hidden', 'clip'].includes(style.overflowX)) continue
      const { left, right, width: wide, height } = box.getBoundingClientRect()
      return wide <= 1 || height <= 1 ? undefined : { left, right, how: 'is cut off' }
    }
    return { left: 0, right: width, how: 'sticks out' }
  }

  /** A link for keyboards may wait wholly outside, to the left or above, until it is focused. */
  function inside(box, edges) {
    return box.right <= edges.left || box.bottom <= 0
  }

  function nameOf(element) {
    const id = element.id === '' ? '' : `#${element.id}`
    const classes = [...element.classList].map((name) => `.${name}`).join('')
    const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)
    return `${element.localName}${id}${classes}${text === '' ? '' : ` "${text}"`}`
  }
}
