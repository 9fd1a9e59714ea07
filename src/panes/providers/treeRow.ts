// Everything that one row of the tree shows, gathered from the layout and what is known of its member. Pure.

import { childPointer, type Pointer, rootPointer } from '../../json/pointer.ts';
import { excerptReach } from '../../response/matches.ts';
import type { FoundPlace, NodeRow } from '../../response/questions.ts';
import { nodeText, quoted } from './nodeText.ts';
import type { TreeHint, TreeHints } from './treeHints.ts';
import {
  isContainer,
  isExpandable,
  isRepeated,
  placeAt,
  positionOf,
  type TreeLayout,
  type TreePlace,
} from './treeLayout.ts';
import type { TreeKnowledge } from './treePages.ts';

export interface TreeRowData {
  /** Absent for the root that stands alone. */
  readonly place: TreePlace | undefined;
  /** Undefined until the member is known. */
  readonly node: NodeRow | undefined;
  readonly pointer: Pointer | undefined;
  readonly key: string | undefined;
  /** What follows the key; an en dash until it is known. */
  readonly value: string;
  readonly isScalar: boolean;
  /** The start of the text of a closed choice, in quotes. */
  readonly start: string | undefined;
  readonly level: number;
  readonly position: number;
  readonly setSize: number;
  readonly isExpandable: boolean;
  readonly isExpanded: boolean;
  /** A later member has the same key: the pointer means that one. */
  readonly isRepeated: boolean;
  readonly hint: TreeHint | undefined;
  readonly found: FoundInRow | undefined;
}

/** What the search found in a row: `[from, to)` of the text to show in place of the key or value, which is a part of it where that is long. */
export interface FoundInRow {
  readonly part: 'key' | 'value';
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface TreeSight {
  readonly layout: TreeLayout;
  readonly knowledge: TreeKnowledge;
  readonly hints: TreeHints;
  readonly found?: FoundPlace | undefined;
}

/** The row with this number; undefined for the dividing row. */
export function treeRow(sight: TreeSight, row: number): TreeRowData | undefined {
  const place = placeAt(sight.layout, row);
  if (place) return memberRow(sight, place);
  if (!sight.layout.isRootAlone) return undefined;
  const node = sight.knowledge.node(rootPointer);
  return {
    place: undefined,
    node,
    pointer: rootPointer,
    key: undefined,
    value: node ? nodeText(node) : '–',
    isScalar: node !== undefined && !isContainer(node),
    start: undefined,
    level: 1,
    position: 1,
    setSize: 1,
    isExpandable: false,
    isExpanded: false,
    isRepeated: false,
    hint: undefined,
    found: undefined,
  };
}

/** Longer keys are cut. */
const shownKeyLength = 120;

function foundIn(place: FoundPlace, node: NodeRow): FoundInRow | undefined {
  const { part, range, excerpt } = place;
  if (part === 'between' || range === undefined || excerpt === undefined) return undefined;
  const shown = part === 'key' ? String(node.key).slice(0, shownKeyLength) : node.preview;
  const quote = part === 'value' && node.kind === 'string' ? 1 : 0;
  if (range.to <= shown.length) {
    const text = part === 'key' ? String(node.key) : nodeText(node);
    return { part, text, from: range.from + quote, to: range.to + quote };
  }
  const [own = { from: 0, to: 0 }] = excerpt.ranges;
  const goesOn = excerpt.text.length < excerptReach.after ? '' : '…';
  return { part, text: `…${excerpt.text}${goesOn}`, from: own.from + 1, to: own.to + 1 };
}

export function memberRow({ layout, knowledge, hints, found }: TreeSight, place: TreePlace): TreeRowData {
  const { branch, index } = place;
  const node = knowledge.row(branch.pointer, index);
  const pointer = node?.pointer ?? (branch.isArray ? childPointer(branch.pointer, index) : undefined);
  const hasOthers = node !== undefined && isRepeated(place, node, knowledge);
  const canExpand = node !== undefined && isExpandable(node) && !hasOthers && index !== branch.listed;
  const isExpanded = canExpand && pointer !== undefined && layout.branches.has(pointer);
  const hint = pointer === undefined || hasOthers ? undefined : hints.get(pointer);
  const text = hint?.textPointer !== undefined && !isExpanded ? knowledge.node(hint.textPointer) : undefined;
  const { position, size } = positionOf(layout, place);
  return {
    place,
    node,
    pointer,
    key: node?.key === undefined ? (branch.isArray ? String(index) : undefined) : String(node.key),
    value: node ? nodeText(node) : '–',
    isScalar: node !== undefined && !isContainer(node),
    start: text?.kind === 'string' ? quoted(text) : undefined,
    level: branch.level,
    position,
    setSize: size,
    isExpandable: canExpand,
    isExpanded,
    isRepeated: hasOthers,
    hint,
    found: found && node && !hasOthers && found.pointer === pointer ? foundIn(found, node) : undefined,
  };
}
