// What a menu on a row, a place of the tree or a difference lists: commands by their ids, the same as keys and the palette run. A null is a line between.

export type ContextName = 'generation' | 'place' | 'difference';

const places = ['copy-pointer', 'copy-jq', 'copy-python'] as const;

export const contextMenus: Readonly<Record<ContextName, readonly (string | null)[]>> = {
  generation: [
    'pane-generation',
    'choose',
    'baseline',
    'star',
    'compare',
    null,
    'copy-rows',
    'copy-generation',
    'download-generation',
    'download-response',
    'download-responses',
    null,
    ...places,
    'found-link',
  ],
  place: [
    'copy-value',
    ...places,
    null,
    'open-below',
    'close-below',
    'pane-source',
    null,
    'copy-provider',
    'download-provider',
    'copy-generation',
    'download-generation',
  ],
  difference: [
    'next-match',
    'previous-match',
    null,
    'copy-difference',
    'copy-markdown',
    'download-markdown',
    null,
    'back',
  ],
};

/** What each is called. */
export const contextNames: Readonly<Record<ContextName, string>> = {
  generation: 'Generation',
  place: 'Place',
  difference: 'Difference',
};
