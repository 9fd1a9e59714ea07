// The forms of input other than a JSON response, in the order in which they are tried. A new form is one file and one line here.

import { gzip, tar, zip, zstd } from './archives.ts';
import { around } from './around.ts';
import { arrows } from './arrows.ts';
import { base64Text } from './base64Text.ts';
import { cassette } from './cassette.ts';
import { containerLog } from './containerLog.ts';
import { csv } from './csv.ts';
import { fenced } from './fenced.ts';
import { foreignPrints } from './foreignPrints.ts';
import type { Form } from './form.ts';
import { har } from './har.ts';
import { http } from './http.ts';
import { javascript } from './javascript.ts';
import { linePrefix } from './linePrefix.ts';
import { lines } from './lines.ts';
import { logLines } from './logLines.ts';
import { notebook } from './notebook.ts';
import { pythonRepr } from './pythonRepr.ts';
import { escaped, quoted } from './quoted.ts';
import { recordedJson } from './recordedJson.ts';
import { refusals } from './refusals.ts';
import { roots } from './roots.ts';
import { eventStream, lineStream } from './streams.ts';
import { textAround } from './textAround.ts';
import { toolLogs } from './toolLogs.ts';
import { truncated } from './truncated.ts';
import { whiteSpace } from './whiteSpace.ts';

/** What is certain by its first bytes comes first, what is read with more goodwill later. */
export const forms: readonly Form[] = [
  // What is certain and cannot be read.
  ...refusals,
  // Archives, by their magic bytes.
  gzip,
  zstd,
  zip,
  tar,
  // JSON as it is copied from a page.
  whiteSpace,
  // Streams and what was sent over HTTP.
  http,
  eventStream,
  lineStream,
  // Logs of other tools, lists and lines of JSON.
  har,
  cassette,
  recordedJson,
  notebook,
  toolLogs,
  containerLog,
  lines,
  roots,
  around,
  // What another tool put before each line, tables, base64.
  linePrefix,
  csv,
  base64Text,
  // Fences, strings in strings, escaped text.
  fenced,
  quoted,
  escaped,
  // What other languages write, then Python, then JavaScript.
  arrows,
  ...foreignPrints,
  pythonRepr,
  javascript,
  // Values in a text of anything, and what breaks off.
  logLines,
  textAround,
  truncated,
];
