import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'
import { pureParts } from './pure-parts.ts'
import { stylesOfScripts } from './styles-of-scripts.ts'
import { usedRules } from './used-rules.ts'
import { usedTokens } from './used-tokens.ts'

export default defineConfig({
  plugins: [stylesOfScripts(), pureParts(), reactRouter(), usedRules(), usedTokens()],
  // Nothing becomes a data: address: fonts come from ourselves, and the policy stays narrow.
  build: { assetsInlineLimit: 0, reportCompressedSize: false },
  // One file, built for production whatever NODE_ENV says, with one React in it.
  ssr: { noExternal: true },
  worker: { format: 'es' },
  logLevel: 'warn',
})
