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
  // One file, with one React in it.
  ssr: { noExternal: true },
  // Whatever NODE_ENV says where it runs: React for development makes a stack for each element of each page.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  worker: { format: 'es' },
  logLevel: 'warn',
})
