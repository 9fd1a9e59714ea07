// Writes a provider response that was read as an object into the columns.

import type { ProviderRead } from '../provider/read.ts';
import type { ProviderChoice } from '../provider/reading.ts';
import { TextScan } from '../text/textScan.ts';
import type { ChoiceWriter } from './choiceWriter.ts';

const scan = new TextScan();

/** `onChoice` hears of every choice with its number and the scan of its text, which is gone with the next one; absent where there is no text. */
export function addProvider(
  writer: ChoiceWriter,
  { format, formatLabel, reading }: ProviderRead,
  onChoice: (choice: ProviderChoice, number: number, scan: TextScan | undefined) => void = () => {},
): void {
  const { vendor, id, model, created, usage, billed, error, blocked, notes, choices } = reading;
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
  for (const choice of choices) {
    const { pointer, index, textPointers, textKind, reasoning, finishReason, toolCalls, listedTokens } = choice;
    const number = writer.startChoice(pointer);
    if (index !== undefined) writer.setIndex(index);
    const own = choice.scanText(scan) ? scan : undefined;
    writer.setText(textKind, own?.characters ?? 0, textPointers);
    if (reasoning) writer.setReasoning(reasoning.text.length, reasoning.pointers[0] ?? pointer);
    if (finishReason) writer.setFinish(finishReason);
    writer.setToolCallCount(toolCalls.length);
    if (listedTokens) writer.setListedTokens(listedTokens.count);
    onChoice(choice, number, own);
  }
}
