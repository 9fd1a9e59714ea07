// What the readers should find in recorded bodies, worked out from the bodies themselves in the plainest way: one function
// per family, chosen by hand for every file. Imports nothing from src/, so that no mistake is made twice. Writes pointers,
// hashes and counts, never a text: `node e2e/corpus/expect.js DIR > e2e/corpus/expectations.json`, then `npm run format`.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { openaiFamilies } from './expectOpenai.js';
import { otherFamilies } from './expectOthers.js';
import { hash, isText } from './expectParts.js';

/** @typedef {any} Json */

/** @type {Record<string, import('./expectParts.js').Family>} */
const families = { ...openaiFamilies, ...otherFamilies };

/**
 * @param {string} name
 * @param {Json} body
 */
function family(name, body) {
  const read = families[name];
  if (!read) throw new Error(`No family ${name}`);
  return read(body);
}

/** The family of a file, by hand. @type {readonly (readonly [RegExp, string])[]} */
const familyOf = [
  [/^ai21\//, 'ai21'],
  [/^aleph-alpha\//, 'alephAlpha'],
  [/^anthropic\/complete-/, 'anthropicComplete'],
  [/^anthropic\/messages-stream/, 'messagesStream'],
  [/^anthropic\/messages-/, 'messages'],
  [/^azure-openai\/azure-prompt-content-filter-error/, 'error'],
  [/^azure-openai\/azure-stream/, 'chunks'],
  [/^bedrock\/claude-/, 'anthropicComplete'],
  [/^bedrock\/converse-/, 'converse'],
  [/^bedrock\/meta-/, 'bedrockLlama'],
  [/^bedrock\/openai-compat-stream/, 'chunks'],
  [/^cohere\/chat-v1/, 'cohereChat'],
  [/^cohere\/chat-v2/, 'cohereChat2'],
  [/^cohere\/generate/, 'cohereGenerate'],
  [/^google\/palm-/, 'palm'],
  [/^google\//, 'gemini'],
  [/^huggingface-tgi\/tgi-chat-/, 'chat'],
  [/^huggingface-tgi\/tgi-completions-/, 'completion'],
  [/^huggingface-tgi\//, 'tgi'],
  [/^ollama\/openai-compat-completions/, 'completion'],
  [/^ollama\//, 'ollama'],
  [/^openai-(chat|completions)\/.*\.sse$/, 'chunks'],
  [/^openai-completions\//, 'completion'],
  [/^openai-edits\//, 'edit'],
  [/^openai-responses\/.*\.sse$/, 'responsesStream'],
  [/^openai-responses\//, 'responses'],
  [/^replicate\/image-/, 'replicateImage'],
  [/^watsonx\//, 'watsonx'],
  [/^(azure-openai|groq|mistral|openai-chat|together|vllm)\//, 'chat'],
];

/** Relations that a join of tokens does not show: control tokens between, reasoning in tags around. */
const relations = new Map([['bedrock/openai-compat-stream-logprobs.json', 'covers']]);

/** @param {string} text */
function eventsOf(text) {
  const data = text.split(/\r?\n/).filter((line) => line.startsWith('data:'));
  return data
    .map((line) => line.slice(5).trim())
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: node e2e/corpus/expect.js DIR');
  process.exitCode = 2;
} else {
  /** @type {Record<string, object>} */
  const expectations = {};
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    ['.json', '.sse'].includes(extname(file)),
  );
  for (const file of files.sort()) {
    const name = familyOf.find(([pattern]) => pattern.test(file))?.[1];
    if (name === undefined) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    const body = extname(file) === '.sse' ? { events: eventsOf(text) } : JSON.parse(text);
    const { format, choices, usage: counts, model, id } = family(name, body);
    const relation = relations.get(file);
    expectations[file] = {
      sha256: hash(text),
      format,
      model: model === undefined ? (body.model ?? null) : model,
      // An empty id is none.
      id: (id === undefined && isText(body.id) ? body.id : id) || null,
      usage: counts,
      choices: relation === undefined ? choices : choices.map((one) => ({ ...one, relation })),
    };
  }
  console.log(JSON.stringify(expectations));
}
