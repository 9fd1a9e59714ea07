// What a key at the root of a response says, in words that tell absent, null and empty apart. Pure.

import type { ProviderTable } from '../../response/choices/choiceTable.ts';
import type { FieldRow } from '../../response/rows.ts';
import type { OpenDocument } from '../../state/documents.ts';
import { formatCount, formatWritten } from '../../words/numbers.ts';
import { shortName } from '../../words/shortName.ts';

/** How a field is written: the source text of its value, or words about it, or both. */
export interface FieldWords {
  /** Source text as written; absent where the key is. */
  readonly value?: string;
  readonly remark?: string;
}

export function fieldWords(field: FieldRow): FieldWords {
  switch (field.presence) {
    case 'absent':
      return { remark: field.key === 'num_samples' ? '1 (not set)' : 'not set' };
    case 'null':
      return { value: 'null', ...(field.key === 'num_samples' && { remark: 'read as 1' }) };
    case 'empty':
      return { value: field.preview, remark: emptyWord(field) };
    case 'set':
      return { value: oneLine(field), ...sizeRemark(field) };
  }
}

/** Line breaks of a source text are layout: inside strings they are escaped. */
function oneLine({ preview, isPreviewWhole }: FieldRow): string {
  const line = preview.replace(/\s*[\r\n]\s*/g, ' ');
  return isPreviewWhole ? line : `${line}…`;
}

function emptyWord(field: FieldRow): string {
  if (field.kind === 'object') return 'empty object';
  if (field.kind === 'array') return 'empty list';
  return 'empty text';
}

function sizeRemark(field: FieldRow): { readonly remark?: string } {
  if (field.isPreviewWhole) return {};
  if (field.kind === 'object') return { remark: `${formatCount(field.childCount)} keys` };
  if (field.kind === 'array') return { remark: `${formatCount(field.childCount)} items` };
  return {};
}

/** A piece of the closed line; `name` is quiet, `value` is data. */
export interface LinePart {
  readonly name?: string;
  readonly value: string;
}

/** The closed form: model, samples, log probabilities, tokens; only what is known. */
export function fieldsLine(document: OpenDocument): readonly LinePart[] {
  const parts: LinePart[] = [];
  const model = modelWords(document.providers);
  if (model) parts.push(model);
  for (const key of ['num_samples', 'logprobs', 'suffix']) {
    const field = document.fields.find((one) => one.key === key);
    if (field?.presence === 'set') {
      const value =
        field.isPreviewWhole && field.preview.length <= 24 ? field.preview : `${field.preview.slice(0, 24)}…`;
      parts.push({ name: key, value });
    }
  }
  const tokens = tokenWords(document);
  if (tokens) parts.push(tokens);
  return parts;
}

function modelWords(providers: ProviderTable): LinePart | undefined {
  const { models, first } = providers.models;
  if (first < 0) return undefined;
  if (models.length > 1) return { value: `${formatCount(models.length)} models` };
  const vendor = providers.at(first)?.vendor;
  return { ...(vendor !== undefined && { name: vendor }), value: shortName(models[0] ?? '', 60) };
}

function tokenWords(document: OpenDocument): LinePart | undefined {
  const usage = document.usage?.usage;
  if (!usage) return undefined;
  const { prompt, generation, total } = usage;
  const added = [
    ...(prompt ? [`prompt ${formatWritten(prompt.lexeme)}`] : []),
    ...(generation ? [`generation ${formatWritten(generation.lexeme)}`] : []),
  ].join(' + ');
  if (total === undefined) return added === '' ? undefined : { value: `${added} tokens` };
  const isSum = prompt !== undefined && generation !== undefined && prompt.value + generation.value === total.value;
  if (added === '') return { value: `${formatWritten(total.lexeme)} tokens` };
  return isSum
    ? { name: `${added} =`, value: `${formatWritten(total.lexeme)} tokens` }
    : { name: `${added},`, value: `${formatWritten(total.lexeme)} tokens` };
}
