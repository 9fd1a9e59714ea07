// The states in which every pane is looked at: nothing, loading, failed, one, many, hostile, right to left, and what a pane shows seldom. One list
// for the page of states (npm run dev, #states) and for the journeys of looks and accessibility. Invented texts; knows nothing of the product's code.

import { completionResponse, hostileResponse, largeResponse } from '../fixtures/build.ts';
import { lampOdds } from '../fixtures/lampOdds.ts';
import { tokened, withoutTokens } from '../fixtures/tokened.ts';

export interface StateDocument {
  readonly name: string;
  text(): string;
}

export interface PageState {
  /** In words, unique; also its place in an address. */
  readonly name: string;
  /** Opened in this order. */
  readonly documents: readonly StateDocument[];
  /** How the load of the last document ends; `loading`: it never does. */
  readonly load: 'idle' | 'loading' | 'complete' | 'failed';
  /** The tab of the generation that is chosen before. */
  readonly tab?: string;
  /** Names of the controls that are pressed then, one after the other. */
  readonly presses?: readonly string[];
  /** What is typed then, where the focus is. */
  readonly typed?: string;
}

const response = (name: string, options: Parameters<typeof completionResponse>[0]): StateDocument => ({
  name,
  text: () => JSON.stringify(completionResponse(options), null, 2),
});

const text = (name: string, content: string): StateDocument => ({ name, text: () => content });

const opened = (name: string, document: StateDocument, presses?: readonly string[]): PageState => ({
  name,
  documents: [document],
  load: 'complete',
  ...(presses && { presses }),
});

const answers = [
  'The lamp is on the desk.',
  'The lamp is on the shelf.',
  'A lamp is on the desk.',
  'The lamp is on the desk.',
];

export const pageStates: readonly PageState[] = [
  { name: 'nothing open', documents: [], load: 'idle' },
  { name: 'loading', documents: [response('response.json', { samples: answers })], load: 'loading' },
  {
    name: 'failed: not a response',
    documents: [text('colour.json', '{"colour": "red"}')],
    load: 'failed',
  },
  {
    name: 'failed: breaks off',
    documents: [text('cut.json', '{"data": [{"index": 0, "output": "whole"}, {"index": 1, "output": "cut')],
    load: 'failed',
  },
  opened('no generations', text('empty.json', '{"data": [], "provider_responses": []}')),
  opened('one generation', response('one.json', { samples: ['One lamp.'] })),
  opened('several generations', response('response.json', { samples: answers, provider: 'openai-chat', logprobs: 3 })),
  opened('many generations', { name: 'many.json', text: () => largeResponse({ bytes: 600_000, seed: 7 }) }),
  opened('hostile', { name: 'hostile.json', text: hostileResponse }),
  opened(
    'right to left',
    response('right-to-left.json', {
      samples: [
        'المصباح على المكتب، وهو مضاء منذ الصباح.',
        'המנורה עומדת על השולחן ליד החלון.',
        'المصباح (lamp) على الرف رقم 3.',
      ],
    }),
  ),
  {
    ...opened('tokens, one kept', { name: 'tokened.json', text: () => JSON.stringify(tokened, null, 2) }, [
      '“keeps”, 10.0 %',
    ]),
    tab: 'Tokens',
  },
  {
    ...opened('no tokens', { name: 'without.json', text: () => JSON.stringify(withoutTokens[1]?.response, null, 2) }),
    tab: 'Tokens',
  },
  opened(
    'vote',
    response('sums.json', {
      samples: ['By heart.\nIt is 42', 'We add.\nIt is 41', 'Counted.\nIt is 42', ''],
      provider: 'openai-chat',
      logprobs: 3,
    }),
    ['Compare all generations', 'Vote'],
  ),
  opened('read as one text', response('response.json', { samples: answers }), ['Compare all generations', 'Consensus']),
  opened('odds of forks', { name: 'lamp.json', text: () => JSON.stringify(lampOdds()) }, [
    'Compare all generations',
    'Consensus',
    'Odds of each sample',
  ]),
  opened('expected and observed', { name: 'cool.json', text: () => JSON.stringify(lampOdds({ temperature: 0.5 })) }, [
    'Compare all generations',
    'Expected and observed',
    'Show it all the same, with that caveat',
  ]),
  opened('compared', response('response.json', { samples: answers }), ['Compare all generations']),
  {
    ...opened('searched', response('response.json', { samples: answers }), ['Search the document']),
    typed: 'lamp is',
  },
  {
    name: 'several responses',
    documents: [
      response('first.json', { samples: answers }),
      response('second.json', { samples: ['Two.'], finish: 'length' }),
    ],
    load: 'complete',
  },
];
