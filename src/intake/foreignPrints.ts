// What other languages and programs write of an object that cannot be read with certainty, or not at all: named, with the line that prints JSON instead. Each is a
// form that is always refused, asked before the forms of languages. Knows the signs of a beginning and no grammar.

import type { Form, Head, Refusal } from './form.ts';

interface Foreign {
  readonly id: string;
  readonly is: RegExp | ((head: Head) => boolean);
  /** What it is, after "This is". */
  readonly what: string;
  readonly detail: string;
  readonly advice: string;
}

const noQuotes = 'Strings stand without quotes in it, so where a text ends cannot be told.';
const otherSigns = 'It is written with other signs than JSON.';
const named = 'Only its name was printed, and nothing of what is in it.';
const asJson = (code: string) => `Print it as JSON and paste that: ${code}`;

const foreign: readonly Foreign[] = [
  {
    id: 'php-print-r',
    is: /^\s*(?:Array|\w+ Object)\s*\n\s*\(\s*\n\s*(?:\[|\))/,
    what: 'what print_r of PHP writes',
    detail: noQuotes,
    advice: asJson('echo json_encode($response, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE);'),
  },
  {
    id: 'php-var-dump',
    is: /^\s*(?:array\(\d+\)|object\([\w\\]+\)#\d+ \(\d+\)) \{\s*\n\s*\[/,
    what: 'what var_dump of PHP writes',
    detail: otherSigns,
    advice: asJson('echo json_encode($response, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE);'),
  },
  {
    id: 'php-array',
    is: /^\s*(?:<\?php\s+)?(?:return |\$\w+ = )?(?:array ?\(|\[|\(object\) array\(|\\?[\w\\]+::__set_state\(array\()\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\d+)\s*=>/,
    what: 'an array of PHP',
    detail: otherSigns,
    advice: asJson('echo json_encode($response, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE);'),
  },
  {
    id: 'go',
    is: /^\s*&?(?:[\w.*[\]]+\{[A-Z]\w*:|\{[A-Z]\w*:[^\s"'{[,]* [A-Z]\w*:)/,
    what: 'a struct as Go prints it',
    detail: 'With %v and %+v strings stand without quotes, and what pointers lead to stands as an address.',
    advice: asJson('b, _ := json.MarshalIndent(response, "", "  "); fmt.Println(string(b))'),
  },
  {
    id: 'rust',
    is: /^\s*(?:(?:Ok|Some)\(\s*)?(?:Object \{\s*"|[A-Z]\w*(?:<[^>\n]*>)? \{[\s\S]{0,3000}?(?:\bSome\(|: None,|: String\())/,
    what: 'what {:?} of Rust writes',
    detail: otherSigns,
    advice: asJson('println!("{}", serde_json::to_string_pretty(&response)?);'),
  },
  {
    id: 'java',
    is: ({ text }) =>
      /^\s*[A-Z]\w*(?:\{\w+=|\[\w+=)/.test(text) ||
      (/^\s*[A-Z]\w*\(\w+=/.test(text) &&
        /=(?:null|true|false)[,)\]}]/.test(text) &&
        !/=["']/.test(text.slice(0, 2000))),
    what: 'what toString of Java or Kotlin writes',
    detail: noQuotes,
    advice: asJson('System.out.println(new ObjectMapper().writeValueAsString(response));'),
  },
  {
    id: 'swift',
    is: /^\s*▿ /,
    what: 'what dump of Swift writes',
    detail: otherSigns,
    advice: asJson('print(String(decoding: try JSONEncoder().encode(response), as: UTF8.self))'),
  },
  {
    id: 'clojure',
    is: /^\s*[{[(]+\s*:[\w.-]+\s+(?:["[{:\d-]|nil\b|true\b|false\b)/,
    what: 'EDN, as Clojure writes it',
    detail: otherSigns,
    advice: asJson('(println (clojure.data.json/write-str response))'),
  },
  {
    id: 'r',
    is: /^\s*List of \d+\s*\n\s*\$ /,
    what: 'what str of R writes',
    detail: 'Long texts are cut in it.',
    advice: asJson('cat(jsonlite::toJSON(response, auto_unbox = TRUE, pretty = TRUE))'),
  },
  {
    id: 'julia',
    is: /^\s*Dict\{\w+, ?\w+\}/,
    what: 'a Dict as Julia prints it',
    detail: otherSigns,
    advice: asJson('using JSON; JSON.print(response, 2)'),
  },
  {
    id: 'csharp',
    is: /^\s*\{ [A-Z]\w* = |^\s*System\.(?:Collections|Text|Threading)\.[\w.`]+(?:\[[^\]]*\])?\s*$/,
    what: 'what ToString of C# writes',
    detail: noQuotes,
    advice: asJson('Console.WriteLine(JsonSerializer.Serialize(response));'),
  },
  {
    id: 'bruno',
    is: /^\s*meta \{\s*\n\s*name:/,
    what: 'a request as Bruno keeps it',
    detail: 'It holds what was asked and no answer.',
    advice: 'Send it in Bruno, and copy or save the body of the response.',
  },
  {
    id: 'protobuf',
    is: ({ text }) => /^\s*[a-z]\w* \{\s*\n\s*[a-z]\w*(?: \{|: )/.test(text) && !/,\s*$/m.test(text.slice(0, 4000)),
    what: 'text of a protocol buffer',
    detail: otherSigns,
    advice: asJson('print(google.protobuf.json_format.MessageToJson(response._pb))'),
  },
  {
    id: 'python-name',
    is: /^\s*<(?:[\w.]+ )*(?:object|coroutine|generator|async_generator|function|class|bound method)\b[^<>\n]*(?:<[^>\n]*>)?[^<>\n]*>\s*$|^\s*<(?:API|Async)?Response \[\d{3}[^\]\n]*\][^\n]*>\s*$/,
    what: 'the name of an object of Python',
    detail: named,
    advice:
      'Of a response print(response.model_dump_json(indent=2)) or print(response.text); await a coroutine first; of a stream print each chunk: for chunk in stream: print(chunk.model_dump_json()).',
  },
  {
    id: 'promise',
    is: /^\s*Promise \{\s*(?:<pending>|<rejected>[^\n]*)\s*\}\s*$/,
    what: 'a promise of JavaScript that was not awaited',
    detail: named,
    advice: 'Await it: console.log(JSON.stringify(await response, null, 2)).',
  },
  {
    id: 'format-list',
    is: ({ text }) => /^\s*(?:\w+ *: [^\n]*\r?\n){2,}/.test(text) && /^\w+ *: [^\n]*@\{/m.test(text),
    what: 'the list that PowerShell shows',
    detail: 'What is deeper stands as text in it, or is cut.',
    advice: asJson('$response | ConvertTo-Json -Depth 20'),
  },
  {
    id: 'conversation',
    is: /^\s*(?:You said:|ChatGPT said:)/,
    what: 'a conversation copied from a page',
    detail: 'It holds texts only: no samples, no counts, no request.',
    advice: 'Export your data in the settings of the chat, and open the conversations.json in it.',
  },
  {
    id: 'url-encoded',
    is: /^\s*(?:\w+=)?%(?:7B|5B)(?:%22|%7B|%0A|%20)/i,
    what: 'text encoded for an address (%7B%22…)',
    detail: 'Each bracket and quote stands as a percent sign with a number.',
    advice: 'Decode it: in the console of a browser copy(decodeURIComponent(text)). Then paste.',
  },
  {
    id: 'toml',
    is: ({ text }) => /^\s*[\w.-]+ = (?:["\d[]|true|false)/.test(text) && /^\[\[?[\w.-]+\]\]?\s*$/m.test(text),
    what: 'TOML',
    detail: otherSigns,
    advice: asJson(
      'python3 -c "import json, sys, tomllib; json.dump(tomllib.load(sys.stdin.buffer), sys.stdout)" < FILE',
    ),
  },
  {
    id: 'yaml',
    is: ({ text }) =>
      /^\s*(?:---[^\n]*\n)?(?:[\w-]+:(?: [^\n]*)?|- [\w-]+:[^\n]*)\n/.test(text) &&
      /^(?:choices|data|provider_responses|candidates|content|output|results|tests|prompts|model|id|usage):(?:\s|$)/m.test(
        text,
      ) &&
      !/^(?:data|event|id|retry):[ \t]*[[{]/m.test(text) &&
      /^[ \t]*(?:- )?[\w-]+: *\n[ \t]*(?:- |[\w-]+:)/m.test(text),
    what: 'YAML',
    detail: 'Only cassettes are read of it: what a word in it means depends on the program that reads it.',
    advice: asJson('python3 -c "import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin), sys.stdout)" < FILE'),
  },
];

/** `humanloop.exceptions.ApiException: (401)` with `Reason:` below, as the SDK raises it. */
const apiException = /(?:^|\n)[ \t]{0,40}[\w.]{0,200}Exception: \((\d{3})\)\s*\n\s*Reason: ([^\n]*)/;

const exceptionOfSdk: Form = {
  id: 'sdk-exception',
  looksLike: ({ text }) => apiException.test(text),
  read(bytes): Refusal | undefined {
    const text = new TextDecoder().decode(bytes.subarray(0, 65_536));
    const match = apiException.exec(text);
    if (match === null) return undefined;
    const body = /\n\s*HTTP response body: ([^\n]{1,300})/.exec(text)?.[1];
    return {
      isRefused: true,
      title: `This is an error of the SDK: ${match[1]} ${match[2]?.trim()}`.trimEnd(),
      detail: body === undefined ? 'The call failed, and there is no response.' : `The interface answered: ${body}`,
      advice: 'Mend what it says (the key, the parameters, the model), call again and open what comes back.',
    };
  },
};

export const foreignPrints: readonly Form[] = [
  exceptionOfSdk,
  ...foreign.map(
    ({ id, is, what, detail, advice }): Form => ({
      id,
      looksLike: (head) => (typeof is === 'function' ? is(head) : is.test(head.text)),
      read: (): Refusal => ({ isRefused: true, title: `This is ${what}`, detail, advice }),
    }),
  ),
];
