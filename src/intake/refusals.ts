// What people bring by mistake and what helps: the tree of the developer tools, a page of HTML, files of other programs. Each is a form that is always
// refused. Knows no form that is read.

import type { Form, Head, Refusal } from './form.ts';

interface Known {
  readonly id: string;
  is(head: Head): boolean;
  readonly title: string;
  readonly detail: string;
  readonly advice: string;
}

const openJson = 'Open the JSON of the response instead.';

const known: readonly Known[] = [
  {
    id: 'devtools-tree',
    // `data: Array(1)` above `0:` with deeper lines, as it is copied from the console or the network panel; or the one line of an object that was not unfolded.
    is: ({ text, isWhole }) =>
      (treeLine.test(text) && !/^[\s\uFEFF]*[{[]\s*["'\n]/.test(text)) || (isWhole && foldedLine.test(text.trim())),
    title: 'This is the tree of the developer tools, not the object',
    detail: 'What is folded in the tree was not copied: lists stand as Array(1), objects as {…}.',
    advice:
      'Right-click the object in the console and choose “Copy object”, or run copy(response) there; in the network panel choose “Copy response”. Then paste again.',
  },
  {
    id: 'object-object',
    is: ({ text, isWhole }) => isWhole && /^\s*(?:\[object \w+\][\s,]*)+$/.test(text),
    title: 'This is what JavaScript writes in the place of an object',
    detail: 'Nothing of the response is in it.',
    advice: 'Print JSON.stringify(response, null, 2) instead of the object, and paste that.',
  },
  {
    id: 'login-page',
    is: ({ text }) => isHtml(text) && /type=["']?password|sign[ -]?in|log[ -]?in/i.test(text),
    title: 'This is a page to sign in, not a response',
    detail: 'The address answered with HTML that asks for a password: the session or the key was not accepted.',
    advice: 'Sign in, or send the key in the header that the interface asks for, and save its answer again.',
  },
  {
    id: 'html',
    is: ({ text }) => isHtml(text),
    title: 'This is a page of HTML, not a response',
    detail: 'A proxy, a wrong address or an error answers so: the title of the page often says which.',
    advice: 'Check the address that was called and its status, and save the answer of the interface itself.',
  },
  {
    id: 'rtf',
    is: ({ text }) => /^\s*\{\\rtf/.test(text),
    title: 'This is rich text (RTF)',
    detail: 'An editor saved the response with its formatting, and its quotes and brackets are escaped.',
    advice: 'Open it in the editor that saved it, copy the text and paste it here, or save it as plain text.',
  },
  {
    id: 'xml',
    is: ({ text }) => /^[\s\uFEFF]*<\?xml\b/.test(text),
    title: 'This is XML',
    detail: 'An error of a cloud storage or of a gateway is often XML. A completion response is JSON.',
    advice: openJson,
  },
];

/** `data: Array(1)`, `data: Array (1)`, `▶ 0: {index: 0, …}`. */
const treeLine =
  /^(?:[^\S\n]|[▶▼▸▾►])*[\w$"']+[^\S\n]*:\s*(?:Array ?\(\d+\)|\(\d+\)\s*\[|\{…\}|\{[^{}\n]*…\}|\[[^[\]\n]*…\])/m;

/** `▶ {id: 'chatcmpl-1', choices: Array(1)}`: one line, and the list that holds the samples is folded in it. */
const foldedLine =
  /^(?:[^\S\n]|[▶▼▸▾►])*(?:\w+[^\S\n]+)?\{(?:[^\n]*[,{\s])?["']?(?:data|provider_responses|choices|candidates)["']?:[^\S\n]*(?:Array ?\(\d+\)|\[…\]|\{…\})[^\n]*\}$/;

function isHtml(text: string): boolean {
  return /^[\s\uFEFF]*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(text);
}

export const refusals: readonly Form[] = known.map(({ id, is, ...words }) => ({
  id,
  looksLike: is,
  read: (): Refusal => ({ isRefused: true, ...words }),
}));
