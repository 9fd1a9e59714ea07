// Puts something on the clipboard and says so. Knows no button.

import { announce } from './announce.ts';
import { copyText } from './copyText.ts';

/** `what` names it for people: `Value`. True when it was copied. */
export async function copyAndSay(what: string, text: string | Promise<string>): Promise<boolean> {
  const outcome = await copyText(text);
  announce(outcome.ok ? `${what} copied` : `Not copied. ${outcome.reason}`);
  return outcome.ok;
}
