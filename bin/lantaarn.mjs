#!/usr/bin/env node
import { launch } from './bootstrap.mjs'

await launch('src/main.ts', process.argv.slice(2))
