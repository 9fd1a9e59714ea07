// Answers the questions of Questions from the bytes. Pure but for the document's own caches; runs in the worker.

import { surprisalsOf } from '../analysis/probability/surprisals.ts';
import { documentCursor } from '../json/byteCursor.ts';
import type { JsonDocument, NodeView } from '../json/document.ts';
import { placeAt } from '../json/lines.ts';
import { type Pointer, rootPointer } from '../json/pointer.ts';
import { lexeme, previewString, readString } from '../json/text.ts';
import { decodeUtf8 } from '../json/utf8.ts';
import type { PartWindow } from '../response/generationParts.ts';
import type { FoundPart, MatchRange, TextMatches } from '../response/matches.ts';
import type { ToolCall } from '../response/model.ts';
import type {
  ChoiceDetail,
  GenerationDetail,
  NodeDetail,
  NodeRow,
  Partings,
  Place,
  Questions,
  SaidWindow,
  SampleTokens,
  SearchTexts,
  SourceLine,
  TextWindow,
} from '../response/questions.ts';
import { type Asked, readRequest } from '../response/request.ts';
import type { FieldRow } from '../response/rows.ts';
import { saidText } from '../response/said.ts';
import { readSampling, type Sampling } from '../response/sampling.ts';
import { scorePlace } from '../response/scorePath.ts';
import { readScore, type ScoreField, type ScoreValue, scoreFields } from '../response/scores.ts';
import type { ChoiceTokens, Surprisals, Token, TokenMeasures } from '../response/tokens/token.ts';
import { choiceAt, choiceListing, choiceMeasures, choiceTokens, choiceTokensAt } from './choiceTokens.ts';
import { choiceDetail, generationDetail } from './details.ts';
import { partingsOf } from './partings.ts';
import { ResponseFields } from './responseFields.ts';
import { DataSamples, type Samples } from './samples.ts';
import { sampleTokens } from './sampleTokens.ts';
import { documentPart, findPiece, foundPlace } from './searchDocument.ts';
import { filterGenerations, outputMatches, rowMatches, searchTexts } from './searched.ts';
import { sourceLine } from './sourceLine.ts';
import { windowOf } from './textWindow.ts';

/** The same questions, answered at once from the bytes. */
export type Answers = {
  readonly [Name in keyof Questions]: (...args: Parameters<Questions[Name]>) => Awaited<ReturnType<Questions[Name]>>;
};

const previewLength = 300;

/** By position of a generation that says nothing itself: the places of the refusal that its linked choice gives. */
export type LinkedRefusals = ReadonlyMap<number, readonly Pointer[]>;

const noRefusals: LinkedRefusals = new Map();

