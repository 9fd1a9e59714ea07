// Turns parts of a response into the rows that panes show of them. Short values only.

import { callsText } from '../response/callText.ts';
import type { ReadGeneration } from '../response/generation.ts';
import type { Link } from '../response/model.ts';
import { mayBeJson, outputJson } from '../response/outputJson.ts';
import type { ProviderChoice } from '../response/provider/reading.ts';
import type { GenerationRow, ProviderRow, SeverityCounts } from '../response/rows.ts';

const previewLength = 200;

/** What is known of a generation beside itself. */
export interface RowState {
  readonly label: string;
  readonly issues: SeverityCounts;
  readonly isChecked: boolean;
  readonly isBroken: boolean;
  readonly group?: number | undefined;
  readonly link?: Link | undefined;
  readonly tokens?: GenerationRow['tokens'] | undefined;
}

/** The row of a generation. */
export function generationRow(generation: ReadGeneration, state: RowState): GenerationRow {
  const { pointer, position, id, index, modelConfigId, finishReason, outputScan } = generation;
  const { label, issues, isChecked, isBroken, group, link, tokens } = state;
  const json = outputScan && mayBeJson(outputScan) ? outputJson(generation.output ?? '') : undefined;
  const preview = generation.outputStart(previewLength);
  return {
    pointer,
    position,
    ...(index !== undefined && { index }),
    label,
    ...(id !== undefined && { id }),
    ...(modelConfigId !== undefined && { modelConfigId }),
    preview: preview.text,
    isPreviewWhole: preview.isWhole,
    outputKind: generation.outputKind,
    ...(json && { json }),
    ...(outputScan && { characters: outputScan.characters }),
    ...(outputScan && outputScan.words >= 0 && { words: outputScan.words }),
    ...(finishReason && { finishReason }),
    ...(tokens && { tokens }),
    ...(generation.toolCalls.length > 0 && { calls: callsText(generation.toolCalls, previewLength).text }),
    toolCallCount: generation.toolCalls.length,
    toolResultCount: generation.toolResults.length,
    hasInputs: generation.hasInputs,
    hasMessages: generation.hasMessages,
    ...(link && { link }),
    ...(group !== undefined && { group }),
    issues,
    isChecked,
    isBroken,
  };
}

/**
 * Tokens of a generation from its linked choice: as the provider states them for this choice (or for the whole provider
 * response, where this is its only choice), else as many as are listed with log probabilities.
 */
export function tokensOfChoice(
  choice: Pick<ProviderChoice, 'usage' | 'listedTokens'>,
  provider: Pick<ProviderRow, 'usage'> & { readonly choiceCount: number },
): GenerationRow['tokens'] {
  const stated = choice.usage?.generation ?? (provider.choiceCount === 1 ? provider.usage?.generation : undefined);
  if (stated !== undefined) return { count: stated.value, from: 'provider', pointer: stated.pointer };
  if (choice.listedTokens === undefined) return undefined;
  return { count: choice.listedTokens.count, from: 'listed', pointer: choice.listedTokens.pointer };
}
