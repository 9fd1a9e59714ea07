import { describe, expect, test } from 'vitest';
import { testRow } from '../../../e2e/fixtures/testRow.ts';
import { samplesOf } from '../../../e2e/fixtures/testSamples.ts';
import { type Pointer, parsePointer, pointerOf } from '../../json/pointer.ts';
import type { GenerationRow } from '../../response/rows.ts';
import { newDocument, type OpenDocument } from '../../state/documents.ts';
import { defaultView, setExpanded } from '../../state/view.ts';
import { deepestOpened, openPointers, pointersAbove, reachable, shownPlace } from './expansion.ts';

const choice = pointerOf('provider_responses', 0, 'choices', 1);

function documentWith(load: OpenDocument['load'], link: GenerationRow['link']): OpenDocument {
  const row = testRow(0, { isChecked: false, ...(link ? { link } : {}) });
  return { ...newDocument('a', 'a.json'), load, generationCount: 1, providerCount: 1, rows: samplesOf([row]) };
}

describe('the place that the tree shows', () => {
  const output = pointerOf('data', 0, 'output');

  test('is the linked choice of a generation', () => {
    const document = documentWith('complete', { word: 'certain', choice, evidence: '' });
    expect(shownPlace(document, output, false)).toBe(choice);
  });

  test('is the generation itself when it was selected in the tree or is linked to nothing', () => {
    const document = documentWith('complete', { word: 'certain', choice, evidence: '' });
    expect(shownPlace(document, output, true)).toBe(output);
    expect(shownPlace(documentWith('complete', { word: 'none', evidence: '' }), output, false)).toBe(output);
  });

  test('is not known before the generation is linked', () => {
    expect(shownPlace(documentWith('loading', undefined), output, false)).toBeUndefined();
    expect(shownPlace(documentWith('failed', undefined), output, false)).toBe(output);
  });
});

describe('open containers', () => {
  test('are the ones above the place shown, and the linked choice itself', () => {
    const view = { ...defaultView, selection: pointerOf('data', 0) };
    expect([...openPointers(view, choice)]).toEqual([...pointersAbove(choice), choice]);
    expect([...openPointers({ ...view, selection: choice }, choice)]).toEqual(pointersAbove(choice));
  });

  test('that were closed by hand stay closed although they lie above the place shown', () => {
    const closed = pointerOf('provider_responses', 0);
    const view = setExpanded({ ...defaultView, selection: choice }, [closed], false);
    expect(openPointers(view, choice).has(closed)).toBe(false);
  });

  test('above a very deep place are only the outermost ones', () => {
    const deep = parsePointer('/a'.repeat(100_000)) as Pointer;
    expect(openPointers({ ...defaultView, selection: deep }, deep).size).toBe(deepestOpened);
    expect(reachable(deep).levelsBelow).toBe(100_000 - deepestOpened - 1);
    expect(reachable(choice)).toEqual({ pointer: choice, levelsBelow: 0 });
  });
});
