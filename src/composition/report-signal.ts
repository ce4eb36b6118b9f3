import type { Clock } from '#kernel/clock'
import type { Case, CaseDoor, Channel, Contact, Finding, SignalData, Words } from '#modules/cases'
import {
  factOf,
  filesOf,
  hasThreat,
  keepPhotos,
  officeVisibility,
  sealRemark,
  sealSignal,
} from '#modules/cases'
import type { OfficeKind } from '#modules/directory'
import { checkPlace, type PlaceRefusal, snapToAsset } from '#modules/places'
import type { FileStore } from '#platform/files'
import type { SentPhoto } from '#platform/uploads'
import type { Vault } from '#platform/vault'
import { factsOf } from './cluster-rules.ts'
import type { Town, Towns } from './town.ts'
import { townAt } from './town-in-time.ts'

/** A report as any door hands it in, checked for its form and for nothing else. */
export type IncomingReport = {
  channel: 'open311' | 'rest' | Channel
  /** What is no fault; it needs neither a category nor a place. */
  kind?: OfficeKind
  /** Which key of staff or of a party typed it in. */
  enteredBy?: string
  /** The contact is not of whoever typed it in. */
  isOnBehalf?: boolean
  /** Somebody at the desk tells whoever reported it how it goes; no mail does. */
  tellBy?: NonNullable<SignalData['tellBy']>
  /** Of a party that came upon it and did the work at once. */
  finding?: Finding & { remark: string }
  /** Whose key it came with, or `public`. */
  source: string
  /** The sender's own id of this report; without one, all that was sent within ten minutes is its id. */
  sourceId?: string
  /** Empty where what is no fault names none. */
  category: string
  place?: { lon: number; lat: number; accuracy_m?: number }
  /** A public number or id of an asset. */
  asset?: string
  /** When it was seen, where that is not now. The agreement is chosen at the moment of receipt all the same. */
  seen_ms?: number
  words: Words
  contact: Contact
  photos?: readonly SentPhoto[]
  /** In which the reporter is answered; Dutch where it is not known. */
  locale?: 'nl' | 'en'
  /** Said to a case that was there: not the same as the report that opened it, though it says the same. */
  isMeToo?: true
  /** Keeps apart what two strangers say in the same words. */
  clientAddress: string
  /** A moment in the past, of what is imported as history; such a report sends nothing. */
  history_ms?: number
  /** Whether the sender lets it be shown to everybody; absent where that was not asked. */
  mayPublish?: boolean
}

export type ReportRefusal = {
  reason: PlaceRefusal | 'category-unknown' | 'asset-unknown' | 'reported-in-future'
  detail: { nl: string; en: string }
}

export type ReportAnswer =
  /** `case` as the commit left it; of a repeat it was not read, and the signal is the one that came first. */
  | ({ ok: true; isRepeat: false; case: Case } & Received)
  | ({ ok: true; isRepeat: true } & Received)
  | { ok: false; refusal: ReportRefusal }

type Received = { caseId: string; number: string; signalId: string }

export type ReportSignal = (municipality: string, report: IncomingReport) => Promise<ReportAnswer>

