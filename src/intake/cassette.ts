// Cassettes in YAML (vcrpy, VCR for Ruby, go-vcr): what was asked and answered, call by call. The bodies of the answers are read on; headers are dropped.
// Knows no grammar of a body.

import type { Form, Reading } from './form.ts';
import { LinedText } from './formText.ts';
import type { MadeBytes } from './madeText.ts';
import { type RecordedCall, readRecorded } from './recordedCalls.ts';
import type { ByteRange } from './sourceMap.ts';
import { readYaml, type YamlMap, type YamlNode, YamlProblem } from './yaml.ts';
import { scalarText } from './yamlScalar.ts';

export const cassette: Form = {
  id: 'cassette',
  looksLike: ({ text }) =>
    /^(?:http_)?interactions:[ \t]*(?:#.*)?\r?$/m.test(text) && /^[\s\uFEFF]*(?:---|#|[\w-]+:)/.test(text),
  read(bytes): Reading | undefined {
    const input = new LinedText(bytes);
    try {
      const root = readYaml(input);
      const list = member(root, 'interactions') ?? member(root, 'http_interactions');
      if (list?.kind !== 'list') return undefined;
      return readRecorded(
        input,
        'YAML cassette',
        list.items.map((item) => callOf(bytes, item)),
        hiddenIn(list.items),
      );
    } catch (reason) {
      if (!(reason instanceof YamlProblem)) throw reason;
      return {
        isRefused: true,
        title: 'This cassette holds YAML that is not read here',
        detail: reason.message,
        advice:
          'Open the body of the response by itself: in a cassette it stands behind string, below response and body.',
        byte: reason.byte,
      };
    }
  },
};

function callOf(bytes: Uint8Array<ArrayBuffer>, item: YamlNode): RecordedCall {
  const request = member(item, 'request');
  const response = member(item, 'response');
  const method = scalar(bytes, member(request, 'method'));
  const address = scalar(bytes, member(request, 'uri') ?? member(request, 'url'));
  const status = member(response, 'status');
  const code = scalar(bytes, member(status, 'code') ?? status) ?? scalar(bytes, member(response, 'status_code'));
  const asked = bodyOf(bytes, request);
  const answered = bodyOf(bytes, response);
  return {
    from: item.from,
    method: method?.toUpperCase(),
    address,
    status: Number.parseInt(code ?? '', 10) || undefined,
    ...(asked && { request: asked }),
    ...(answered && { response: answered }),
  };
}

/** `body: text`, `body.string` or `body.base64_string`. */
function bodyOf(bytes: Uint8Array<ArrayBuffer>, message: YamlNode | undefined): MadeBytes | undefined {
  const body = member(message, 'body');
  const base64 = member(body, 'base64_string');
  const node = base64 ?? member(body, 'string') ?? body;
  if (node?.kind !== 'scalar') return undefined;
  return scalarText(bytes, base64 === undefined ? node : { ...node, isBinary: true });
}

function hiddenIn(items: readonly YamlNode[]): ByteRange[] {
  return items.flatMap((item) => [
    ...scalarsIn(member(member(item, 'request'), 'headers')),
    ...scalarsIn(member(member(item, 'response'), 'headers')),
  ]);
}

/** What the values of headers take up. */
function scalarsIn(node: YamlNode | undefined): ByteRange[] {
  if (node === undefined) return [];
  if (node.kind === 'map') return [...node.entries.values()].flatMap(scalarsIn);
  if (node.kind === 'list') return node.items.flatMap(scalarsIn);
  return node.to > node.from ? [{ from: node.from, to: node.to }] : [];
}

function scalar(bytes: Uint8Array<ArrayBuffer>, node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.to - node.from < 10_000
    ? new TextDecoder().decode(scalarText(bytes, node).bytes)
    : undefined;
}

function member(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === 'map' ? (node as YamlMap).entries.get(key) : undefined;
}
