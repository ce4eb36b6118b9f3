#!/usr/bin/env node
import { launch } from './bootstrap.mjs'

await launch('test/take-screens.ts', process.argv.slice(2))