/** From a report at a door to the commit: judges the place, finds the asset, seals the words, decides. */
export function createReportSignal(options: {
  vault: Vault
  clock: Clock
  towns: Towns
  cases: CaseDoor
  files: FileStore
  newId: () => string
}): ReportSignal {
  const { vault, clock, towns, cases, files, newId } = options
  return async (municipality, report) => {
    const received_ms = report.history_ms ?? clock()
    // What comes in as history is judged by what holds today.
    const at_ms = report.history_ms === undefined ? received_ms : clock()
    const present = townAt(await towns.get(municipality), at_ms)
    const refusal = refusalOf(present, report, received_ms)
    if (refusal) return { ok: false, refusal }
    const signalId = newId()
    const caseId = newId()
    const visibilityOf = (town: Town) => {
      const visibility = town.categories.get(report.category)?.visibility ?? 'public'
      return report.kind === undefined ? visibility : officeVisibility(visibility)
    }
    const isConfidential = visibilityOf(present) === 'confidential'
    const words =
      isConfidential && report.place
        ? { ...report.words, place: pointOf(report.place) }
        : report.words
    const sealed = sealSignal(vault, municipality, signalId, words, report.contact)
    const identity = identityOf(vault, municipality, report)
    // On the disk before the commit: what the commit does not come to is swept.
    const photos = await keepPhotos(options, municipality, sealed.key, report.photos ?? [])
    const answer = await cases(municipality, async (rules) => {
      const town = townAt(await towns.get(municipality, rules.epoch), at_ms)
      const category = town.categories.get(report.category)
      const signal: SignalData = {
        signalId,
        received_ms,
        channel: report.channel,
        ...enteredOf(report),
        source: report.source,
        ...identity,
        ...(report.seen_ms === undefined ? {} : { seen_ms: report.seen_ms }),
        category: report.category,
        ...locate(town, report),
        textDigest: sealed.textDigest,
        ...(photos.length === 0 ? {} : { photos: photos.map(factOf) }),
        ...(sealed.person === undefined ? {} : { person: sealed.person }),
        ...(report.locale === undefined ? {} : { locale: report.locale }),
        ...(report.contact.email === undefined || report.tellBy ? {} : { wantsMail: true }),
        ...(report.words.description === undefined ? {} : { hasWords: true }),
        ...(report.mayPublish === undefined ? {} : { mayPublish: report.mayPublish }),
        ...(threatens(report.words) ? { hasThreat: true } : {}),
      }
      if (isConfidential) {
        // An object has a place and may be somebody's own: only the areas stay in the open.
        delete signal.place
        delete signal.asset
      }
      return {
        type: 'ReportSignal',
        ...sealingOf(vault, municipality, report),
        radius_m: category?.joinRadius_m ?? 0,
        seals: sealed.seals,
        photos,
        report: {
          caseId,
          signal,
          visibility: visibilityOf(town),
          priority: report.kind === undefined ? (category?.priority ?? 'normal') : 'normal',
          isHistory: report.history_ms !== undefined,
        },
      }
    })
    if (answer.status === 'repeated') {
      await files.remove(municipality, filesOf(photos))
      const { status: _, ...received } = answer
      return { ok: true, isRepeat: true, ...received }
    }
    if (answer.status === 'rejected')
      throw new Error(`a report cannot be rejected: ${answer.reason}`)
    const { id, number } = answer.case
    return { ok: true, isRepeat: false, caseId: id, number, signalId, case: answer.case }
  }
}

function enteredOf({ kind, enteredBy, isOnBehalf, tellBy }: IncomingReport): Partial<SignalData> {
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(enteredBy === undefined ? {} : { enteredBy }),
    ...(isOnBehalf ? { isOnBehalf: true } : {}),
    ...(tellBy === undefined ? {} : { tellBy }),
  }
}

/** Where the finder's remark belongs is known only under the lock. */
function sealingOf(vault: Vault, municipality: string, { finding }: IncomingReport) {
  if (!finding) return {}
  const { remark, ...rest } = finding
  const seal = (id: string) => sealRemark(vault, municipality, id, remark)
  return { found: { finding: rest, seal } }
}

const threatens = ({ description = '', attributes = {} }: Words) =>
  [description, ...Object.values(attributes).flat()].some(hasThreat)

const pointOf = ({ lon, lat }: { lon: number; lat: number }) => ({ lon, lat })

