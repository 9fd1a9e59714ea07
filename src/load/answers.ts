// Answers the questions of Questions from the bytes. Pure but for the document's own caches; runs in the worker.

import { surprisalsOf } from '../analysis/probability/surprisals.ts';
import { documentCursor, type JsonCursor } from '../json/cursor.ts';
import type { JsonDocument, NodeView } from '../json/document.ts';
import { placeAt } from '../json/lines.ts';
import type { NodeKind } from '../json/nodeTable.ts';
import { type Pointer, pointerOf, rootPointer } from '../json/pointer.ts';
import { lexeme, previewString, readString } from '../json/text.ts';
import { decodeUtf8 } from '../json/utf8.ts';
import { callText } from '../response/callText.ts';
import { readGeneration } from '../response/generation.ts';
import type { FoundGeneration, MatchRange } from '../response/matches.ts';
import type { ProviderChoice } from '../response/provider/reading.ts';
import { pyStrip } from '../response/pythonStrip.ts';
import type {
  ChoiceDetail,
  GenerationDetail,
  NodeDetail,
  NodeRow,
  Questions,
  SaidWindow,
  SampleTokens,
  SearchTexts,
  SourceLine,
  TextWindow,
} from '../response/questions.ts';
import { saidText } from '../response/said.ts';
import { readSampling, type Sampling } from '../response/sampling.ts';
import { readScore, type ScoreField, type ScoreValue, scoreFields, scorePlace } from '../response/scores.ts';
import type { ChoiceTokens, Surprisals } from '../response/tokens/token.ts';
import { choiceAt, choiceTokens } from './choiceTokens.ts';
import { sampleTokens } from './sampleTokens.ts';
import { filterGenerations, outputMatches, searchTexts } from './searched.ts';
import { sourceLine } from './sourceLine.ts';

/** The same questions, answered at once. */
export type Answers = {
  readonly [Name in keyof Questions]: (...args: Parameters<Questions[Name]>) => Awaited<ReturnType<Questions[Name]>>;
};

const previewLength = 300;
/** The output that a pane takes as one text; a longer one comes in windows. */
const detailLength = 1_000_000;
const inputLength = 10_000;
const longestCall = 2000;

/** By position of a generation that says nothing itself: the places of the refusal that its linked choice gives. */
export type LinkedRefusals = ReadonlyMap<number, readonly Pointer[]>;

const noRefusals: LinkedRefusals = new Map();

/** `refusals` are known when the document is linked. */
export function answersOf(document: JsonDocument, refusals = noRefusals): Answers {
  const { bytes, lines } = document;
  // The last string that was cut into windows: its next window needs no second decoding.
  let lastText: { readonly pointer: Pointer; readonly text: string } | undefined;

  const stringAt = (pointer: Pointer): string | undefined => {
    if (lastText?.pointer === pointer) return lastText.text;
    const node = document.find(pointer);
    if (node?.kind !== 'string') return undefined;
    const text = readString(bytes, node.from, node.to);
    lastText = { pointer, text };
    return text;
  };

  const refusalOf = (position: number): string => refusals.get(position)?.map(stringAt).join('') ?? '';

  const nodeRow = (node: NodeView): NodeRow => ({
    pointer: node.pointer,
    kind: node.kind,
    ...(node.key === undefined ? {} : { key: node.key }),
    childCount: node.childCount,
    ...previewOf(bytes, node),
    from: node.from,
    to: node.to,
    isIncomplete: node.isIncomplete,
  });

  return {
    node(pointer): NodeDetail | undefined {
      const node = document.find(pointer);
      if (!node) return undefined;
      return { ...nodeRow(node), start: placeAt(bytes, lines, node.from), end: placeAt(bytes, lines, node.to) };
    },

    children(pointer, from, count): readonly NodeRow[] {
      return (document.children(pointer, from, count) ?? []).map(nodeRow);
    },

    text(pointer, from, maxLength): TextWindow | undefined {
      const text = stringAt(pointer);
      return text === undefined ? undefined : windowOf(text, from, maxLength);
    },

    source(pointer): string | undefined {
      const node = document.find(pointer);
      return node && decodeUtf8(bytes, node.from, node.to);
    },

    lines(fromLine, count, maxWidth, aroundByte): readonly SourceLine[] {
      const last = Math.min(lines.lineCount, fromLine + count - 1);
      const found: SourceLine[] = [];
      for (let line = Math.max(1, fromLine); line <= last; line++)
        found.push(sourceLine(document, line, maxWidth, aroundByte));
      return found;
    },

    pointerAt(byte): Pointer {
      return document.pointerAt(byte);
    },

    generation(position): GenerationDetail | undefined {
      const cursor = documentCursor(document, pointerOf('data', position));
      return cursor && generationDetail(cursor, position);
    },

    outputs(positions, maxLength): readonly (TextWindow | undefined)[] {
      return positions.map((position) => {
        const node = document.find(pointerOf('data', position, 'output'));
        return node?.kind === 'string' ? windowOf(readString(bytes, node.from, node.to), 0, maxLength) : undefined;
      });
    },

    said(positions, maxLength): readonly (SaidWindow | undefined)[] {
      return positions.map((position) => {
        const cursor = documentCursor(document, pointerOf('data', position));
        if (cursor === undefined) return undefined;
        const generation = readGeneration(cursor, position);
        const refusal = generation.refusal ?? refusalOf(position);
        const text = saidText({ ...generation, refusal });
        return { ...windowOf(text, 0, maxLength), outputLength: generation.output?.length ?? 0 };
      });
    },

    filter(request): readonly FoundGeneration[] {
      return filterGenerations(document, request);
    },

    outputMatches(position, request): readonly MatchRange[] {
      return outputMatches(document, position, request);
    },

    searchTexts(from, maxLength): SearchTexts {
      return searchTexts(document, from, maxLength);
    },

    tokens(choice, position): ChoiceTokens | undefined {
      return choiceTokens(document, choice, position);
    },

    sampleTokens(position, choice, choicePosition): SampleTokens | undefined {
      return sampleTokens(document, position, choice, refusalOf(position), choicePosition);
    },

    sampling(): Sampling {
      const root = documentCursor(document, rootPointer);
      return root ? readSampling(root) : { facts: [], places: [] };
    },

    surprisals(choice, position, mostBars): Surprisals | undefined {
      const listed = choiceTokens(document, choice, position);
      return listed && surprisalsOf(listed.tokens, mostBars);
    },

    choice(pointer, position): ChoiceDetail | undefined {
      const choice = choiceAt(document, pointer, position);
      return choice && choiceDetail(choice);
    },

    reasoning(pointer, from, maxLength, position): TextWindow | undefined {
      const text = choiceAt(document, pointer, position)?.reasoning?.text;
      return text === undefined ? undefined : windowOf(text, from, maxLength);
    },

    scoreFields(): readonly ScoreField[] {
      const root = documentCursor(document, rootPointer);
      return root === undefined ? [] : scoreFields(root);
    },

    scores(path, positions): readonly ScoreValue[] {
      return positions.map((position) => readScore(documentCursor(document, scorePlace(path, position))));
    },

    wholeText(): string {
      return decodeUtf8(bytes, 0, bytes.length);
    },
  };
}

