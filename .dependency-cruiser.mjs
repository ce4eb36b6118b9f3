/** Floors of the house: a room may import rooms named before it, never after. */
const FLOORS = ['kernel', 'languages', 'platform', 'journal', 'modules', 'standards']
/** Floors among the modules, ground first. */
const MODULES = [
  'directory',
  'identity',
  'places',
  'categories',
  'agreements',
  'duty',
  'cases',
  'things',
  'delivery',
  'subscriptions',
]
/** What sees all rooms and is seen by none. */
const ROOF = '^src/(composition/|commands/|[^/]+[.]ts$)'
/** Files of a module that touch the world; all others are rules, and answer the same to the same question. */
const WORLDLY = [
  '[a-z-]*commands',
  '[a-z-]*queries',
  'projections',
  'wrongful-projection',
  'addressee',
  'routes/.+',
  'door',
  'history',
  'rebuild',
  'replay-rows',
  'case-rows',
  'assignment-rows',
  'complete-rows',
  'sealing',
  'photos',
  'follow-through',
  'sweep-photos',
  'working-set',
  'keys',
  'mail-addresses',
  'webhook',
  'attempt-log',
  '[a-z]+-message',
  'assignment-mail',
  'case-timers',
  'case-number',
  'named-contact',
  'password-resets',
  'digest-mail',
  'digest-timers',
  'end-timers',
  'keep-seals',
  'case-stream',
  'default-templates',
  'notices',
  'reporter-notices',
  'import-state',
  'place-rows',
  'transfer',
  'accounts',
  'recovery-codes',
  'account-deletion',
  'authentication',
  'departures',
  'invitations',
  'let-in',
  'oidc-exchange',
  'oidc-file',
  'processing-log',
  'sessions',
  'shared-attempts',
  'used-codes',
]

const upward = (base, names) =>
  names.slice(0, -1).map((room, i) => {
    const above = names.slice(i + 1)
    return {
      name: `${room}-looks-up`,
      comment: `${base}/${room} stands below ${above.join(', ')}; let them import it, or move the name down`,
      severity: 'error',
      from: { path: `^${base}/${room}/` },
      to: { path: `^${base}/(${above.join('|')})/` },
    }
  })

const rules = {
  path: '^src/modules/[^/]+/',
  pathNot: `^src/modules/[^/]+/(index|${WORLDLY.join('|')})[.]ts$`,
}

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'split the file that both need',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...upward('src', FLOORS),
    ...upward('src/modules', MODULES),
    {
      name: 'nothing-above-the-roof',
      comment: 'the composition hands a room what it needs; the room does not fetch it there',
      severity: 'error',
      from: { path: `^src/(${FLOORS.join('|')})/` },
      to: { path: ROOF },
    },
    {
      name: 'doors-only',
      comment: 'another room is entered by its #door, not by a path into it',
      severity: 'error',
      from: { path: '^src/((?:modules|standards|languages)/[^/]+|kernel|platform|journal)/' },
      to: {
        path: `^src/(${FLOORS.join('|')})/`,
        pathNot: '^src/$1/',
        dependencyTypesNot: ['aliased-subpath-import'],
      },
    },
    {
      name: 'roof-by-doors',
      comment: 'the program, too, enters a room by its #door',
      severity: 'error',
      from: { path: ROOF },
      to: {
        path: `^src/(${FLOORS.join('|')})/`,
        dependencyTypesNot: ['aliased-subpath-import'],
      },
    },
    {
      name: 'web-is-a-client',
      comment:
        'the web app learns what it shows over the HTTP API, and nothing of how the program is made',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|test|bench)/' },
    },
    {
      name: 'src-knows-no-page',
      comment: 'the program serves the build of the web app and imports nothing of it',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^web/' },
    },
    ...upward('web/app', ['components', 'features', 'routes']),
    {
      name: 'features-stay-apart',
      comment: 'what two features need is a component, or stands beside them',
      severity: 'error',
      from: { path: '^web/app/features/([^/]+)/' },
      to: { path: '^web/app/features/', pathNot: '^web/app/features/$1/' },
    },
    {
      name: 'islands-stand-alone',
      comment: 'a page for residents ships no framework',
      severity: 'error',
      from: { path: '^web/islands/' },
      to: { path: '^web/app/|node_modules/react' },
    },
    {
      name: 'standards-stay-apart',
      comment: 'a standard does not lean on another standard',
      severity: 'error',
      from: { path: '^src/standards/([^/]+)/' },
      to: { path: '^src/standards/', pathNot: '^src/standards/$1/' },
    },
    {
      name: 'rules-do-no-io',
      comment: 'a rule of the domain is pure: time, ids and facts are handed to it',
      severity: 'error',
      from: rules,
      to: { path: '^src/(platform|journal)/|(^|/)node_modules/pg/' },
    },
    {
      name: 'rules-know-no-machine',
      comment: 'a rule of the domain asks nothing of the machine that it runs on',
      severity: 'error',
      from: rules,
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rules-stay-among-rules',
      comment: 'a rule that imports a query or a command is no rule any more',
      severity: 'error',
      from: rules,
      to: { path: `^src/modules/[^/]+/(${WORLDLY.join('|')})[.]ts$` },
    },
    {
      name: 'nothing-unresolved',
      comment: 'an import that leads nowhere cannot be checked by the other rules',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: '[.]test[.]ts$',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.json'],
    },
  },
}
