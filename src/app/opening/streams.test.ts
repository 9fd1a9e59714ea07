// Streams through the whole load: what opens, what is said of it, and when its end is missing.

import { describe, expect, it } from 'vitest';
import { issuesIn } from '../../../e2e/fixtures/issueTables.ts';
import { loadEvents } from '../../../e2e/fixtures/loadEvents.ts';
import { rowsOf } from '../../../e2e/fixtures/testSamples.ts';
import { foldLoadEvent, newDocument, outcomeSentence } from '../../state/documents.ts';

async function opened(text: string) {
  const events = await loadEvents(text);
  const document = events.reduce(foldLoadEvent, newDocument('d', 'tea.sse'));
  return { document, issues: issuesIn(document.issues).map(({ id, message }) => `${id} ${message}`) };
}

const chunk = (content: string, reason: string | null = null) =>
  `data: ${JSON.stringify({ object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content }, finish_reason: reason }] })}\n\n`;
const whole = `${chunk('Green')}${chunk(' tea')}${chunk('', 'stop')}data: [DONE]\n\n`;

describe('a provider stream', () => {
  it('opens as one provider response whose choice is a sample, and nothing is called missing', async () => {
    const { document, issues } = await opened(whole);
    expect(document).toMatchObject({ load: 'complete', kind: 'response', form: 'SSE', providerCount: 1 });
    expect(document.providers.at(0)).toMatchObject({ formatLabel: 'OpenAI stream chunks', choiceCount: 1 });
    expect(document.providers.characters(0)).toBe(9);
    expect(issues).toEqual([]);
    expect(outcomeSentence(document)).toBe('tea.sse: 1 sample from 1 provider response, 1 distinct, 0 issues');
  });

  it('has an end where everything in it says why it ended, also without [DONE]', async () => {
    expect((await opened(`${chunk('Green')}${chunk('', 'stop')}`)).issues).toEqual([]);
  });

  it('breaks off where a choice never says why it ended: its last line is told', async () => {
    expect((await opened(`${chunk('Green')}${chunk(' tea')}`)).issues).toEqual([
      'HL083 The input ends early at line 3; 0 generations are whole.',
    ]);
  });

  it('breaks off where the last event does', async () => {
    expect((await opened(whole.slice(0, whole.indexOf('[DONE]') - 20))).issues).toEqual([
      'HL083 The input ends early at line 5; 0 generations are whole.',
    ]);
  });

  it('of an unknown shape has no end that could be missed', async () => {
    const { issues } = await opened('data: {"tea":"green"}\n\n');
    expect(issues.filter((issue) => issue.startsWith('HL083'))).toEqual([]);
  });
});

describe("the platform's own stream", () => {
  const piece = (output: string, reason: string | null) =>
    `data: ${JSON.stringify({
      data: [
        { id: 'data_1', index: 0, output, raw_output: output, inputs: {}, model_config_id: 'c', finish_reason: reason },
      ],
      provider_responses: [],
    })}\n\n`;

  it('is joined into generations', async () => {
    const { document, issues } = await opened(piece('Green', null) + piece(' tea', 'stop'));
    expect(rowsOf(document.rows)).toMatchObject([{ preview: 'Green tea', finishReason: { raw: 'stop' } }]);
    expect(issues.map((issue) => issue.slice(0, 5))).toEqual(['HL034']);
  });

  it('without a finish reason breaks off, and its missing reason is told once', async () => {
    const { issues } = await opened(piece('Green', null) + piece(' tea', null));
    expect(issues.map((issue) => issue.slice(0, 5))).toEqual(['HL083', 'HL034']);
  });
});
