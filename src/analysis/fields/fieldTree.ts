// The union of the paths of several JSON texts, and what each sample has at each of them. Knows JSON texts of samples; not
// what is a majority.

import { kindCode, kindOf, type NodeKind, type NodeTable } from '../../json/nodeTable.ts';
import { type SyntaxProblem, strictPass } from '../../json/strict.ts';
import { lexeme, readString } from '../../json/text.ts';
import type { JsonPart } from './jsonParts.ts';
import { numberKey } from './numberKey.ts';

/** What one sample has at one path. */
export interface FieldValue {
  readonly kind: NodeKind;
  /** As it is written; of objects and arrays that have members `{` or `[` only. */
  readonly lexeme: string;
  /** Equal for values that count as equal. Arrays are equal when they are as long, objects when both have members. */
  readonly key: string;
  /** Members of an object or array. */
  readonly memberCount: number;
}

/** A path of the union, with its members in an order that keeps that of the samples. */
export interface FieldNode {
  /** The key or, in arrays, the position. */
  readonly key: string;
  readonly isItem: boolean;
  readonly parent: FieldNode | undefined;
  /** By sample; a missing entry is a missing value. */
  readonly values: Map<number, FieldValue>;
  readonly members: FieldNode[];
  /** Members by `.key` or `#position`. */
  readonly byKey: Map<string, FieldNode>;
}

/** A JSON text that does not parse. */
export interface FieldError {
  readonly sample: number;
  /** Which of the sample's JSON texts, and its label. */
  readonly part: number;
  readonly label?: string;
  readonly text: string;
  readonly problem: SyntaxProblem;
}

export interface FieldTree {
  readonly root: FieldNode;
  /** Samples whose JSON texts all parse, rising. */
  readonly parsed: readonly number[];
  readonly errors: readonly FieldError[];
  /** Samples without any JSON text, rising. */
  readonly without: readonly number[];
  /** True when there were more paths than are kept. */
  readonly isCut: boolean;
}

/** What lies deeper is compared as text. */
const mostDepth = 40;
const mostNodes = 20_000;

/** Reads the JSON texts of all samples. A sample with a text that does not parse has no values at all. */
export function readFieldTree(samples: readonly (readonly JsonPart[])[]): FieldTree {
  const reading = new Reading();
  const parsed: number[] = [];
  const errors: FieldError[] = [];
  const without: number[] = [];
  samples.forEach((parts, sample) => {
    if (parts.length === 0) {
      without.push(sample);
      return;
    }
    const documents = parts.map(({ text }) => {
      const bytes = new TextEncoder().encode(text);
      return { bytes, ...strictPass(bytes, { depth: mostDepth }) };
    });
    const failed = documents.findIndex(({ error }) => error !== undefined);
    const problem = documents[failed]?.error;
    const failedPart = parts[failed];
    if (problem && failedPart) {
      errors.push({ sample, part: failed, ...failedPart, problem });
      return;
    }
    parsed.push(sample);
    let previous: FieldNode | undefined;
    documents.forEach(({ bytes, table }, part) => {
      const label = parts[part]?.label;
      if (label !== undefined && previous === undefined) reading.setLabels(sample, parts.length);
      const top = label === undefined ? reading.root : reading.member(reading.root, label, false, previous);
      if (top) reading.add(sample, bytes, table, top);
      previous = label === undefined ? undefined : top;
    });
  });
  return { root: reading.root, parsed, errors, without, isCut: reading.isCut };
}

function newNode(key: string, isItem: boolean, parent: FieldNode | undefined): FieldNode {
  return { key, isItem, parent, values: new Map(), members: [], byKey: new Map() };
}

class Reading {
  readonly root = newNode('', false, undefined);
  isCut = false;
  #count = 1;

  /** The root of a sample that has several JSON texts stands for all of them. */
  setLabels(sample: number, count: number): void {
    this.root.values.set(sample, { kind: 'object', lexeme: '{', key: '{', memberCount: count });
  }

  /** The member of a node, made where there is none: after the one before it in this sample. */
  member(parent: FieldNode, key: string, isItem: boolean, previous: FieldNode | undefined): FieldNode | undefined {
    const id = isItem ? `#${key}` : `.${key}`;
    const known = parent.byKey.get(id);
    if (known) return known;
    if (this.#count >= mostNodes) {
      this.isCut = true;
      return undefined;
    }
    this.#count++;
    const node = newNode(key, isItem, parent);
    parent.byKey.set(id, node);
    if (parent.members.at(-1) === previous) parent.members.push(node);
    else parent.members.splice(previous ? parent.members.indexOf(previous) + 1 : 0, 0, node);
    return node;
  }

  add(sample: number, bytes: Uint8Array, table: NodeTable, top: FieldNode): void {
    const nodeOf: (FieldNode | undefined)[] = [];
    const lastMember: (FieldNode | undefined)[] = [];
    const position: number[] = [];
    for (let row = 0; row < table.count; row++) {
      const parentRow = table.parent[row] as number;
      position[row] = 0;
      let node: FieldNode | undefined = top;
      if (parentRow >= 0) {
        const parent = nodeOf[parentRow];
        if (parent === undefined) continue;
        const isItem = table.kind[parentRow] === kindCode.array;
        const at = position[parentRow] as number;
        position[parentRow] = at + 1;
        const key = isItem ? String(at) : readString(bytes, table.keyFrom[row] as number, table.keyTo[row] as number);
        node = this.member(parent, key, isItem, lastMember[parentRow]);
        if (node) lastMember[parentRow] = node;
      }
      nodeOf[row] = node;
      if (node === undefined) continue;
      // Of duplicate keys the last counts, and with it all that lies below.
      if (node.values.has(sample)) forget(node, sample);
      node.values.set(sample, valueAt(bytes, table, row));
    }
  }
}

function forget(node: FieldNode, sample: number): void {
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.values.delete(sample)) open.push(...next.members);
  }
}

function valueAt(bytes: Uint8Array, table: NodeTable, row: number): FieldValue {
  const kind = kindOf(table, row);
  const from = table.from[row] as number;
  const to = table.to[row] as number;
  const memberCount = table.childCount[row] as number;
  if (kind === 'object' || kind === 'array') {
    if (memberCount === 0) return { kind, lexeme: kind === 'object' ? '{}' : '[]', key: kind, memberCount };
    const open = kind === 'object' ? '{' : '[';
    if (table.firstChild[row] === -1) {
      const text = lexeme(bytes, from, to);
      return { kind, lexeme: text, key: text, memberCount };
    }
    return { kind, lexeme: open, key: kind === 'object' ? open : `[${memberCount}`, memberCount };
  }
  const text = lexeme(bytes, from, to);
  if (kind === 'string') return { kind, lexeme: text, key: `"${readString(bytes, from, to)}`, memberCount };
  return { kind, lexeme: text, key: kind === 'number' ? numberKey(text) : text, memberCount };
}
