// Gives a person a file through the browser's own downloads. Knows nothing of what is in it.

/** How long the browser may take to begin reading it. */
const readableMs = 60_000;

export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), readableMs);
}
