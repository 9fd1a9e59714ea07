// Whether a text is sound JSON: short ones told by the platform, which starts faster than the strict pass. Knows no form.

import { startStrictPass } from '../json/strict.ts';

export function isSound(bytes: Uint8Array): boolean {
  return isPlainJson(bytes) || startStrictPass(bytes, { depth: 0 }).finish().error === undefined;
}

/** What is short and right for the platform is right for the strict pass, which takes longer to start than to read it. */
function isPlainJson(bytes: Uint8Array): boolean {
  if (bytes.length > shortText) return false;
  try {
    JSON.parse(utf8.decode(bytes));
    return true;
  } catch {
    return false;
  }
}

const shortText = 65_536;
const utf8 = new TextDecoder('utf-8', { fatal: true });
