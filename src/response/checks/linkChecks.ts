// HL030 to HL034 and HL037: generations and choices that do not find each other, or not surely.

import { formatCount, listPhrase, plural } from '../../words/numbers.ts';
import { generationLabels, generationName } from '../generationNames.ts';
import { placeName } from '../placeName.ts';
import { atMost, type Check, type Finding, type ResponseSubject } from './check.ts';

export const linkChecks: readonly Check<ResponseSubject>[] = [
  {
    id: 'HL030',
    severity: 'error',
    find({ context, generations, providers, linkOf }) {
      // In a text that breaks off it may have stood further on; among errors alone there is nothing to be found in.
      const hasTexts = providers.some(
        ({ format, choices }) => format === 'unknown' || choices.some((choice) => choice.hasText),
      );
      if (!context.isWhole || !hasTexts) return [];
      return atMost(
        generations.flatMap(({ position, pointer, hasText }): readonly Finding[] => {
          const found = linkOf(position);
          if (!hasText || found === undefined) return [];
          const isLost = found.word === 'none' || (found.word === 'by position' && found.choice?.hasText === true);
          if (!isLost || found.link.pin !== undefined) return [];
          const { choice } = found.link;
          return [
            {
              message: `data[${position}] text is not found in any provider response.`,
              pointer,
              ...(choice !== undefined && { related: [choice] }),
            },
          ];
        }),
      );
    },
  },
  {
    id: 'HL031',
    severity: 'error',
    find({ generations, linkOf }) {
      return atMost(
        generations.flatMap(({ position, pointer, index }) => {
          const found = linkOf(position);
          if (found?.word !== 'conflict' || found.choice === undefined) return [];
          const { link, choice } = found;
          const own = choice.index ?? choice.position;
          return [
            {
              message: `data[${position}] has index ${index} but its text is that of choice ${own}.`,
              pointer,
              related: [choice.pointer, ...(link.otherChoice === undefined ? [] : [link.otherChoice])],
            },
          ];
        }),
      );
    },
  },
  {
    id: 'HL032',
    severity: 'info',
    find({ ambiguous, generations }) {
      if (ambiguous.length === 0) return [];
      const pointerOf = new Map(generations.map(({ position, pointer }) => [position, pointer]));
      const labels = generationLabels(generations.map(({ index }) => index));
      const nameOf = new Map(generations.map(({ position }, at) => [position, generationName(labels[at] ?? '')]));
      return atMost(
        ambiguous.flatMap(({ generations: members, choices, what }) => {
          const [pointer, ...related] = members
            .map((position) => pointerOf.get(position))
            .filter((one) => one !== undefined);
          if (pointer === undefined) return [];
          const names = members.map((position) => nameOf.get(position) ?? `data[${position}]`);
          return [
            {
              message: `${listPhrase(names, 8)} ${members.length === 1 ? `has what ${plural(choices.length, 'choice')} have` : `have identical ${what}`}; matched by index.`,
              pointer,
              related: [...related, ...choices].slice(0, 1000),
              ...(what === 'tool calls' && { detail: 'There is no text; the tool calls are equal.' }),
            },
          ];
        }),
      );
    },
  },
  {
    id: 'HL033',
    severity: 'warning',
    find({ root, context, providers }) {
      if (!context.isWhole || root.get('data')?.kind !== 'array') return [];
      const left = providers.flatMap(({ choices }) => choices).filter(({ generation }) => generation === undefined);
      return atMost(
        left.map(({ pointer }) => ({
          message: `Provider choice ${placeName(pointer)} is not in \`data\` (best_of, retry, or lost sample).`,
          pointer,
        })),
      );
    },
  },
  {
    id: 'HL034',
    severity: 'warning',
    find({ root, context, generations }) {
      const list = root.get('provider_responses');
      if (!context.isWhole || list?.kind !== 'array' || list.length > 0 || generations.length === 0) return [];
      return [
        {
          message: 'No provider response was recorded; tokens and reasons cannot be checked.',
          pointer: list.pointer,
        },
      ];
    },
  },
  {
    id: 'HL037',
    severity: 'info',
    find({ generations, linkOf }) {
      return atMost(
        generations.flatMap(({ position, pointer }) => {
          const found = linkOf(position);
          const { difference, text } = (found?.hasDifference && found.link) || {};
          if (difference === undefined) return [];
          const { characters, end } = difference;
          return [
            {
              message: `Provider text and raw_output differ only by ${formatCount(characters)} characters at the ${end}.`,
              pointer,
              ...(text !== undefined && { related: [text] }),
            },
          ];
        }),
      );
    },
  },
];
