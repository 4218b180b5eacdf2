'use strict'
const { mkdirSync, writeFileSync } = require('node:fs')
const path = require('node:path')
const { smallPng } = require('./smallPng.cjs')

/** CSS pixels. */
const WIDTHS = [320, 1280]
/** A page that is longer is cut off there: a picture nobody scrolls through says no more. */
const LONGEST = 2_000

const pictureName = (name, width) => `${name}-${width}.png`

/**
 * A picture of the whole page as it is now, at one width, as `folder/NAME-WIDTH.png`: nothing moves in it, no cursor blinks, one pixel for each CSS
 * pixel, so that the same page gives the same file. Answers the file and its bytes.
 */
async function takePicture(page, { name, width, folder }) {
  await page.setViewportSize({ width, height: width === 320 ? 640 : 800 })
  await page.evaluate('scrollTo(0, 0)')
  const long = await page.evaluate('document.documentElement.scrollHeight')
  const png = await page.screenshot({
    animations: 'disabled',
    caret: 'hide',
    scale: 'css',
    ...(long > LONGEST ? { fullPage: true, clip: { x: 0, y: 0, width, height: LONGEST } } : { fullPage: true }),
  })
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, pictureName(name, width))
  const small = smallPng(png)
  writeFileSync(file, small)
  return { file, bytes: small.length }
}

module.exports = { WIDTHS, pictureName, takePicture }
