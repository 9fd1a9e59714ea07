// The forms of input other than a JSON response, in the order in which they are tried. A new form is one file and one line here.

import type { Form } from './form.ts';
import { pythonRepr } from './pythonRepr.ts';
import { eventStream, lineStream } from './streams.ts';

/** What is certain by its first bytes comes first, what is read with more goodwill later. */
export const forms: readonly Form[] = [
  // Archives, by their magic bytes.
  // Streams and what was sent over HTTP.
  eventStream,
  lineStream,
  // Logs of other tools, lists and lines of JSON.
  // Text around, strings in strings, escaped text.
  // Python, then JavaScript.
  pythonRepr,
  // Text that breaks off.
];