function refusalOf(
  town: Town,
  report: IncomingReport,
  received_ms: number,
): ReportRefusal | undefined {
  if (report.seen_ms !== undefined && report.seen_ms > received_ms + CLOCK_TOLERANCE_MS)
    return { reason: 'reported-in-future', detail: IN_FUTURE }
  const category = town.categories.get(report.category)
  const isAboutNothing = report.kind !== undefined && report.category === ''
  if (!isAboutNothing && !category?.isReportable)
    return { reason: 'category-unknown', detail: CATEGORY_UNKNOWN }
  if (report.asset !== undefined && !findAsset(town, report.asset))
    return { reason: 'asset-unknown', detail: ASSET_UNKNOWN }
  const isPlaceNeeded = report.kind === undefined && report.asset === undefined
  if (report.place === undefined && !isPlaceNeeded) return undefined
  const judged = checkPlace(report.place ?? {}, town.surroundings)
  return judged.ok ? undefined : { reason: judged.reason, detail: judged.detail }
}

/** By its id, or by its public number where only one has that. */
export function findAsset(town: Town, name: string) {
  return town.assets.byId(name) ?? town.assets.byPublicNumber(name)
}

/** Where it is: in which areas, at which asset, and whether another owner's asset may be meant. */
export function locate(
  town: Town,
  report: Pick<IncomingReport, 'asset' | 'place' | 'category'>,
): Pick<SignalData, 'place' | 'areas' | 'asset' | 'isAssetUncertain'> {
  if (report.place === undefined && report.asset === undefined)
    return { areas: [], isAssetUncertain: false }
  const category = town.categories.get(report.category)
  const named = report.asset === undefined ? undefined : findAsset(town, report.asset)
  const point = report.place
    ? ([report.place.lon, report.place.lat] as const)
    : (named?.place ?? ([0, 0] as const))
  const snap = named
    ? { asset: named, isUncertain: false }
    : category && category.assetTypes.length > 0
      ? snapToAsset(town.assets, point, {
          types: category.assetTypes,
          ...(report.place?.accuracy_m === undefined
            ? {}
            : { accuracy_m: report.place.accuracy_m }),
        })
      : { isUncertain: false }
  const { asset } = snap
  return {
    place: { lon: point[0], lat: point[1] },
    areas: town.areas.at(point),
    isAssetUncertain: snap.isUncertain,
    ...(asset === undefined
      ? {}
      : {
          asset: factsOf(asset),
        }),
  }
}

/** The sender's id of the report, or a digest of all that was sent; neither can be read back. */
function identityOf(vault: Vault, municipality: string, report: IncomingReport) {
  const { sourceId, source, clientAddress, category, place, asset, words, contact } = report
  const { kind, finding } = report
  // Only where they are given, so that a report of before is still known when it comes again.
  const isMore = kind !== undefined || finding !== undefined
  const more: unknown[] = isMore ? [kind, finding?.cause, finding?.remark] : []
  const sent = report.photos?.map(({ sentDigest }) => sentDigest) ?? []
  if (sent.length > 0) more.push(sent)
  if (report.isMeToo) more.push('me-too')
  const all = JSON.stringify([category, place, asset, words, contact, report.seen_ms, ...more])
  if (sourceId !== undefined) {
    // Two strangers may choose the same id: without an API key it only counts with what was said.
    const own = source === 'public' ? `${sourceId}/${all}` : sourceId
    return { sourceId: vault.pseudonym(municipality, `${source}/${own}`), isFingerprint: false }
  }
  const who = source === 'public' ? clientAddress : ''
  return {
    sourceId: vault.pseudonym(municipality, `fingerprint/${who}/${all}`),
    isFingerprint: true,
  }
}

/** Clocks of people's devices differ; nobody saw something later than this. */
const CLOCK_TOLERANCE_MS = 300_000

const IN_FUTURE = {
  nl: 'Het moment waarop u dit zag ligt in de toekomst.',
  en: 'The moment at which you saw this is in the future.',
}

const CATEGORY_UNKNOWN = {
  nl: 'Deze categorie bestaat hier niet, of kan niet gemeld worden.',
  en: 'This category does not exist here, or cannot be reported.',
}

const ASSET_UNKNOWN = {
  nl: 'Een object met dit nummer is hier niet bekend.',
  en: 'No object with this number is known here.',
}
