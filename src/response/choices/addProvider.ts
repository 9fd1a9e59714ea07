// Writes a provider response that was read as an object into the columns.

import type { ProviderRead } from '../provider/read.ts';
import type { ChoiceWriter } from './choiceWriter.ts';

/** `countCodePoints` of the texts is the caller's, so that a text is counted once. Gives the number of its first choice. */
export function addProvider(
  writer: ChoiceWriter,
  { format, formatLabel, reading }: ProviderRead,
  charactersOf: (text: string) => number,
): number {
  const { vendor, id, model, created, usage, billed, error, blocked, notes, choices } = reading;
  const first = writer.choiceCount;
  writer.startProvider(format, formatLabel);
  if (vendor !== undefined) writer.setVendor(vendor);
  if (id !== undefined) writer.setId(id);
  if (model) writer.setModel(model.text, model.pointer);
  if (created) writer.setCreated(created);
  if (usage) writer.setUsage('usage', usage);
  if (billed) writer.setUsage('billed', billed);
  if (error) writer.setError(error);
  if (blocked) writer.setBlocked(blocked);
  writer.setNotes(notes);
  for (const { pointer, index, text, textPointers, textKind, reasoning, ...rest } of choices) {
    const { finishReason, toolCalls, listedTokens } = rest;
    writer.startChoice(pointer);
    if (index !== undefined) writer.setIndex(index);
    writer.setText(textKind, text === null ? 0 : charactersOf(text), textPointers);
    if (reasoning) writer.setReasoning(reasoning.text.length, reasoning.pointers[0] ?? pointer);
    if (finishReason) writer.setFinish(finishReason);
    writer.setToolCallCount(toolCalls.length);
    if (listedTokens) writer.setListedTokens(listedTokens.count);
  }
  return first;
}
