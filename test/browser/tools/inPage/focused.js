'use strict'

/** What has the focus now: a number that is its own, whether it shows that, whether anything of it is in sight. Null when nothing has it. */
module.exports = () => {
  const { keys, reached, looks, before } = globalThis.caseclockTabbing
  const element = document.activeElement
  if (element === null || element === document.body || element === document.documentElement) return null
  if (!keys.has(element)) keys.set(element, keys.size)
  reached.add(element)
  return { key: keys.get(element), visible: looks(element) !== before.get(element), covered: !isInSight() }

  function isInSight() {
    const parts = [element, ...(element.labels ?? [])]
    return parts.some((part) =>
      [...part.getClientRects()].some(({ left, top, width, height }) =>
        [0.1, 0.5, 0.9].some((across) =>
          [0.1, 0.5, 0.9].some((down) => {
            const hit = document.elementFromPoint(left + width * across, top + height * down)
            return hit !== null && parts.some((each) => each.contains(hit))
          }),
        ),
      ),
    )
  }
}
