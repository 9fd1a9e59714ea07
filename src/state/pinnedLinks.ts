// A document with the links that a person set over the found ones. Pure; knows no store.

import { issuesWithPins } from '../analysis/pinnedIssues.ts';
import { type Pin, withPins } from '../analysis/pins.ts';
import { countedProviders, generationUsageRows, usageAgreement } from '../analysis/usage.ts';
import type { OpenDocument } from './documents.ts';

/** The document with the pins in force; itself where they change nothing. */
export function withPinnedLinks(document: OpenDocument, pins: readonly Pin[]): OpenDocument {
  if (pins.length === 0) return document;
  const linked = withPins(document, pins);
  if (linked.rows === document.rows) return document;
  const others = document.usage.filter((row) => row.source !== 'generation');
  const usage = document.usage.length === 0 ? document.usage : [...others, ...generationUsageRows(linked.rows)];
  const pinned = { ...document, ...linked, usage, issues: issuesWithPins(document.issues, document, linked) };
  if (document.agreement === undefined) return pinned;
  const stated = usage.find((row) => row.source === 'response')?.usage;
  const isBestOf = document.agreement.causes?.includes('best_of') ?? false;
  return { ...pinned, agreement: usageAgreement(stated, countedProviders(linked.providers), linked.rows, isBestOf) };
}
