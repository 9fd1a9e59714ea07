// The names of the figures of a generation's tokens, as they stand in the address. What each is says `figureKinds.ts`.

export const figureIds = ['logprob', 'perplexity', 'lowest', 'lowest16', 'below', 'total'] as const;
export type FigureId = (typeof figureIds)[number];
