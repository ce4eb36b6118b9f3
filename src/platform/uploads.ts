import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { open, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { MultipartUnreadable, readParts } from './multipart.ts'
import { developPhoto, type Photo, type PhotoFault } from './photo.ts'

/** A photo that came in, with a digest of the bytes as they were sent. */
export type SentPhoto = Photo & { sentDigest: string }

export type UploadFault =
  | PhotoFault
  | 'photo-too-large'
  | 'photos-too-many'
  | 'upload-unreadable'
  | 'upload-too-large'
  | 'upload-too-slow'
  | 'uploads-busy'

/** A fault, and what it is about: the name of a field, or a number that is the limit. */
export type UploadFinding = { fault: UploadFault; about: string }

export type SentForm = {
  fields: { name: string | undefined; value: Buffer }[]
  photos: SentPhoto[]
  findings: UploadFinding[]
}

type Body = AsyncIterable<Uint8Array>

/**
 * Takes in photos: streamed to disk within limits, then decoded one at a time. On disk they are enciphered with a key
 * that is in memory only, so that what a crash leaves behind shows nothing.
 */
export type Uploads = {
  /** A body that is one photo and nothing else. */
  photo(body: Body | null): Promise<{ photo: SentPhoto } | { finding: UploadFinding }>
  /**
   * A form with texts and photos; what is wrong with one photo is told, and the rest read on. A field among `texts` is
   * a text also where it came as a file. What ends the reading leaves the fields that came before it.
   */
  form(
    contentType: string,
    body: Body | null,
    most_photos: number,
    texts?: readonly string[],
  ): Promise<SentForm>
  /** Of one request. */
  most_bytes: number
}

/** The most that one report or answer carries. */
export const MOST_PHOTOS = 5
/** More of them wait in memory and on disk than is good; who comes then may come again. */
const MOST_AT_ONCE = 8
const MOST_FIELDS = 1_000
const WITHIN_MS = 120_000
/** Without a single byte; who keeps a place for nothing keeps it from somebody else. */
const IDLE_MS = 15_000

export function createUploads(options: {
  /** Where files are written while they come in. */
  folder: string
  maxPhoto_bytes: number
  /** Of all texts of a form together. */
  maxText_bytes: number
  /** How long one upload may take. */
  within_ms?: number
}): Uploads {
  const { maxPhoto_bytes, maxText_bytes, within_ms = WITHIN_MS } = options
  const most_bytes = 4 * maxPhoto_bytes + maxText_bytes
  const develop = oneAtATime()
  let underWay = 0

  /** Runs one upload, where there is room for it; what it threw for the sender's sake becomes a finding. */
  async function admit<T>(work: () => Promise<T>): Promise<T | UploadFinding> {
    if (underWay >= MOST_AT_ONCE) return { fault: 'uploads-busy', about: String(MOST_AT_ONCE) }
    underWay += 1
    try {
      return await work()
    } catch (error) {
      if (error instanceof Refused) return error.finding
      if (error instanceof MultipartUnreadable)
        return { fault: 'upload-unreadable', about: error.message }
      throw error
    } finally {
      underWay -= 1
    }
  }

  async function take(body: Body): Promise<SentPhoto | PhotoFault> {
    await using temporary = await writeTemporary(options.folder, body, maxPhoto_bytes)
    const { sentDigest } = temporary
    const photo = await develop(async () => developPhoto(await temporary.read()))
    return typeof photo === 'string' ? photo : { ...photo, sentDigest }
  }

  async function readForm(form: SentForm, { contentType, body, most_photos, texts }: Reading) {
    let text_bytes = 0
    let files = 0
    for await (const { name, filename, body: value } of readParts(contentType, body)) {
      if (filename === undefined || (name !== undefined && texts.includes(name))) {
        const piece = await readText(value, maxText_bytes - text_bytes, maxText_bytes)
        text_bytes += piece.length
        form.fields.push({ name, value: piece })
        // How many fields make sense, the reader of them says; here only memory counts.
        if (form.fields.length > MOST_FIELDS) return
        continue
      }
      const first = await value.next()
      // A browser sends an untouched file field as a file without name and content.
      if (first.done && filename === '') continue
      files += 1
      if (files === most_photos + 1) {
        form.photos = []
        form.findings = [{ fault: 'photos-too-many', about: String(most_photos) }]
      }
      if (files > most_photos) continue
      const photo = await takeOne(keptOpen(first, value))
      if (typeof photo === 'string') form.findings.push({ fault: photo, about: name ?? '?' })
      else if ('fault' in photo) form.findings.push(photo)
      else form.photos.push(photo)
    }
  }

  /** One photo of a form, of which the rest is read also where this one is too large. */
  async function takeOne(body: Body): Promise<SentPhoto | PhotoFault | UploadFinding> {
    try {
      return await take(body)
    } catch (error) {
      if (error instanceof Refused && error.finding.fault === 'photo-too-large')
        return error.finding
      throw error
    }
  }

  return {
    most_bytes,
    async photo(body) {
      const taken = await admit(() => take(limited(body ?? NOTHING, most_bytes, within_ms)))
      if (typeof taken === 'string') return { finding: { fault: taken, about: '' } }
      return 'fault' in taken ? { finding: taken } : { photo: taken }
    },
    async form(contentType, body, most_photos, texts = []) {
      const form: SentForm = { fields: [], photos: [], findings: [] }
      const pieces = limited(body ?? NOTHING, most_bytes, within_ms)
      const reading = { contentType, body: pieces, most_photos, texts }
      const ended = await admit(() => readForm(form, reading))
      return ended ? { fields: form.fields, photos: [], findings: [ended] } : form
    },
  }
}

type Reading = { contentType: string; body: Body; most_photos: number; texts: readonly string[] }

class Refused extends Error {
  readonly finding: UploadFinding
  constructor(fault: UploadFault, about: string) {
    super(fault)
    this.finding = { fault, about }
  }
}

const NOTHING: Body = {
  async *[Symbol.asyncIterator]() {},
}

/** What comes in, until it is too much, takes too long in all, or nothing comes for a while. */
async function* limited(body: Body, most_bytes: number, within_ms: number) {
  const source = body[Symbol.asyncIterator]()
  const end_ms = performance.now() + within_ms
  let bytes = 0
  for (;;) {
    const { value, done } = await inTime(
      source.next(),
      Math.min(IDLE_MS, end_ms - performance.now()),
    )
    if (done) return
    bytes += value.length
    if (bytes > most_bytes) throw new Refused('upload-too-large', String(most_bytes))
    yield value
  }
}

async function inTime<T>(read: Promise<T>, within_ms: number): Promise<T> {
  const { promise: tooSlow, reject } = Promise.withResolvers<never>()
  const seconds = String(WITHIN_MS / 1000)
  const timer = setTimeout(() => reject(new Refused('upload-too-slow', seconds)), within_ms)
  try {
    return await Promise.race([read, tooSlow])
  } finally {
    clearTimeout(timer)
  }
}

/** Whoever leaves off reading this leaves the rest to be read by the reader of the form. */
function keptOpen(first: IteratorResult<Buffer>, rest: AsyncGenerator<Buffer>): Body {
  let isFirst = true
  const next = async () => {
    if (!isFirst) return rest.next()
    isFirst = false
    return first
  }
  return { [Symbol.asyncIterator]: () => ({ next }) }
}

async function readText(body: Body, left_bytes: number, most_bytes: number): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of body) {
    bytes += piece.length
    if (bytes > left_bytes) throw new Refused('upload-too-large', String(most_bytes))
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** One decoded picture takes a hundred times what it takes on disk: two at once would be too many. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let before: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = before.then(work, work)
    before = result.catch(() => {})
    return result
  }
}

async function writeTemporary(folder: string, body: Body, most_bytes: number) {
  const file = path.join(folder, `upload.${randomBytes(12).toString('hex')}`)
  const [key, counter] = [randomBytes(32), randomBytes(16)]
  const cipher = createCipheriv('aes-256-ctr', key, counter)
  const hash = createHash('sha256')
  const remove = () => rm(file, { force: true })
  let bytes = 0
  try {
    await using handle = await open(file, 'wx', 0o600)
    for await (const piece of body) {
      bytes += piece.length
      if (bytes > most_bytes) throw new Refused('photo-too-large', String(most_bytes))
      hash.update(piece)
      await handle.writeFile(cipher.update(piece))
    }
  } catch (error) {
    await remove()
    throw error
  }
  return {
    sentDigest: hash.digest('base64url'),
    read: async () =>
      createDecipheriv('aes-256-ctr', key, counter).update(await readFile(file)) as Buffer,
    [Symbol.asyncDispose]: remove,
  }
}
