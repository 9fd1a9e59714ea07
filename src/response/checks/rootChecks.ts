// HL001 and HL004: whether a text is a complete response, and what it holds beyond the schema.

import { childPointer, type Pointer } from '../../json/pointer.ts';
import { listPhrase } from '../../words/numbers.ts';
import type { ExtraKey } from '../violations.ts';
import type { Check, ResponseSubject } from './check.ts';

const lists = ['data', 'provider_responses'] as const;
const mostRelated = 1000;

export const rootChecks: readonly Check<ResponseSubject>[] = [
  {
    id: 'HL001',
    severity: 'error',
    find({ root, context }) {
      return lists.flatMap((key) => {
        const list = root.get(key);
        if (list === undefined && (context.isBare || context.isRelative)) return [];
        if (list?.kind === 'array' || (list === undefined && !context.isWhole)) return [];
        const message = `Not a complete CompletionResponse: \`${key}\` is missing or not a list.`;
        return [{ message, pointer: list === undefined ? root.pointer : childPointer(root.pointer, key) }];
      });
    },
  },
  {
    id: 'HL004',
    severity: 'info',
    find({ rootExtraKeys, generations, context }) {
      // Its own keys, under their own names.
      if (context.isRelative) return [];
      const first = new Map<string, Pointer>();
      const note = ({ name, pointer }: ExtraKey): void => {
        if (!first.has(name)) first.set(name, pointer);
      };
      for (const key of rootExtraKeys) note(key);
      for (const [name, pointer] of generations.extraKeys) note({ name, pointer });
      const [pointer, ...related] = first.values();
      if (pointer === undefined) return [];
      const message = `Extra keys kept: ${listPhrase([...first.keys()])}.`;
      return [{ message, pointer, ...(related.length > 0 && { related: related.slice(0, mostRelated) }) }];
    },
  },
];
