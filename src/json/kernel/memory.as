// Where everything stands in the memory of the kernel. What is exported here and in kernel.as is what kernel.ts finds there; nothing else knows a place.

/** Registers of 32 bits, by number: state, start of the token, whether a string needs decoding, level, position, depth of the table, keys in the register,
 * first row of the window and rows in it, lines, first span of the window and all spans, corrections. */
export const registersAt: usize = 1024;
export const stateAt: usize = registersAt;
export const tokenFromAt: usize = registersAt + 4;
export const needsDecodingAt: usize = registersAt + 8;
export const levelAt: usize = registersAt + 12;
export const positionAt: usize = registersAt + 16;
export const depthAt: usize = registersAt + 20;
export const keyCountAt: usize = registersAt + 24;
export const rowBaseAt: usize = registersAt + 28;
export const rowCountAt: usize = registersAt + 32;
export const lineCountAt: usize = registersAt + 36;
export const spanBaseAt: usize = registersAt + 40;
export const spanCountAt: usize = registersAt + 44;
export const fixCountAt: usize = registersAt + 48;

/** Powers of ten from 1 to 10²², as doubles. */
export const powersAt: usize = 1152;
export const powerCount: usize = 23;

/** The containers that are open, as in containerStack.ts. */
export const mostLevels: u32 = 1024;
export const kindsAt: usize = 2048;
export const fromsAt: usize = kindsAt + 1024;
export const nodesAt: usize = fromsAt + 4096;
export const lastsAt: usize = nodesAt + 4096;
export const countsAt: usize = lastsAt + 4096;
export const keyFromsAt: usize = countsAt + 4096;
export const keyTosAt: usize = keyFromsAt + 4096;
export const keyBasesAt: usize = keyTosAt + 4096;

/** The keys of the last object on each level, as in keySequences.ts: 64 levels of 32 keys of 32 bytes. */
export const sequenceLevels: u32 = 64;
export const sequenceKeys: u32 = 32;
export const followedAt: usize = keyBasesAt + 4096;
export const sharedAt: usize = followedAt + 64;
export const lengthsAt: usize = sharedAt + 64;
export const slotsAt: usize = lengthsAt + 2048;

/** New rows, as in nodeTable.ts. */
export const mostRows: u32 = 8192;
export const rowKindAt: usize = slotsAt + 65536;
export const rowFlagsAt: usize = rowKindAt + 8192;
export const rowFromAt: usize = rowFlagsAt + 8192;
export const rowToAt: usize = rowFromAt + 32768;
export const rowKeyFromAt: usize = rowToAt + 32768;
export const rowKeyToAt: usize = rowKeyFromAt + 32768;
export const rowParentAt: usize = rowKeyToAt + 32768;
export const rowFirstAt: usize = rowParentAt + 32768;
export const rowNextAt: usize = rowFirstAt + 32768;
export const rowChildrenAt: usize = rowNextAt + 32768;

export const mostLines: u32 = 16384;
export const linesAt: usize = rowChildrenAt + 32768;

/** New spans, and by level the one that is open, as in spans.ts. */
export const mostSpans: u32 = 4096;
export const deepestSpan: u32 = 24;
export const spanFromAt: usize = linesAt + 65536;
export const spanToAt: usize = spanFromAt + 16384;
export const spanMembersAt: usize = spanToAt + 16384;
export const spanOpenAt: usize = spanMembersAt + 16384;

/** What is to be changed in rows and spans that were handed over before, three for each open container at most: what, which one, two values. */
export const fixesAt: usize = spanOpenAt + 96;

/** The window of the text; so many bytes behind the end of a run are looked at. */
export const textAt: usize = fixesAt + 65536;
export const textBytes: usize = 262144;
export const lookahead: usize = 64;

// Inlined by the compiler.
export function at32(base: usize, index: u32): u32 {
  return load<u32>(base + ((<usize>index) << 2));
}

export function put32(base: usize, index: u32, to: u32): void {
  store<u32>(base + ((<usize>index) << 2), to);
}
