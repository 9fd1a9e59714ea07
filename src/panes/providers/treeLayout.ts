// Which row of the tree shows which member: containers that are open are flattened into row numbers without a row per member, so
// that an open array of a million items costs nothing. Pure; knows no screen and no provider.

import { type Pointer, parentPointer, pointerKeys, rootPointer } from '../../json/pointer.ts';
import type { NodeRow } from '../../response/questions.ts';
import { type PageNeed, pageSize, type TreeKnowledge } from './treePages.ts';

/** A container whose members are rows. */
export interface Branch {
  readonly pointer: Pointer;
  readonly isArray: boolean;
  /** Level of its members, from 1. */
  readonly level: number;
  readonly count: number;
  /** A member that stays closed here, because its own members are a section. */
  readonly listed?: number;
  /** Rows of the members and of everything open below them. */
  readonly size: number;
  readonly open: readonly OpenMember[];
  readonly parent?: Branch;
  readonly indexInParent: number;
}

/** A member that is open itself. */
export interface OpenMember {
  readonly index: number;
  /** Rows of the branch above the member's own row. */
  readonly rowsBefore: number;
  readonly branch: Branch;
}

/** The members of one container at level 1. */
export interface Section {
  readonly pointer: Pointer;
  readonly isArray: boolean;
  readonly count: number;
  readonly listed?: number;
}

export interface TreeLayout {
  /** One root branch per section; between two of them stands a dividing row. */
  readonly roots: readonly Branch[];
  /** True when the only row is the document's root itself. */
  readonly isRootAlone: boolean;
  readonly rowCount: number;
  readonly branches: ReadonlyMap<Pointer, Branch>;
  /** Pages without which parts of the layout are not known yet. */
  readonly missing: readonly PageNeed[];
  /** Members of objects of which it is not known yet where they stand. */
  readonly sought: readonly Pointer[];
}

/** Place of a row: a member of a container. */
export interface TreePlace {
  readonly branch: Branch;
  readonly index: number;
}

type Growing = { -readonly [Key in keyof Branch]: Branch[Key] } & { open: OpenMember[]; parent?: Growing };

const arrayIndex = /^(0|[1-9]\d{0,9})$/;

/** Lays out the sections with everything open in them. */
export function layOut(
  sections: readonly Section[],
  expanded: ReadonlySet<Pointer>,
  knowledge: TreeKnowledge,
): TreeLayout {
  const byParent = groupByParent(expanded);
  const missing: PageNeed[] = [];
  const sought: Pointer[] = [];
  const branches = new Map<Pointer, Branch>();
  const order: Growing[] = sections.map((section) => ({ ...section, level: 1, size: 0, open: [], indexInParent: 0 }));
  const roots = order.slice();

  // Breadth first and without recursion: nesting may be as deep as the text.
  for (let at = 0; at < order.length; at++) {
    const branch = order[at] as Growing;
    branches.set(branch.pointer, branch);
    for (const pointer of byParent.get(branch.pointer) ?? []) {
      const index = indexOfMember(branch, pointer, knowledge);
      if (index === undefined && !branch.isArray && !knowledge.isKnown(pointer)) sought.push(pointer);
      if (index === undefined || index === branch.listed) continue;
      const node = knowledge.row(branch.pointer, index);
      if (node === undefined) {
        missing.push({ pointer: branch.pointer, page: Math.floor(index / pageSize) });
      } else if (isExpandable(node)) {
        order.push({
          pointer,
          isArray: node.kind === 'array',
          level: branch.level + 1,
          count: node.childCount,
          size: 0,
          open: [],
          parent: branch,
          indexInParent: index,
        });
      }
    }
  }

  for (let at = order.length - 1; at >= 0; at--) {
    const branch = order[at] as Growing;
    branch.open.sort((a, b) => a.index - b.index);
    let openRows = 0;
    branch.open = branch.open.map((member) => {
      const rowsBefore = member.index + openRows;
      openRows += member.branch.size;
      return { ...member, rowsBefore };
    });
    branch.size = branch.count + openRows;
    branch.parent?.open.push({ index: branch.indexInParent, rowsBefore: 0, branch });
  }

  const rows = roots.reduce((sum, root) => sum + root.size, 0) + Math.max(0, roots.length - 1);
  const isRootAlone = rows === 0;
  return { roots, isRootAlone, rowCount: isRootAlone ? 1 : rows, branches, missing, sought };
}

/** The member that a row shows; undefined for the dividing row and for a root that stands alone. */
export function placeAt(layout: TreeLayout, row: number): TreePlace | undefined {
  let left = row;
  for (const root of layout.roots) {
    if (left < root.size) return placeIn(root, left);
    left -= root.size + 1;
    if (left < 0) return undefined;
  }
  return undefined;
}

