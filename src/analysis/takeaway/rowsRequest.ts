// What is asked of a document to be taken away: rows of its table as they are shown, or values of it as JSON. Can be sent between threads. Types only.

import type { Pointer } from '../../json/pointer.ts';
import type { Annotation } from '../../response/annotations.ts';
import type { SampleOverlay } from '../../response/samples/sampleParts.ts';
import type { Captured } from '../capture.ts';
import type { OrderColumn } from '../order/orderRequest.ts';
import type { Changed, TableForm } from './tableWriter.ts';

/** `calls`: the tool calls, which on screen stand in the column of outputs. */
export interface RowsColumn {
  readonly id: OrderColumn | 'calls';
  readonly title: string;
}

/** What stands beside a row and not in the document. */
export interface BesideRow {
  readonly annotation?: Annotation;
  /** What the person's own patterns find, by pattern. */
  readonly captured?: readonly (Captured | undefined)[];
  /** Of a document that holds several responses: the name of its own. */
  readonly responseName?: string;
  /** The start of what it was asked. */
  readonly promptText?: string;
}

/** A stretch of the table. */
export interface RowsRequest {
  readonly form: TableForm;
  readonly columns: readonly RowsColumn[];
  /** As they are shown. */
  readonly positions: readonly number[];
  /** By row. */
  readonly beside: readonly (BesideRow | undefined)[];
  /** Of these rows. */
  readonly overlay: SampleOverlay;
  readonly hasHead: boolean;
  /** The line at which the text breaks off. */
  readonly brokenLine?: number;
}

export interface WrittenRows extends Changed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many of the rows are in them: one at least. */
  readonly count: number;
}

/**
 * What is written as the document writes it: the value at a place, or responses of a document that holds several, by their numbers (all where absent):
 * one is an object, more of them are an array of objects.
 */
export type JsonRequest = { readonly pointer: Pointer } | { readonly responses: readonly number[] | 'all' };

/** A stretch of it. */
export interface WrittenJson {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes of all of it. */
  readonly total: number;
}