/** `refusals` are known when the document is linked. */
export function answersOf(
  document: JsonDocument,
  refusals = noRefusals,
  samples: Samples = new DataSamples(document),
): Answers {
  const { bytes, source } = document;
  const { parts } = samples;
  let fields: ResponseFields | undefined;
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
      const { index } = node;
      const { from, to } = source.rangeOf(node.from, node.to);
      const [start, end] = [from, to].map((byte) => placeAt(source.bytes, source.lines, byte)) as [Place, Place];
      return { ...nodeRow(node), ...(index === undefined ? {} : { index }), from, to, start, end };
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

    brought(pointer): string | undefined {
      const node = document.find(pointer);
      if (node === undefined) return undefined;
      const { from, to } = source.rangeOf(node.from, node.to);
      return decodeUtf8(source.bytes, from, to);
    },

    lines(fromLine, count, maxWidth, aroundByte): readonly SourceLine[] {
      const last = Math.min(source.lines.lineCount, fromLine + count - 1);
      const found: SourceLine[] = [];
      for (let line = Math.max(1, fromLine); line <= last; line++)
        found.push(sourceLine(source, line, maxWidth, aroundByte));
      return found;
    },

    findText(sought, from) {
      return findPiece(bytes, sought, from);
    },

    documentPart(from) {
      return documentPart(bytes, from);
    },

    foundPlace(from, to) {
      return foundPlace(document, from, to);
    },

    pointerAt(byte): Pointer {
      return document.pointerAt(source.byteOf(byte) ?? -1);
    },

    generation(position): GenerationDetail | undefined {
      return generationDetail(samples, position);
    },

    parts(position, kind, from, count): PartWindow {
      return { position, kind, from, parts: parts.window(position, kind, from, count) };
    },

    partText(position, kind, at, from, maxLength): TextWindow | undefined {
      const text = parts.text(position, kind, at);
      return text === undefined ? undefined : windowOf(text, from, maxLength);
    },

    toolCalls(position, from, count): readonly ToolCall[] {
      return parts.calls(position, from, count);
    },

    toolsText(position): string {
      return parts.toolsText(position);
    },

    output(position, from, maxLength): TextWindow | undefined {
      const output = samples.output(position);
      return output === undefined ? undefined : windowOf(output, from, maxLength);
    },

    outputs(positions, maxLength): readonly (TextWindow | undefined)[] {
      return positions.map((position) => {
        const output = samples.output(position);
        return output === undefined ? undefined : windowOf(output, 0, maxLength);
      });
    },

    said(positions, maxLength): readonly (SaidWindow | undefined)[] {
      return positions.map((position) => {
        const generation = samples.generation(position);
        if (generation === undefined) return undefined;
        const refusal = generation.refusal ?? refusalOf(position);
        const { output, toolCalls } = generation;
        const text = saidText({ output, toolCalls, refusal });
        return { ...windowOf(text, 0, maxLength), outputLength: output?.length ?? 0 };
      });
    },

    filter(request, from, excerpts): FoundPart {
      return filterGenerations(samples, request, from, excerpts);
    },

    rowMatches(positions, request): readonly (TextMatches | undefined)[] {
      return positions.map((position) => rowMatches(samples, position, request));
    },

    outputMatches(position, request): readonly MatchRange[] {
      return outputMatches(samples, position, request);
    },

    searchTexts(from, maxLength): SearchTexts {
      return searchTexts(samples, from, maxLength);
    },

    tokens(choice, position): ChoiceTokens | undefined {
      return choiceTokens(document, choice, position);
    },

    tokenListing(choice, position) {
      return choiceListing(document, choice, position);
    },

    tokensAt(choice, position, places): readonly Token[] {
      return choiceTokensAt(document, choice, position, places);
    },

    tokenMeasures(choice, position): TokenMeasures | undefined {
      return choiceMeasures(document, choice, position);
    },

    partings(generation, choice, position): Partings | undefined {
      return partingsOf(samples, generation, choiceAt(document, choice, position)?.text);
    },

    askedLogprobs(): Asked | undefined {
      const root = documentCursor(document, rootPointer);
      return root && readRequest(root).logprobs;
    },

    sampleTokens(position, choice, choicePosition): SampleTokens | undefined {
      return sampleTokens(document, samples, position, choice, refusalOf(position), choicePosition);
    },

    sampling(): Sampling {
      const root = documentCursor(document, rootPointer);
      return root ? readSampling(root) : { facts: [], places: [] };
    },

    surprisals(choice, position, mostBars): Surprisals | undefined {
      const listed = choiceListing(document, choice, position);
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

    fields(from, count): readonly FieldRow[] {
      fields ??= new ResponseFields(document);
      return fields.window(from, count);
    },

    scoreFields(): readonly ScoreField[] {
      const root = documentCursor(document, rootPointer);
      return root === undefined ? [] : scoreFields(root);
    },

    scores(path, positions): readonly ScoreValue[] {
      return positions.map((position) => readScore(documentCursor(document, scorePlace(path, position))));
    },

    wholeText(): string {
      return decodeUtf8(source.bytes, 0, source.bytes.length);
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
