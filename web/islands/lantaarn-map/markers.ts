import type { Palette } from './palette.ts'

/** Drawn twice as large as they are shown, for screens that can show it. */
export const PIXEL_RATIO = 2

type Draw = (pen: CanvasRenderingContext2D, size: number, palette: Palette) => void

/** A shape and a sign for each: colour is never all that tells them apart. */
const SHAPES: Record<string, { size: number; draw: Draw }> = {
  'case-open': {
    size: 26,
    draw(pen, size, palette) {
      disc(pen, size, palette.case, palette['case-text'])
      sign(pen, size, '!', palette['case-text'])
    },
  },
  'case-done': {
    size: 26,
    draw(pen, size, palette) {
      const inset = size * 0.14
      pen.beginPath()
      pen.roundRect(inset, inset, size - 2 * inset, size - 2 * inset, size * 0.14)
      fill(pen, size, palette.done, palette['case-text'])
      sign(pen, size, '✓', palette['case-text'])
    },
  },
  'case-closed': {
    size: 24,
    draw(pen, size, palette) {
      disc(pen, size, palette.ground, palette.label)
      sign(pen, size, '×', palette.label)
    },
  },
  cluster: {
    size: 36,
    draw(pen, size, palette) {
      disc(pen, size, palette.case, palette['case-text'])
    },
  },
  reported: {
    size: 16,
    draw(pen, size, palette) {
      disc(pen, size, palette.case, palette['case-text'])
      sign(pen, size, '!', palette['case-text'])
    },
  },
  chosen: {
    size: 40,
    draw(pen, size, palette) {
      pen.beginPath()
      pen.arc(size / 2, size / 2, size * 0.4, 0, 2 * Math.PI)
      pen.lineWidth = size * 0.12
      pen.strokeStyle = palette['case-text']
      pen.stroke()
      pen.lineWidth = size * 0.07
      pen.strokeStyle = palette.chosen
      pen.stroke()
    },
  },
  spot: {
    size: 34,
    draw(pen, size, palette) {
      pen.beginPath()
      pen.moveTo(size / 2, size * 0.96)
      pen.bezierCurveTo(size * 0.1, size * 0.55, size * 0.16, size * 0.06, size / 2, size * 0.06)
      pen.bezierCurveTo(size * 0.84, size * 0.06, size * 0.9, size * 0.55, size / 2, size * 0.96)
      fill(pen, size, palette.chosen, palette['case-text'])
      pen.beginPath()
      pen.arc(size / 2, size * 0.38, size * 0.12, 0, 2 * Math.PI)
      pen.fillStyle = palette['case-text']
      pen.fill()
    },
  },
}

/** Those that are always there; of objects there are as many as there are types. */
export const MARKERS = Object.keys(SHAPES)

/** The picture of a marker; `asset-` and a type is a small one with the first letter of what it is called. */
export function drawMarker(
  name: string,
  palette: Palette,
  types: Readonly<Record<string, string>>,
): ImageData | undefined {
  const shape = SHAPES[name] ?? assetShape(name, types)
  if (!shape) return undefined
  const size = shape.size * PIXEL_RATIO
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const pen = canvas.getContext('2d')
  if (!pen) return undefined
  shape.draw(pen, size, palette)
  return pen.getImageData(0, 0, size, size)
}

function assetShape(name: string, types: Readonly<Record<string, string>>) {
  const type = /^asset-(.+)$/.exec(name)?.[1]
  if (type === undefined) return undefined
  const letter = (types[type] ?? type).charAt(0).toUpperCase()
  const draw: Draw = (pen, size, palette) => {
    if (type === 'lamp-post') disc(pen, size, palette.ground, palette.asset)
    else {
      const inset = size * 0.14
      pen.beginPath()
      pen.roundRect(inset, inset, size - 2 * inset, size - 2 * inset, size * 0.12)
      fill(pen, size, palette.ground, palette.asset)
    }
    sign(pen, size, letter, palette.asset)
  }
  return { size: 20, draw }
}

function disc(pen: CanvasRenderingContext2D, size: number, ink: string, edge: string): void {
  pen.beginPath()
  pen.arc(size / 2, size / 2, size * 0.42, 0, 2 * Math.PI)
  fill(pen, size, ink, edge)
}

function fill(pen: CanvasRenderingContext2D, size: number, ink: string, edge: string): void {
  pen.fillStyle = ink
  pen.fill()
  pen.lineWidth = size * 0.06
  pen.strokeStyle = edge
  pen.stroke()
}

function sign(pen: CanvasRenderingContext2D, size: number, text: string, ink: string): void {
  pen.font = `700 ${size * 0.52}px "Noto Sans", system-ui, sans-serif`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillStyle = ink
  pen.fillText(text, size / 2, size * 0.54)
}
