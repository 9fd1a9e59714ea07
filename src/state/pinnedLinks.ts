// A document with the links that a person set over the found ones. Pure; knows no store.

import { issuesWithPins } from '../analysis/pinnedIssues.ts';
import { type Pin, withPins } from '../analysis/pins.ts';
import { usageAgreement } from '../analysis/usage.ts';
import type { OpenDocument } from './documents.ts';

/** The document with the pins in force; itself where they change nothing. */
export function withPinnedLinks(document: OpenDocument, pins: readonly Pin[]): OpenDocument {
  if (pins.length === 0) return document;
  const linked = withPins(document, pins);
  if (linked.rows === document.rows) return document;
  const pinned = { ...document, ...linked, issues: issuesWithPins(document.issues, document, linked) };
  if (document.agreement === undefined) return pinned;
  const isBestOf = document.agreement.causes?.includes('best_of') ?? false;
  return { ...pinned, agreement: usageAgreement(document.usage?.usage, linked.providers, linked.rows, isBestOf) };
}