function previewOf(bytes: Uint8Array, node: NodeView): { readonly preview: string; readonly isPreviewWhole: boolean } {
  switch (node.kind) {
    case 'object':
    case 'array':
      return { preview: '', isPreviewWhole: node.childCount === 0 };
    case 'string': {
      const { text, isWhole } = previewString(bytes, node.from, node.to, previewLength);
      return { preview: text, isPreviewWhole: isWhole };
    }
    case 'number':
    case 'true':
    case 'false':
    case 'null':
    case 'literal': {
      const to = Math.min(node.to, node.from + previewLength);
      return { preview: lexeme(bytes, node.from, to), isPreviewWhole: to === node.to };
    }
  }
}

/** A window that splits no surrogate pair at its end. */
function windowOf(text: string, from: number, maxLength: number): TextWindow {
  let to = Math.min(text.length, from + maxLength);
  const last = text.charCodeAt(to - 1);
  if (to < text.length && to > from + 1 && last >= 0xd800 && last < 0xdc00) to--;
  return { text: text.slice(from, to), from, totalLength: text.length };
}

function generationDetail(cursor: JsonCursor, position: number): GenerationDetail {
  const generation = readGeneration(cursor, position);
  const { output, rawOutput } = generation;
  const stripped = rawOutput === undefined ? undefined : pyStrip(rawOutput);
  const messages = cursor.get('messages');
  const inputs = cursor.get('inputs');
  return {
    pointer: cursor.pointer,
    position,
    ...(output === undefined ? {} : { output: windowOf(output, 0, detailLength) }),
    ...(rawOutput === undefined ? {} : { rawOutput: windowOf(rawOutput, 0, detailLength) }),
    ...(rawOutput !== undefined && rawOutput === output
      ? { stripped: { leading: 0, trailing: 0 } }
      : stripped !== undefined && stripped.text === output
        ? { stripped: { leading: stripped.leading, trailing: stripped.trailing } }
        : {}),
    toolCalls: generation.toolCalls,
    callTexts: generation.toolCalls.map((call) => callText(call, { most: longestCall }).text),
    toolResults: generation.toolResults,
    ...(messages?.kind === 'array' ? { messages: [...messages.items()].map(messageOf) } : {}),
    ...(inputs?.kind === 'object' ? { inputs: [...inputs.entries()].map(([key, value]) => inputOf(key, value)) } : {}),
  };
}

function choiceDetail(choice: ProviderChoice): ChoiceDetail {
  const { pointer, position, text, toolCalls } = choice;
  return {
    pointer,
    position,
    ...(text !== null && { text: windowOf(text, 0, detailLength) }),
    toolCalls,
  };
}

function messageOf(message: JsonCursor): { readonly pointer: Pointer; readonly role: string; readonly text: string } {
  const content = message.get('content');
  return {
    pointer: message.pointer,
    role: message.get('role')?.text() ?? '',
    text: content?.text() ?? (content === undefined || content.kind === 'null' ? '' : sourceOf(content)),
  };
}

function inputOf(key: string, value: JsonCursor): NonNullable<GenerationDetail['inputs']>[number] {
  const text = value.text() ?? sourceOf(value);
  return {
    pointer: value.pointer,
    key,
    text: windowOf(text, 0, inputLength).text,
    kind: value.kind satisfies NodeKind,
    isWhole: text.length <= inputLength,
  };
}

function sourceOf(cursor: JsonCursor): string {
  return cursor.lexeme();
}
