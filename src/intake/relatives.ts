// Answers of the platform's other interfaces as responses: a log of API v4 (`LogResponse`) and a call of API v5 (`PromptCallResponse`). Their values are copied
// under the names that a response has for them; every other key keeps its name. Knows their keys (formats.md, 1.2.10).

import type { ByteRange, JsonCursor } from '../json/cursor.ts';
import { listPhrase } from '../words/numbers.ts';
import type { Part, Read } from './form.ts';
import { MadeText } from './madeText.ts';

/** A single provider response beside what was made of it, or the bookkeeping that only a log has. */
export function isLog(root: JsonCursor): boolean {
  if (!hasAnswer(root)) return false;
  return root.get('provider_response') !== undefined || root.get('observability_status') !== undefined;
}

/** A list of logs, one for each sample. */
export function isCall(root: JsonCursor): boolean {
  const logs = root.get('logs');
  if (logs?.kind !== 'array' || logs.length === 0) return false;
  for (const log of logs.items()) if (!hasAnswer(log)) return false;
  return true;
}

function hasAnswer(value: JsonCursor): boolean {
  return ['output', 'raw_output', 'output_message'].some((key) => value.get(key) !== undefined);
}

/** Names of a log that a generation has other names for. */
const generationNames: Readonly<Record<string, string>> = { config_id: 'model_config_id', tools: 'tool_results' };
const countNames: Readonly<Record<string, string>> = {
  prompt_tokens: 'prompt_tokens',
  output_tokens: 'generation_tokens',
  reasoning_tokens: 'reasoning_tokens',
};
/** Keys of a log that a response has at its root. */
const rootNames = ['project_id', 'session_id', 'user', 'metadata', 'tool_choice'];

export function ofLog(bytes: Uint8Array<ArrayBuffer>, root: JsonCursor): Omit<Read, 'form'> {
  const response = new Response(bytes, root);
  const provider = root.get('provider_response');
  const isThere = provider !== undefined && provider.kind !== 'null';
  response.text('{"data": [{');
  response.members(root, (key) => {
    const isElsewhere = key === 'provider_response' || rootNames.includes(key);
    return isElsewhere ? undefined : (generationNames[key] ?? key);
  });
  response.text('}], "provider_responses": [');
  if (isThere) response.value(provider);
  response.text(']');
  response.usage(root);
  for (const key of rootNames) response.named(key, root.get(key));
  response.text('}');
  const renamed = [...renames(root, generationNames), ...usageRenames(root)];
  if (isThere) renamed.push('`provider_response` as the only one of `provider_responses`');
  return {
    notes: [`Read as one generation.${renamed.length === 0 ? '' : ` ${sentence(renamed)}`}`],
    parts: [response.finish()],
  };
}

/** What the root says of all logs is copied into each, while that is no more than this. */
const mostCopied = 10_000_000;

export function ofCall(bytes: Uint8Array<ArrayBuffer>, root: JsonCursor): Omit<Read, 'form'> {
  const response = new Response(bytes, root);
  const logs = root.get('logs');
  const shared = ['inputs', 'messages'].flatMap((key) => {
    const value = root.get(key);
    return value === undefined || value.kind === 'null' ? [] : [{ key, value, size: sizeOf(value.range()) }];
  });
  const copied = shared.reduce((sum, { size }) => sum + size, 0) * (logs?.length ?? 0) <= mostCopied ? shared : [];
  response.text('{"data": [');
  let isFirst = true;
  let only: JsonCursor | undefined;
  for (const log of logs?.items() ?? []) {
    response.text(isFirst ? '\n{' : ',\n{', log);
    response.members(log, (key) => generationNames[key] ?? key);
    for (const { key, value } of copied) if (log.get(key) === undefined) response.named(key, value);
    response.text('}');
    only = isFirst ? log : undefined;
    isFirst = false;
  }
  response.text('\n], "provider_responses": []');
  if (only) response.usage(only);
  for (const [key, value] of root.entries()) {
    if (key !== 'logs' && !copied.some((one) => one.key === key)) response.named(key, value);
  }
  response.text('}');
  const renamed = ['`logs` as `data`', ...(only ? usageRenames(only) : [])];
  const words = copied.map(({ key }) => `\`${key}\``);
  const beside =
    words.length === 0
      ? ''
      : ` ${listPhrase(words)} of the call ${words.length === 1 ? 'stands' : 'stand'} in each of them.`;
  return {
    notes: [`Read as a response: ${sentence(renamed)}${beside} Provider responses are no part of it.`],
    parts: [response.finish()],
  };
}

function renames(value: JsonCursor, names: Readonly<Record<string, string>>): string[] {
  return Object.entries(names).flatMap(([key, name]) =>
    value.get(key) === undefined || key === name ? [] : [`\`${key}\` as \`${name}\``],
  );
}

function usageRenames(value: JsonCursor): readonly string[] {
  return Object.entries(countNames).flatMap(([key, name]) =>
    isCount(value.get(key)) ? [`\`${key}\` as \`usage.${name}\``] : [],
  );
}

function sentence(renamed: readonly string[]): string {
  return `${listPhrase(renamed, renamed.length)} ${renamed.length === 1 ? 'is' : 'are'} how its keys are read.`;
}

function isCount(value: JsonCursor | undefined): boolean {
  return value?.kind === 'number';
}

function sizeOf(range: ByteRange | undefined): number {
  return range === undefined ? 0 : range.to - range.from;
}

/** Writes a response piece by piece; each value with the way back to where it stands. */
class Response {
  readonly #made: MadeText;
  readonly #whole: ByteRange;
  #at: number;

  constructor(bytes: Uint8Array<ArrayBuffer>, root: JsonCursor) {
    this.#made = new MadeText(bytes);
    this.#whole = root.range() ?? { bytes, from: 0, to: bytes.length };
    this.#at = this.#whole.from;
  }

  /** Punctuation: it stands for nothing, where the last value ended or `before` begins. */
  text(text: string, before?: JsonCursor): void {
    this.#at = before?.range()?.from ?? this.#at;
    this.#made.write(text, this.#at, this.#at);
  }

  value(value: JsonCursor): void {
    const { from, to } = value.range() ?? this.#whole;
    this.#made.copy(from, to);
    this.#at = to;
  }

  /** `, "name": value`, where there is a value. */
  named(name: string, value: JsonCursor | undefined): void {
    if (value === undefined) return;
    this.text(`, ${JSON.stringify(name)}: `, value);
    this.value(value);
  }

  /** The members of an object under the names that are given, without those that have none. */
  members(object: JsonCursor, nameOf: (key: string) => string | undefined): void {
    let isFirst = true;
    for (const [key, value] of object.entries()) {
      const name = nameOf(key);
      if (name === undefined) continue;
      this.text(`${isFirst ? '' : ', '}${JSON.stringify(name)}: `, value);
      this.value(value);
      isFirst = false;
    }
  }

  /** The token counts of a log under the names that `usage` has. */
  usage(log: JsonCursor): void {
    const counts = Object.entries(countNames).filter(([key]) => isCount(log.get(key)));
    for (const [at, [key, name]] of counts.entries()) {
      const value = log.get(key);
      if (value === undefined) continue;
      this.text(`${at === 0 ? ', "usage": {' : ', '}${JSON.stringify(name)}: `, value);
      this.value(value);
    }
    if (counts.length > 0) this.text('}');
  }

  finish(): Part {
    return { ...this.#made.finish(), isJson: true, isRelative: true };
  }
}
