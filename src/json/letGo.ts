// Memory that is given back at once. Knows buffers only.

type Cells = Uint8Array | Uint32Array | Int32Array | Int8Array | Float64Array;

/**
 * Gives back the memory of cells that nobody reads any more: they are empty from here on. Without it that stays until the next collection, which
 * a worker that waits for questions may never come to. Browsers without `ArrayBuffer.prototype.transfer` (ES2024) leave it to that.
 */
export function letGo(...all: readonly Cells[]): void {
  for (const { buffer } of all) if (buffer instanceof ArrayBuffer) buffer.transfer?.(0);
}

/** The first `length` cells without spare room; those that had it are let go of. */
export function trimmed<T extends Cells>(cells: T, length: number): T {
  if (cells.length === length) return cells;
  // Sound: the slice of typed cells is of their type.
  const own = cells.slice(0, length) as T;
  letGo(cells);
  return own;
}

/** `larger` with the contents of `cells`, which are let go of: only for who alone holds them. */
export function moved<T extends Cells>(cells: T, larger: T): T {
  larger.set(cells);
  letGo(cells);
  return larger;
}
