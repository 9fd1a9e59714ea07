// A document with everything that a person put over what was found: estimated tokens, links set by hand, muted checks. What was read stays as it
// is, and each is taken back by no longer being asked for. Pure; knows no store.

import type { Pin } from '../analysis/pins.ts';
import type { OpenDocument } from './documents.ts';
import { type Estimates, withEstimates } from './estimates.ts';
import { withoutMuted } from './mutedChecks.ts';
import { withPinnedLinks } from './pinnedLinks.ts';

export interface Overlays {
  readonly estimates: Estimates | undefined;
  readonly pins: readonly Pin[];
  /** Ids of checks. */
  readonly muted: readonly string[];
  readonly names: ResponseNames | undefined;
}

/** By number of the response. */
export type ResponseNames = Readonly<Record<number, string>>;

/** The last answer per document: it is asked for by every selector, at every change of the store. */
const last = new WeakMap<OpenDocument, { readonly overlays: Overlays; readonly shown: OpenDocument }>();

/** The document with the overlays in force; itself where they change nothing, and the same object as long as they are the same. */
export function documentAsShown(document: OpenDocument, overlays: Overlays): OpenDocument {
  const { estimates, pins, muted, names } = overlays;
  if (estimates === undefined && pins.length === 0 && muted.length === 0 && names === undefined) return document;
  const known = last.get(document);
  if (
    known &&
    known.overlays.estimates === estimates &&
    known.overlays.pins === pins &&
    known.overlays.muted === muted &&
    known.overlays.names === names
  ) {
    return known.shown;
  }
  const shown = withoutMuted(withPinnedLinks(withEstimates(withNames(document, names), estimates), pins), muted);
  last.set(document, { overlays, shown });
  return shown;
}

function withNames(document: OpenDocument, given: ResponseNames | undefined): OpenDocument {
  const { responses } = document;
  if (responses === undefined || given === undefined) return document;
  return { ...document, responses: { ...responses, names: responses.names.map((name, at) => given[at] ?? name) } };
}
