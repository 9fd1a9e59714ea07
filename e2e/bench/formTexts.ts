// The documents of the bench of forms: one invented response of a wanted size, and the same data in each form. The same for the same seed. Knows the
// wire shapes, nothing of the product.
import { inspect } from 'node:util';
import { responseText } from './responseText.ts';

export interface FormText {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Samples that it must show. */
  readonly samples: number;
}

/** A form, and the same data as one response in JSON. */
interface Form {
  readonly name: string;
  readonly write: (response: Response) => string;
  readonly plain: (response: Response) => string;
  /** What languages print is measured at less. */
  readonly isPrinted?: true;
}

interface Body {
  readonly choices: readonly { readonly text: string; readonly finish_reason: string }[];
  readonly usage: { readonly prompt_tokens: number; readonly completion_tokens: number; readonly total_tokens: number };
}

interface Response {
  readonly data: readonly object[];
  readonly provider_responses: readonly Body[];
}

const encoder = new TextEncoder();
const asResponse = (response: Response) => JSON.stringify(response);
const asBodies = ({ provider_responses }: Response) => JSON.stringify({ provider_responses });

export const forms: readonly Form[] = [
  { name: 'JSONL, 8 samples a line', write: (response) => linesOf(response, 8), plain: asResponse },
  { name: 'JSONL, 1 sample a line', write: (response) => linesOf(response, 1), plain: asResponse },
  { name: 'JSONL of bare bodies', write: bodyLines, plain: asBodies },
  { name: 'one bare body', write: bareBody, plain: asBodies },
  { name: 'inspect log', write: inspectLog, plain: asResponse },
  { name: 'Python repr', write: pythonRepr, plain: asResponse, isPrinted: true },
  { name: 'util.inspect', write: nodeInspect, plain: asResponse, isPrinted: true },
];

/** A form of about so many bytes, and the same data as one response; the latter may have fewer bytes. */
export function textsOf({ write, plain }: Form, megabytes: number, seed: number): Record<'form' | 'plain', FormText> {
  const some = madeOf(0.2, seed);
  const factor = 0.2e6 / encoder.encode(write(some)).length;
  const response = madeOf(megabytes * factor, seed);
  const samples = response.data.length;
  const text = (written: string): FormText => ({ bytes: encoder.encode(written), samples });
  return { form: text(write(response)), plain: text(plain(response)) };
}

function madeOf(megabytes: number, seed: number): Response {
  return JSON.parse(responseText({ bytes: megabytes * 1e6, seed })) as Response;
}

/** A response a line, of so many samples each, with the bodies that these came from, and the token counts of these. */
function linesOf({ data, provider_responses, ...others }: Response, samplesPerLine: number): string {
  const choices = provider_responses.flatMap(choicesOf);
  const lines: string[] = [];
  for (let from = 0; from < data.length; from += samplesPerLine) {
    const own = data.slice(from, from + samplesPerLine);
    const bodies =
      samplesPerLine === 1 ? choices.slice(from, from + 1) : provider_responses.slice(lines.length, lines.length + 1);
    const { prompt_tokens = 0, completion_tokens = 0, total_tokens = 0 } = bodies[0]?.usage ?? {};
    const usage = { prompt_tokens, generation_tokens: completion_tokens, total_tokens };
    lines.push(JSON.stringify({ ...others, usage, num_samples: own.length, data: own, provider_responses: bodies }));
  }
  return `${lines.join('\n')}\n`;
}

/** A body for each of its choices, as a call for one sample gives it. */
function choicesOf({ choices, usage, ...others }: Body): readonly Body[] {
  const completionTokens = Math.round(usage.completion_tokens / choices.length);
  const own = { ...usage, completion_tokens: completionTokens, total_tokens: usage.prompt_tokens + completionTokens };
  return choices.map((choice) => ({ ...others, choices: [choice], usage: own }));
}

function bodyLines({ provider_responses }: Response): string {
  return `${provider_responses.map((body) => JSON.stringify(body)).join('\n')}\n`;
}

function bareBody({ provider_responses }: Response): string {
  const [first] = provider_responses;
  return JSON.stringify({ ...first, choices: provider_responses.flatMap(({ choices }) => choices) });
}

/** As the tool writes it: the answer in the output of the sample and of the call, and the body that the call got. */
function inspectLog({ provider_responses }: Response): string {
  const samples = provider_responses.flatMap((body, at) =>
    choicesOf(body).map((response, epoch) => {
      const [choice = { text: '', finish_reason: '' }] = response.choices;
      const message = { id: `m${at}-${epoch}`, role: 'assistant', content: choice.text };
      const output = {
        model: 'openai/invented',
        choices: [{ message, stop_reason: choice.finish_reason }],
        usage: {
          input_tokens: response.usage.prompt_tokens,
          output_tokens: response.usage.completion_tokens,
          total_tokens: response.usage.total_tokens,
        },
      };
      const call = { request: { model: 'invented', prompt: 'Tea?' }, response };
      return {
        id: at,
        epoch: epoch + 1,
        input: 'Tea?',
        target: 'green',
        messages: [{ role: 'user', content: 'Tea?' }, message],
        output,
        scores: { match: { value: 'C' } },
        events: [{ event: 'model', model: 'openai/invented', input: [], output, call }],
      };
    }),
  );
  const head = { version: 2, status: 'success', eval: { task: 'tea', model: 'openai/invented' } };
  return JSON.stringify({ ...head, samples });
}

function nodeInspect(response: Response): string {
  const limits = { depth: Infinity, maxArrayLength: Infinity, maxStringLength: Infinity };
  return inspect(response, { ...limits, breakLength: 120 });
}

/** As `repr` of what `json.loads` makes of it. */
function pythonRepr(value: unknown): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return pythonText(value);
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`;
  const members = Object.entries(value as object).map(([key, member]) => `${pythonText(key)}: ${pythonRepr(member)}`);
  return `{${members.join(', ')}}`;
}

function pythonText(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll(mark, `\\${mark}`);
  return `${mark}${escaped}${mark}`;
}
