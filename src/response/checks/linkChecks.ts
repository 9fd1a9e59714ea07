// HL030 to HL034 and HL037: generations and choices that do not find each other, or not surely.

import { pointerOf } from '../../json/pointer.ts';
import { formatCount, listPhrase, plural } from '../../words/numbers.ts';
import { generationLabels, generationName } from '../generationNames.ts';
import { placeName } from '../placeName.ts';
import { atMost, type Check, type Finding, type ResponseSubject } from './check.ts';
import type { ChoiceFacts } from './choiceFacts.ts';

export const linkChecks: readonly Check<ResponseSubject>[] = [
  {
    id: 'HL030',
    severity: 'error',
    find({ context, generations, providers, choices, links }) {
      const { table } = choices;
      // In a text that breaks off it may have stood further on; among errors alone there is nothing to be found in.
      const hasTexts = providers.hasFormat('unknown') || hasText(choices);
      if (!context.isWhole || !hasTexts) return [];
      const findings: Finding[] = [];
      for (let position = generations.first; position < generations.end; position++) {
        if (!generations.hasText(position)) continue;
        const word = links.word(position);
        if (word !== 'none' && word !== 'by position') continue;
        if (word === 'by position' && !(table.characters(links.choice(position)) > 0)) continue;
        const { choice, pin } = links.link(position) ?? {};
        if (pin !== undefined) continue;
        findings.push({
          message: `data[${position}] text is not found in any provider response.`,
          pointer: pointerOf('data', position),
          ...(choice !== undefined && { related: [choice] }),
        });
      }
      return atMost(findings);
    },
  },
  {
    id: 'HL031',
    severity: 'error',
    find({ generations, choices: { table }, links }) {
      const findings: Finding[] = [];
      for (let position = generations.first; position < generations.end; position++) {
        if (links.word(position) !== 'conflict') continue;
        const choice = links.choice(position);
        if (choice < 0) continue;
        const otherChoice = links.link(position)?.otherChoice;
        const index = table.index(choice);
        const own = Number.isNaN(index) ? table.positionOf(choice) : index;
        findings.push({
          message: `data[${position}] has index ${wordOf(generations.index(position))} but its text is that of choice ${own}.`,
          pointer: pointerOf('data', position),
          related: [table.choicePointer(choice), ...(otherChoice === undefined ? [] : [otherChoice])],
        });
      }
      return atMost(findings);
    },
  },
  {
    id: 'HL032',
    severity: 'info',
    find({ ambiguous, generations }) {
      if (ambiguous.length === 0) return [];
      const labels = generationLabels(
        Array.from({ length: generations.count }, (_, at) => {
          const index = generations.index(generations.first + at);
          return Number.isNaN(index) ? undefined : index;
        }),
      );
      const nameOf = (position: number) =>
        position < generations.end ? generationName(labels[position - generations.first] ?? '') : `data[${position}]`;
      return atMost(
        ambiguous.flatMap(({ generations: members, choices, what }) => {
          const [pointer, ...related] = members
            .filter((position) => position < generations.end)
            .map((position) => pointerOf('data', position));
          if (pointer === undefined) return [];
          const names = members.map(nameOf);
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
    find({ root, context, choices: { table, from, to } }) {
      if (!context.isWhole || root.get('data')?.kind !== 'array') return [];
      const findings: Finding[] = [];
      for (let choice = from; choice < to; choice++) {
        if (table.generation(choice) >= 0) continue;
        const pointer = table.choicePointer(choice);
        findings.push({
          message: `Provider choice ${placeName(pointer)} is not in \`data\` (best_of, retry, or lost sample).`,
          pointer,
        });
      }
      return atMost(findings);
    },
  },
  {
    id: 'HL034',
    severity: 'warning',
    find({ root, context, generations }) {
      const list = root.get('provider_responses');
      if (!context.isWhole || context.isRelative) return [];
      if (list?.kind !== 'array' || list.length > 0 || generations.count === 0) return [];
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
    find({ generations, links }) {
      const findings: Finding[] = [];
      for (let position = generations.first; position < generations.end; position++) {
        if (!links.hasDifference(position)) continue;
        const { difference, text } = links.link(position) ?? {};
        if (difference === undefined) continue;
        const { characters, end } = difference;
        findings.push({
          message: `Provider text and raw_output differ only by ${formatCount(characters)} characters at the ${end}.`,
          pointer: pointerOf('data', position),
          ...(text !== undefined && { related: [text] }),
        });
      }
      return atMost(findings);
    },
  },
];

function hasText({ table, from, to }: ChoiceFacts): boolean {
  for (let choice = from; choice < to; choice++) if (table.characters(choice) > 0) return true;
  return false;
}

function wordOf(index: number): string {
  return Number.isNaN(index) ? 'undefined' : String(index);
}
