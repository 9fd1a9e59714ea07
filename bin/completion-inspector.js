#!/usr/bin/env node
// The package's command: serves the built page on this machine and opens files in it. All of it stands in commandLine.js.
import { run } from './commandLine.js';

process.exitCode = await run(process.argv.slice(2), { directory: process.cwd() });
