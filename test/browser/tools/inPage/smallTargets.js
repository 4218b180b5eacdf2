'use strict'

module.exports = () => {
  const LEAST = 24
  const TARGETS =
    'a[href], button, summary, select, textarea, input:not([type=hidden]), [role=button], [role=link], [role=tab], [tabindex]:not([tabindex^="-"])'
  const targets = [...document.querySelectorAll(TARGETS)]
    .filter(isShown)
    .map((element) => ({ element, box: boxOf(element) }))
  const small = targets.filter(({ box }) => box.width < LEAST - 0.01 || box.height < LEAST - 0.01)
  return small
    .filter(({ element }) => !isInText(element))
    .filter((one) => !hasRoom(one))
    .map(({ element, box }) => `${nameOf(element)} is ${round(box.width)} by ${round(box.height)} px`)

  function isShown(element) {
    const { width, height } = element.getBoundingClientRect()
    return (
      width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled')
    )
  }

  /** A field may be worked by its label as well: the larger of the two counts. */
  function boxOf(element) {
    return [element, ...(element.labels ?? [])]
      .map((part) => part.getBoundingClientRect())
      .reduce((most, box) => (Math.min(box.width, box.height) > Math.min(most.width, most.height) ? box : most))
  }

  /** Its height is that of a line: it is inline, and the block it is in has words of its own besides. */
  function isInText(element) {
    if (getComputedStyle(element).display !== 'inline') return false
    let block = element.parentElement
    while (block !== null && getComputedStyle(block).display === 'inline') block = block.parentElement
    const words = document.createTreeWalker(block ?? document.body, NodeFilter.SHOW_TEXT)
    while (words.nextNode()) {
      const around = words.currentNode.parentElement
      if (/\p{L}/u.test(words.currentNode.data) && around.closest('a, button') === null && around.checkVisibility())
        return true
    }
    return false
  }

  function hasRoom(one) {
    const middle = centre(one.box)
    return targets.every((other) => {
      if (other === one || one.element.contains(other.element) || other.element.contains(one.element)) return true
      if (small.includes(other)) {
        const theirs = centre(other.box)
        return Math.hypot(middle.x - theirs.x, middle.y - theirs.y) >= LEAST
      }
      const across = Math.max(other.box.left - middle.x, middle.x - other.box.right, 0)
      const down = Math.max(other.box.top - middle.y, middle.y - other.box.bottom, 0)
      return Math.hypot(across, down) >= LEAST / 2
    })
  }

  function centre({ left, top, width, height }) {
    return { x: left + width / 2, y: top + height / 2 }
  }

  function nameOf(element) {
    const name =
      element.textContent.trim() || element.getAttribute('aria-label') || element.getAttribute('name') || element.id
    return `${element.localName} "${name.replace(/\s+/g, ' ').slice(0, 60)}"`
  }

  function round(size) {
    return Math.round(size * 10) / 10
  }
}
