'use strict'
const { crc32, deflateSync, inflateSync } = require('node:zlib')

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
const MOST = 256

/**
 * The same picture with a palette of 256 colours, a third of the size: pages are flat. The colours used most keep their own; the rest, shades at the edges of
 * letters, take the nearest of those. Takes what Chromium makes, 8 bits a channel and not interlaced, and answers anything else as it came, as it
 * does a picture that would not become smaller.
 */
function smallPng(png) {
  const { width, height, channels, data } = decode(png)
  if (channels === undefined) return png
  const counts = new Map()
  const colours = new Uint32Array(width * height)
  for (let at = 0, from = 0; at < colours.length; at += 1, from += channels) {
    const colour = (data[from] << 16) | (data[from + 1] << 8) | data[from + 2]
    colours[at] = colour
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const byUse = [...counts].sort(([a, many], [b, more]) => more - many || a - b).map(([colour]) => colour)
  const palette = byUse.slice(0, MOST)
  const index = new Map(palette.map((colour, at) => [colour, at]))
  for (const colour of byUse.slice(MOST)) index.set(colour, nearest(colour, palette))
  const rows = Buffer.alloc((width + 1) * height) // each row begins with filter 0: best for a palette
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = index.get(colours[y * width + x])
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const small = Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return small.length < png.length ? small : png
}

function nearest(colour, palette) {
  let best = 0
  let least = Infinity
  for (let at = 0; at < palette.length; at += 1) {
    const apart = [16, 8, 0].reduce(
      (sum, shift) => sum + (((colour >> shift) & 255) - ((palette[at] >> shift) & 255)) ** 2,
      0,
    )
    if (apart < least) [best, least] = [at, apart]
  }
  return best
}

/** Width, height and unfiltered bytes. No `channels` when it is of another form. */
function decode(png) {
  const parts = []
  let head
  for (let at = SIGNATURE.length; at < png.length;) {
    const size = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const body = png.subarray(at + 8, at + 8 + size)
    if (type === 'IHDR') head = body
    if (type === 'IDAT') parts.push(body)
    at += size + 12
  }
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const [bits, form, , , interlaced] = head.subarray(8)
  const channels = { 2: 3, 6: 4 }[form]
  if (bits !== 8 || interlaced !== 0 || channels === undefined) return {}
  return {
    width,
    height,
    channels,
    data: unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels),
  }
}

function unfiltered(raw, stride, height, channels) {
  const data = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)]
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x
      const left = x < channels ? 0 : data[at - channels]
      const up = y === 0 ? 0 : data[at - stride]
      const corner = x < channels || y === 0 ? 0 : data[at - stride - channels]
      const guess = [0, left, up, (left + up) >> 1, filter === 4 ? paeth(left, up, corner) : 0][filter]
      data[at] = (raw[y * (stride + 1) + 1 + x] + guess) & 255
    }
  }
  return data
}

function paeth(left, up, corner) {
  const guess = left + up - corner
  const [toLeft, toUp, toCorner] = [left, up, corner].map((near) => Math.abs(guess - near))
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, check])
}

module.exports = { smallPng }
