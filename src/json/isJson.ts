// Whether a short text by itself is JSON; a document goes through the strict pass instead.

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
