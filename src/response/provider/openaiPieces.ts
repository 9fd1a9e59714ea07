// Pieces of a chat or a completion in the shape of OpenAI, as people print them: one of `choices` or all of them, or the message of one. Read by the readers of
// whole bodies; what a body says beside them is absent.

import type { JsonCursor } from '../../json/cursor.ts';
import { messageParts, readChatChoice } from './openaiChat.ts';
import { readTextChoice } from './openaiCompletion.ts';
import { choiceOf, isOneOrAll, noteOtherParts, oneOrAll, readingOf } from './parts.ts';
import type { ProviderReader } from './reading.ts';

/** `index` and `finish_reason` beside a message or a text: no body of a provider has both at its root. */
function isChoice(value: JsonCursor | undefined): boolean {
  const isNumbered = value?.get('index')?.kind === 'number' && value.get('finish_reason') !== undefined;
  return isNumbered && (value?.get('message')?.kind === 'object' || value?.get('text')?.kind === 'string');
}

export const openaiChoices: ProviderReader = {
  format: 'openai-choices',
  label: 'OpenAI choices',
  recognises: (body) => isOneOrAll(body, isChoice),
  read(body) {
    const otherParts: string[] = [];
    return readingOf({
      choices: oneOrAll(body).map((choice, position) =>
        choice.get('message') === undefined
          ? readTextChoice(choice, position)
          : readChatChoice(choice, position, otherParts),
      ),
      notes: noteOtherParts(otherParts),
    });
  },
};

export const openaiMessage: ProviderReader = {
  format: 'openai-message',
  label: 'OpenAI message',
  recognises(body) {
    const content = body.get('content');
    const isSaid = content === undefined ? body.get('tool_calls') !== undefined : content.kind !== 'object';
    return body.get('role')?.text() === 'assistant' && isSaid;
  },
  read(body) {
    const otherParts: string[] = [];
    return readingOf({
      choices: [choiceOf(body, 0, messageParts(body, otherParts))],
      notes: noteOtherParts(otherParts),
    });
  },
};
