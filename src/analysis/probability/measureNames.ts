// The measures that tokens can be coloured by. Apart from how they are computed, because the start of the page knows their names.

export const measures = ['probability', 'surprisal', 'rank', 'margin', 'entropy', 'confidence'] as const;
export type Measure = (typeof measures)[number];
