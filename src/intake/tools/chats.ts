// Chats that were exported: ChatGPT (`mapping`) and Open WebUI (`history.messages`), trees in which the answers to one message are its samples, and SillyTavern,
// whose line holds them as `swipes`. A record per message that was answered.

import type { JsonCursor } from '../../json/cursor.ts';
import { plural } from '../../words/numbers.ts';
import { at, joined, list, object, type Piece, set, textOf } from './record.ts';
import { type Items, nameOf, type Recognised, type Records, type Tool } from './tool.ts';

interface ChatNode {
  readonly message: JsonCursor;
  readonly role: string | undefined;
  readonly parent: string | undefined;
}

interface Tree {
  /** The messages by their id, in the order of the file. */
  nodes(chat: JsonCursor): Iterable<readonly [string, ChatNode]>;
  generation(message: JsonCursor): Piece | undefined;
  content(message: JsonCursor): Piece | undefined;
  model(message: JsonCursor): JsonCursor | undefined;
}

const chatGptTree: Tree = {
  *nodes(chat) {
    for (const [id, node] of chat.get('mapping')?.entries() ?? []) {
      const message = set(node.get('message'));
      const role = message?.get('author')?.get('role')?.text();
      if (message !== undefined) yield [id, { message, role, parent: node.get('parent')?.text() }];
      // The root has no message; what hangs on it has no prompt.
    }
  },
  generation(message) {
    return object({
      id: message.get('id'),
      output: chatGptTree.content(message),
      finish_reason: set(at(message, 'metadata', 'finish_details', 'type')),
      status: set(message.get('status')),
      create_time: set(message.get('create_time')),
    });
  },
  content(message) {
    const content = message.get('content');
    const parts = Array.from(content?.get('parts')?.items() ?? []);
    return joined(parts) ?? set(content?.get('text'));
  },
  model: (message) => set(at(message, 'metadata', 'model_slug')),
};

const webUiTree: Tree = {
  *nodes(chat) {
    const messages = at(chat, 'chat', 'history', 'messages') ?? at(chat, 'history', 'messages');
    for (const [id, message] of messages?.entries() ?? []) {
      yield [id, { message, role: message.get('role')?.text(), parent: message.get('parentId')?.text() }];
    }
  },
  generation(message) {
    return object({
      id: message.get('id'),
      output: textOf(message.get('content')),
      timestamp: set(message.get('timestamp')),
      usage: set(message.get('usage')),
      rating: set(at(message, 'annotation', 'rating')),
    });
  },
  content: (message) => textOf(message.get('content')),
  model: (message) => set(message.get('model')),
};

export const chatGpt: Tool = {
  id: 'chatgpt',
  recognises(first) {
    const [node] = first.get('mapping')?.entries() ?? [];
    return node?.[1].get('children') !== undefined;
  },
  read: (items, records) => readTrees(items, records, chatGptTree, 'ChatGPT export'),
};

export const openWebUi: Tool = {
  id: 'open-webui',
  recognises(first) {
    const [message] = (at(first, 'chat', 'history', 'messages') ?? at(first, 'history', 'messages'))?.entries() ?? [];
    return message?.[1].get('childrenIds') !== undefined;
  },
  read: (items, records) => readTrees(items, records, webUiTree, 'Open WebUI export'),
};

function readTrees(items: Items, records: Records, tree: Tree, form: string): Recognised {
  let samples = 0;
  for (let position = 0; position < items.count; position++) {
    const chat = items.at(position);
    const nodes = new Map(tree.nodes(chat));
    const answers = new Map<string, JsonCursor[]>();
    for (const { message, role, parent } of nodes.values()) {
      if (role !== 'assistant' || parent === undefined || tree.content(message) === undefined) continue;
      answers.set(parent, [...(answers.get(parent) ?? []), message]);
    }
    const title = nameOf(set(chat.get('title'))) ?? `chat ${position + 1}`;
    let turn = 0;
    for (const [parent, messages] of answers) {
      turn++;
      samples += messages.length;
      const prompt = nodes.get(parent)?.message;
      records.add(
        { from: chat, name: `${title}, answer ${turn}`, group: `chat ${position + 1}, message ${parent}` },
        {
          data: list(messages.map((message) => tree.generation(message))),
          metadata: object({ title: set(chat.get('title')), parent: prompt?.get('id') }),
          provider_request: object({
            model: messages.map((message) => tree.model(message)).find((model) => model !== undefined),
            messages: promptOf(prompt, prompt && tree.content(prompt), nodes.get(parent)?.role),
          }),
        },
      );
    }
  }
  return {
    form,
    facts: [
      plural(items.count, 'chat'),
      plural(records.count, 'message with answers', 'messages with answers'),
      plural(samples, 'answer'),
    ],
    notes: ['Of each chat the answers and the message before them are shown; the messages before that are left out.'],
    grouping: 'Answers to one message (its regenerations) are of one prompt.',
  };
}

function promptOf(
  message: JsonCursor | undefined,
  content: Piece | undefined,
  role: string | undefined,
): Piece | undefined {
  if (message === undefined || content === undefined) return undefined;
  return list([
    object({
      role:
        message.get('role') ??
        at(message, 'author', 'role') ??
        (role === undefined ? undefined : (to) => to.write(JSON.stringify(role))),
      content,
    }),
  ]);
}

export const sillyTavern: Tool = {
  id: 'sillytavern',
  recognises(first) {
    const isHeader = first.get('user_name') !== undefined && first.get('character_name') !== undefined;
    return isHeader || (first.get('mes') !== undefined && first.get('is_user') !== undefined);
  },
  read(items, records) {
    let samples = 0;
    // The message before is written again with its answers, so that it is read anew from its place.
    let before: number | undefined;
    for (let position = 0; position < items.count; position++) {
      const line = items.at(position);
      const text = set(line.get('mes'));
      if (text === undefined) continue;
      const prompt = before === undefined ? undefined : items.at(before);
      before = position;
      if (line.get('is_user')?.kind === 'true' || line.get('is_system')?.kind === 'true') continue;
      const swipes = Array.from(line.get('swipes')?.items() ?? []);
      const answers = swipes.length > 0 ? swipes : [text];
      samples += answers.length;
      const name = `message ${position}`;
      records.add(
        { from: line, name, group: name },
        {
          data: list(
            answers.map((output, index) =>
              object({ output, ...swipeFacts(line, swipes.length > 0 ? index : undefined) }),
            ),
          ),
          metadata: object({
            name: set(line.get('name')),
            send_date: set(line.get('send_date')),
            swipe_id: set(line.get('swipe_id')),
          }),
          provider_request: object({
            model: set(at(line, 'extra', 'model')),
            messages: prompt && list([object({ name: set(prompt.get('name')), content: prompt.get('mes') })]),
          }),
        },
      );
    }
    return {
      form: 'SillyTavern chat',
      facts: [plural(records.count, 'message with answers', 'messages with answers'), plural(samples, 'answer')],
      notes: ['Of each answer the message before it is shown; the messages before that are left out.'],
      grouping: 'The `swipes` of one message are of one prompt.',
    };
  },
};

function swipeFacts(line: JsonCursor, index: number | undefined): Record<string, JsonCursor | undefined> {
  const info = index === undefined ? line : at(line, 'swipe_info', index);
  return {
    model: set(at(info, 'extra', 'model')),
    send_date: set(info?.get('send_date')),
    gen_started: set(info?.get('gen_started')),
    gen_finished: set(info?.get('gen_finished')),
  };
}
