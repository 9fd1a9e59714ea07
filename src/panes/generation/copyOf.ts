// What the copy button of the pane copies: all of what the tab shows, also where only a part of it is on screen.

import { childPointer } from '../../json/pointer.ts';
import type { GenerationDetail, Questions } from '../../response/questions.ts';
import type { ChoiceRow, GenerationRow } from '../../response/rows.ts';
import type { ListedToken } from '../../response/tokens/token.ts';
import type { GenerationTab } from '../../state/view.ts';
import { wholeOf, wholeText } from './wholeText.ts';

export interface CopyRequest {
  readonly tab: GenerationTab;
  readonly row: GenerationRow;
  /** Of this generation; absent until it is known. */
  readonly detail: GenerationDetail | undefined;
  readonly isRaw: boolean;
  /** The choice that it is linked to. */
  readonly choice: Pick<ChoiceRow, 'pointer' | 'position'> | undefined;
  readonly questions: Questions;
}

/** Name and text of the copy button. Output, raw output and JSON are copied verbatim, tokens as a table, the other tabs as JSON source. */
export function copyOf(request: CopyRequest): {
  readonly label: string;
  readonly text: string | (() => Promise<string>);
} {
  const { tab, row, detail, isRaw, choice, questions } = request;
  const source = async (key: string): Promise<string> => {
    const text = await questions.source(childPointer(row.pointer, key));
    if (text === undefined) throw new Error(`This generation has no ${key}.`);
    return text;
  };
  switch (tab) {
    case 'output': {
      const [label, known] = isRaw
        ? (['Copy raw output', detail?.rawOutput] as const)
        : (['Copy output', detail?.output] as const);
      const isWhole = known !== undefined && known.text.length === known.totalLength;
      if (isWhole) return { label, text: known.text };
      return {
        label,
        text: () =>
          isRaw
            ? wholeText(questions, childPointer(row.pointer, 'raw_output'))
            : wholeOf((from, length) => questions.output(row.position, from, length)),
      };
    }
    case 'tokens':
      return {
        label: 'Copy tokens',
        text: async () => {
          const listing = choice && (await questions.tokenListing(choice.pointer, choice.position));
          if (listing === undefined) throw new Error('This generation lists no tokens.');
          return tokensText(listing.tokens);
        },
      };
    case 'inputs':
      return { label: 'Copy inputs', text: () => source('inputs') };
    case 'messages':
      return { label: 'Copy messages', text: () => source('messages') };
    case 'tools':
      return { label: 'Copy tool calls and results', text: () => questions.toolsText(row.position) };
    case 'json':
      return {
        label: 'Copy JSON',
        text: async () => {
          const text = await questions.source(row.pointer);
          if (text === undefined) throw new Error('The text breaks off in this generation.');
          return text;
        },
      };
  }
}

/** A table with tabs: text as JSON writes it, log probability as written. */
function tokensText(tokens: readonly ListedToken[]): string {
  const lines = tokens.map(({ text, lexeme }) => `${JSON.stringify(text)}\t${lexeme}`);
  return ['token\tlogprob', ...lines].join('\n');
}
