#!/usr/bin/env node
import { launch } from './bootstrap.mjs'

await launch('bench/index.ts', process.argv.slice(2))
