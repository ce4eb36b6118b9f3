#!/usr/bin/env node
import { launch } from './bootstrap.mjs'

await launch('test/run.ts', process.argv.slice(2))
