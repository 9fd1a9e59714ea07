// What other languages print is named, and what is read is none of it.

import { expect, test } from 'vitest';
import { utf8 } from '../../e2e/fixtures/readForms.ts';
import { takeIn } from './pipeline.ts';

async function titleOf(text: string): Promise<string | undefined> {
  const found = await takeIn(utf8(text));
  return found === undefined ? undefined : found.isRefused ? found.title : found.form;
}

test.each([
  ["array (\n  'id' => 'a',\n)", 'This is an array of PHP'],
  ["[\n    'id' => 'a',\n]", 'This is an array of PHP'],
  ['Array\n(\n    [id] => a\n)\n', 'This is what print_r of PHP writes'],
  ['array(1) {\n  ["id"]=>\n  string(1) "a"\n}', 'This is what var_dump of PHP writes'],
  ['{ID:a Model:gpt Choices:[{Index:0}]}', 'This is a struct as Go prints it'],
  ['&openai.Response{ID:"a", Choices:[]openai.Choice{}}', 'This is a struct as Go prints it'],
  [
    'Response {\n    id: "a",\n    usage: Some(\n        Usage {\n            n: 1,\n        },\n    ),\n}',
    'This is what {:?} of Rust writes',
  ],
  ['Completion{id=a, choices=[Choice{index=0}]}', 'This is what toString of Java or Kotlin writes'],
  ['ChatCompletion(id=a-1, created=1, name=null, choices=[])', 'This is what toString of Java or Kotlin writes'],
  ['▿ Result\n  - id: "a"\n', 'This is what dump of Swift writes'],
  ['{:id "a", :choices [{:index 0}]}', 'This is EDN, as Clojure writes it'],
  ['List of 2\n $ id: chr "a"\n', 'This is what str of R writes'],
  ['Dict{String, Any}("id" => "a")', 'This is a Dict as Julia prints it'],
  ['{ Id = a, Choices = System.Collections.Generic.List`1[Choice] }', 'This is what ToString of C# writes'],
  ['candidates {\n  content {\n    role: "model"\n  }\n}\n', 'This is text of a protocol buffer'],
  ['<coroutine object Completions.create at 0x7f1>', 'This is the name of an object of Python'],
  ['<openai.Stream object at 0x7f12>', 'This is the name of an object of Python'],
  ['<Response [200]>', 'This is the name of an object of Python'],
  ['Promise { <pending> }', 'This is a promise of JavaScript that was not awaited'],
  ['id      : a\r\nmodel   : m\r\nchoices : {@{index=0; message=}}\r\n', 'This is the list that PowerShell shows'],
  ['meta {\n  name: chat\n}\n', 'This is a request as Bruno keeps it'],
  ['You said:\ntea?\nChatGPT said:\nGreen.\n', 'This is a conversation copied from a page'],
  ['%7B%22id%22%3A1%7D', 'This is text encoded for an address (%7B%22…)'],
  ['id = "a"\n[[choices]]\nindex = 0\n', 'This is TOML'],
  ['choices:\n- index: 0\n  message:\n    content: a\nmodel: m\n', 'This is YAML'],
  [
    'x.ApiException: (401)\nReason: Unauthorized\nHTTP response body: {"detail":"no"}\n',
    'This is an error of the SDK: 401 Unauthorized',
  ],
])('%j is named: %s', async (text, title) => {
  expect(await titleOf(text)).toBe(title);
});

test.each([
  [
    "Completion(id='a', choices=[Choice(index=0, message=Message(content='x'), finish_reason='stop')])",
    'Python repr, OpenAI chat body',
  ],
  [
    "Completion { id: 'a', choices: [ { index: 0, message: { content: 'x' } } ] }",
    'console.log output, OpenAI chat body',
  ],
  ['data: {"choices":[{"index":0,"delta":{"content":"x"}}]}\n\ndata: [DONE]\n', 'SSE'],
])('%j is read as before', async (text, form) => {
  expect(await titleOf(text)).toBe(form);
});

test('what the interface answered stands in the detail', async () => {
  expect(await takeIn(utf8('ApiException: (422)\nReason: \nHTTP response body: {"detail":"no"}\n'))).toMatchObject({
    title: 'This is an error of the SDK: 422',
    detail: 'The interface answered: {"detail":"no"}',
  });
});
