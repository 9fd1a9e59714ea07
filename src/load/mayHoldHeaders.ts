// Whether a content may hold values of headers, told by its start alone: only a reading of all of it says. Knows no form.

const startBytes = 65_536;
const words = /"log"\s*:|headers|authori[sz]ation|cookie|api-?key|bearer |HTTP\/\d|interactions:/i;

/** True also for what is packed, which does not show what is in it. */
export async function mayHoldHeaders(content: Blob): Promise<boolean> {
  const bytes = new Uint8Array(await content.slice(0, startBytes).arrayBuffer());
  return isPacked(bytes) || words.test(new TextDecoder().decode(bytes));
}

/** gzip, zip, zstd, tar. */
function isPacked(bytes: Uint8Array): boolean {
  const [a, b, c] = bytes;
  if ((a === 0x1f && b === 0x8b) || (a === 0x50 && b === 0x4b) || (a === 0x28 && b === 0xb5 && c === 0x2f)) return true;
  return new TextDecoder().decode(bytes.subarray(257, 262)) === 'ustar';
}
