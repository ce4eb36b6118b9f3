import { setLimits, setPartyEndpoint, testParty } from './commands/channels.ts'
import { checkMqtt } from './commands/check-mqtt.ts'
import type { Command } from './commands/command.ts'
import { coverage } from './commands/coverage.ts'
import { demo } from './commands/demo.ts'
import { destroy } from './commands/destroy.ts'
import { importAgreements, importBgt, importMunicipalities } from './commands/import.ts'
import { importBaseFiles } from './commands/import-base.ts'
import {
  importAreasFile,
  importRegisterFile,
  importReportsFile,
  importRosters,
  importSignalenCategories,
  listOrDropImports,
} from './commands/import-files.ts'
import { invite } from './commands/invite.ts'
import { rebuild, replay, verify } from './commands/journal.ts'
import { makeKey } from './commands/keys.ts'
import { simulate } from './commands/simulate.ts'
import { buildWeb, migrateOnly, start } from './commands/start.ts'
import { exportTownFiles, importTownFiles } from './commands/town.ts'

export const COMMANDS: Readonly<Record<string, Command>> = {
  start: { takes: '', does: 'starts the program (serve, web, work and ingest)', run: start },
  migrate: { takes: '', does: 'brings the database to the present schema', run: migrateOnly },
  build: { takes: '', does: 'builds the pages, as a start does when they changed', run: buildWeb },
  demo: { takes: '', does: 'reports a broken lamp and shows every step', run: demo },
  'import bgt': {
    takes: 'DIR --municipality GM0228 [--rejects FILE.csv]',
    does: 'imports poles, cabinets and roads of the BGT',
    run: importBgt,
  },
  'import agreements': {
    takes: 'FILE.yaml [--as-draft NAME]',
    does: 'enters agreements (docs/agreement.schema.json)',
    run: importAgreements,
  },
  'import rosters': {
    takes: 'FILE.yaml',
    does: 'enters duty rosters',
    run: importRosters,
  },
  'import register': {
    takes: 'FILE.csv --mapping FILE.yaml --municipality GM0228 [--rejects FILE]',
    does: 'imports a management register (docs/imports.md)',
    run: importRegisterFile,
  },
  'import base': {
    takes: 'FOLDER --municipality ID [--rejects FILE.csv]',
    does: 'draws the plain base of the map from roads, water and buildings (BGT or GeoJSON)',
    run: importBaseFiles,
  },
  'import areas': {
    takes:
      'FILE.geojson --municipality GM0228 --kind KIND [--id PROPERTY] [--name PROPERTY] [--crs EPSG:28992] [--rejects FILE]',
    does: 'imports areas of one kind, and mends what can be mended',
    run: importAreasFile,
  },
  'import signalen-categories': {
    takes:
      'FILE.csv --municipality GM0228 [--departments FILE] [--confidential SLUG,SLUG | --visibility FILE] [--agreements FILE] [--from DATE] [--rejects FILE]',
    does: 'imports the categories of a Signalen, and drafts agreements',
    run: importSignalenCategories,
  },
  'import reports': {
    takes: 'FILE.csv --mapping FILE.yaml --municipality GM0228 [--rejects FILE]',
    does: 'imports reports of the past, as history',
    run: importReportsFile,
  },
  'import list': {
    takes: '--municipality GM0228 [--drop]',
    does: 'shows the imports of places, or drops what was not finished',
    run: listOrDropImports,
  },
  'import town': {
    takes: 'FOLDER',
    does: 'brings in a town that was exported elsewhere',
    run: importTownFiles,
  },
  export: {
    takes: '--municipality GM0228 --to FOLDER [--with-personal]',
    does: 'exports a whole town in open formats',
    run: exportTownFiles,
  },
  'import municipalities': {
    takes: 'FILE.geojson [--serve GM0228] [--categories none] [--from DATE] [--end GM0229]',
    does: 'makes boundaries of municipalities known since a date, and serves some of them',
    run: importMunicipalities,
  },
  key: {
    takes: 'KIND --municipality GM0228 | --organisation ID',
    does: 'makes an API key (desk, administrator, integrator, party)',
    run: makeKey,
  },
  invite: {
    takes:
      'ADDRESS --role ROLE --municipality GM0228 [--organisation ID] [--areas ID,ID] [--up-to EUROS]',
    does: 'invites somebody to have an account and a role (docs/accounts.md)',
    run: invite,
  },
  endpoint: {
    takes: 'ORGANISATION URL | ORGANISATION mailto:ADDRESS [--language nl]',
    does: 'sets where an organisation is reached; of webhooks it prints the secret; with --open311 its own server (docs/parties.md)',
    run: setPartyEndpoint,
  },
  limits: {
    takes: 'ORGANISATION [--most-at-once N] [--most-per-minute N]',
    does: 'sets how much an endpoint takes',
    run: setLimits,
  },
  'test-party': {
    takes: 'ORGANISATION --municipality GM0228',
    does: 'tries how a party is reached, and tells each step',
    run: testParty,
  },
  'check mqtt': {
    takes: '[--thing ID]',
    does: 'checks that the broker of MQTT_URL loses nothing (docs/mosquitto)',
    run: checkMqtt,
  },
  coverage: {
    takes: '--municipality GM0228 [--category ID] [--area ID] [--at MOMENT] [--draft NAME]',
    does: 'shows where no agreement holds, or two, or none soon',
    run: coverage,
  },
  simulate: {
    takes: 'DRAFT --municipality GM0228 [--from DATE] [--to DATE]',
    does: 'tries a draft of agreements on the cases of the past',
    run: simulate,
  },
  verify: {
    takes: '[--municipality GM0228] [--anchor POSITION:DIGEST]',
    does: 'checks the chain of the journal',
    run: verify,
  },
  rebuild: {
    takes: '[keep] --municipality GM0228',
    does: 'makes the read tables again from the journal and compares',
    run: rebuild,
  },
  replay: {
    takes: '--municipality GM0228',
    does: 'takes every routing decision again and compares',
    run: replay,
  },
  destroy: {
    takes: 'CASE-NUMBER | --person E-MAIL --municipality GM0228',
    does: 'destroys the keys of personal data, for ever',
    run: destroy,
  },
}

export function usage(): string {
  const lines = Object.entries(COMMANDS).map(([name, { takes, does }]) => {
    const words = `  lantaarn ${name} ${takes}`
    return words.length < 72 ? words.padEnd(72) + does : `${words}\n${' '.repeat(72)}${does}`
  })
  return ['Commands:', ...lines].join('\n')
}
