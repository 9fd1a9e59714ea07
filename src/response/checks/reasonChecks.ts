// HL043, HL045, HL046 and HL090: finish reason, tool calls and tool results of one generation by itself.

import { isJson } from '../../json/isJson.ts';
import { childPointer } from '../../json/pointer.ts';
import type { Generation } from '../model.ts';
import { atMost, type Check, type GenerationSubject } from './check.ts';

const documented = ['stop', 'length', 'tool_call'];
const emptyResult = /^\s*(null|none|\{\s*\}|\[\s*\]|""|'')?\s*$/i;
const errorResult = /^\s*["'{[]*\s*["']?(error|exception|traceback|failed)\b/i;
const shownResult = 200;

/** Of a generation, and of a choice that is a sample itself. */
export const argumentsCheck: Check<{ readonly generation: Pick<Generation, 'toolCalls'> }> = {
  id: 'HL045',
  severity: 'warning',
  find({ generation: { toolCalls } }) {
    return atMost(
      toolCalls
        .filter(({ argumentsText }) => argumentsText.trim() !== '' && !isJson(argumentsText))
        .map(({ name, argumentsPointer }) => ({
          message: `Arguments of ${name} are not valid JSON (cut off?).`,
          pointer: argumentsPointer,
        })),
      100,
    );
  },
};

export const reasonChecks: readonly Check<GenerationSubject>[] = [
  {
    id: 'HL043',
    severity: 'warning',
    find({ generation, cursor, context }) {
      const reason = cursor.get('finish_reason');
      if (reason === undefined && context.isRelative) return [];
      if (cursor.kind !== 'object' || context.isStreamPiece || (reason !== undefined && reason.kind !== 'null'))
        return [];
      const pointer = reason?.pointer ?? generation.pointer;
      return [{ message: 'No finish reason: unfinished stream piece?', pointer }];
    },
  },
  argumentsCheck,
  {
    id: 'HL046',
    severity: 'info',
    find({ generation: { finishReason } }) {
      if (finishReason === undefined || documented.includes(finishReason.raw)) return [];
      return [
        {
          message: `Undocumented finish reason "${finishReason.raw.slice(0, 100)}".`,
          pointer: finishReason.pointer,
        },
      ];
    },
  },
  {
    id: 'HL090',
    severity: 'warning',
    find({ generation: { toolResults }, context }) {
      const { tools } = context.request;
      return atMost(
        toolResults.flatMap(({ pointer, name, result, resultPointer }) => {
          const isUnknown = name !== undefined && tools !== undefined && !tools.includes(name);
          const isEmpty = result === undefined || emptyResult.test(result);
          if (!isUnknown && !isEmpty && !errorResult.test(result)) return [];
          const found = isEmpty
            ? 'The result is empty.'
            : `The result is ${JSON.stringify(result.slice(0, shownResult))}.`;
          return [
            {
              message: `Tool ${name ?? 'without a name'} returned nothing.`,
              pointer: resultPointer ?? childPointer(pointer, 'result'),
              detail: isUnknown && !isEmpty ? `The request offers no tool of this name. ${found}` : found,
            },
          ];
        }),
        100,
      );
    },
  },
];
