// Patterns of paths that the shell did not expand, as on Windows or in quotes: * and ? within a name, [abc] for one of them, ** for any folders between.
// Pure; knows no disk.

/** @param {string} text @returns {boolean} whether it means more than the one path that it spells */
export function isPattern(text) {
  return /[*?]|\[[^\]/]+\]/.test(text);
}

/**
 * The folder that a pattern starts from, and what follows, a segment for each folder and the name.
 * @param {string} pattern with / between segments
 * @returns {{ readonly base: string, readonly segments: readonly string[] }} `base` is empty for the present folder
 */
export function splitPattern(pattern) {
  const segments = pattern.split('/');
  const first = segments.findIndex(isPattern);
  const base = segments.slice(0, first).join('/');
  return {
    // The root of the disk is all that an empty first segment can mean.
    base: first > 0 && base === '' ? '/' : base,
    segments: segments.slice(first).filter((segment) => segment !== ''),
  };
}

/**
 * Whether a name is one that a segment means. As in a shell, a hidden name needs its dot in the pattern.
 * @param {string} segment without /, not **
 * @param {string} name
 */
export function matchesName(segment, name) {
  if (name.startsWith('.') && !segment.startsWith('.')) return false;
  return expressionOf(segment).test(name);
}

/** @param {string} segment */
function expressionOf(segment) {
  const source = segment.replace(/\*+|\?|\[(!?)([^\]/]+)\]|[\\^$.|+(){}[\]]/g, (sign, isOther, signs) => {
    if (sign.startsWith('*')) return '.*';
    if (sign === '?') return '.';
    if (signs !== undefined) return `[${isOther === '!' ? '^' : ''}${signs.replace(/[\\^[]/g, '\\$&')}]`;
    return `\\${sign}`;
  });
  try {
    return new RegExp(`^${source}$`, 'su');
  } catch {
    // A range that runs backwards matches nothing, as in a shell.
    return /(?!)/;
  }
}