function placeIn(root: Branch, row: number): TreePlace {
  let branch = root;
  let left = row;
  for (;;) {
    const member = lastOpenAt(branch.open, left);
    if (member === undefined) return { branch, index: left };
    const below = left - member.rowsBefore;
    if (below === 0) return { branch, index: member.index };
    if (below > member.branch.size) {
      const afterMember = member.index + below - member.branch.size;
      return { branch, index: afterMember };
    }
    branch = member.branch;
    left = below - 1;
  }
}

/** The row of a member, counted from the top of the tree. */
export function rowOf(layout: TreeLayout, { branch, index }: TreePlace): number {
  let row = rowInBranch(branch, index);
  let at = branch;
  while (at.parent) {
    row += rowInBranch(at.parent, at.indexInParent) + 1;
    at = at.parent;
  }
  for (const root of layout.roots) {
    if (root === at) return row;
    row += root.size + 1;
  }
  return row;
}

/** Where a pointer is shown; undefined while its container is closed or not known yet. */
export function placeOf(layout: TreeLayout, pointer: Pointer, knowledge: TreeKnowledge): TreePlace | undefined {
  const parent = parentPointer(pointer);
  const branch = parent === undefined ? undefined : layout.branches.get(parent);
  if (branch === undefined) return undefined;
  const index = indexOfMember(branch, pointer, knowledge);
  return index === undefined ? undefined : { branch, index };
}

/** The open containers around a place, outermost first. */
export function ancestorsOf({ branch }: TreePlace): readonly TreePlace[] {
  const places: TreePlace[] = [];
  for (let at = branch; at.parent; at = at.parent) places.push({ branch: at.parent, index: at.indexInParent });
  return places.reverse();
}

/** Place among its siblings as assistive technology counts them: sections share level 1. */
export function positionOf(layout: TreeLayout, place: TreePlace): { readonly position: number; readonly size: number } {
  const position = place.index + 1;
  if (place.branch.parent) return { position, size: place.branch.count };
  let before = 0;
  let size = 0;
  let isBefore = true;
  for (const root of layout.roots) {
    if (root === place.branch) isBefore = false;
    const members = root.count;
    if (isBefore) before += members;
    size += members;
  }
  return { position: before + position, size };
}

/** Pages that hold the members of rows `[from, to)`. */
export function pagesOfRows(layout: TreeLayout, from: number, to: number): readonly PageNeed[] {
  const needs = new Map<string, PageNeed>();
  for (let row = Math.max(0, from); row < Math.min(to, layout.rowCount); row++) {
    const place = placeAt(layout, row);
    if (!place) continue;
    const need = { pointer: place.branch.pointer, page: Math.floor(place.index / pageSize) };
    needs.set(`${need.page} ${need.pointer}`, need);
  }
  return [...needs.values()];
}

export function isContainer(node: NodeRow): boolean {
  return node.kind === 'object' || node.kind === 'array';
}

export function isExpandable(node: NodeRow): boolean {
  return isContainer(node) && node.childCount > 0;
}

/** A member that a later one with the same key stands in front of: its pointer means the later one. */
export function isRepeated(place: TreePlace, node: NodeRow, knowledge: TreeKnowledge): boolean {
  return typeof node.key === 'string' && (knowledge.indexOf(place.branch.pointer, node.key) ?? 0) > place.index;
}

function groupByParent(pointers: ReadonlySet<Pointer>): ReadonlyMap<Pointer, readonly Pointer[]> {
  const groups = new Map<Pointer, Pointer[]>();
  for (const pointer of pointers) {
    const parent = parentPointer(pointer);
    if (parent === undefined) continue;
    const group = groups.get(parent);
    if (group) group.push(pointer);
    else groups.set(parent, [pointer]);
  }
  return groups;
}

function indexOfMember(branch: Branch, pointer: Pointer, knowledge: TreeKnowledge): number | undefined {
  // Only the last step is needed: unescaping the whole way would be slow for very deep places.
  const [key = ''] = pointerKeys(pointer.slice(branch.pointer.length) as Pointer);
  if (branch.isArray) {
    const index = arrayIndex.test(key) ? Number(key) : Number.POSITIVE_INFINITY;
    return index < branch.count ? index : undefined;
  }
  return knowledge.indexOf(branch.pointer, key);
}

function rowInBranch(branch: Branch, index: number): number {
  let rows = index;
  const before = lastOpenBefore(branch.open, index);
  if (before) rows = before.rowsBefore + before.branch.size + rows - before.index;
  return rows;
}

function lastOpenAt(open: readonly OpenMember[], row: number): OpenMember | undefined {
  return open[lastIndex(open, (member) => member.rowsBefore <= row)];
}

function lastOpenBefore(open: readonly OpenMember[], index: number): OpenMember | undefined {
  return open[lastIndex(open, (member) => member.index < index)];
}

/** Last item for which the condition holds, where it holds for a beginning of the list; -1 for none. */
function lastIndex<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The section of a root of the document; `listed` is the member whose items are a section of their own. */
export function rootSection(node: NodeRow, listed: number | undefined): Section {
  const section = { pointer: rootPointer, isArray: node.kind === 'array', count: node.childCount };
  return listed === undefined ? section : { ...section, listed };
}
