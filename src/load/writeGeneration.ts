// Writes a generation into the table of samples while it is read: from its bytes, without an object for the row.

import { callsText } from '../response/callText.ts';
import type { ScannedGeneration } from '../response/generation.ts';
import { mayBeJson, outputJson } from '../response/outputJson.ts';
import { finishClasses, flagBits, jsonStates, outputKinds, stateBits } from '../response/samples/sampleColumns.ts';
import type { SampleWriter } from '../response/samples/sampleWriter.ts';
import { heldName, isLongName } from '../response/samples/writeRow.ts';
import type { TextScan } from '../response/text/textScan.ts';

const previewLength = 200;

/** `group`: undefined for none. `isChoice`: it does not stand in `data`. What links, checks and tokens say comes later. */
export function writeGeneration(
  writer: SampleWriter,
  generation: ScannedGeneration,
  group: number | undefined,
  isBroken: boolean,
  isChoice = false,
): void {
  const { position, index, id, modelConfigId, outputKind, outputScan, finishReason, toolCalls } = generation;
  writer.setNumber('index', position, index ?? Number.NaN);
  writer.setText('id', position, heldName(id));
  writer.setWord('model', position, heldName(modelConfigId));
  const isPreviewWhole = writePreview(writer, generation, outputScan);
  writer.setCode('outputKind', position, outputKinds.indexOf(outputKind));
  const json = outputScan && mayBeJson(outputScan) ? outputJson(generation.output ?? '') : undefined;
  writer.setCode('json', position, json === undefined ? -1 : jsonStates.indexOf(json));
  writer.setCount('characters', position, outputScan?.characters ?? Number.NaN);
  writer.setCount('words', position, outputScan && outputScan.words >= 0 ? outputScan.words : Number.NaN);
  writer.setWord('finish', position, heldName(finishReason?.raw));
  writer.setCode('finishClass', position, finishReason === undefined ? -1 : finishClasses.indexOf(finishReason.class));
  // It stands where it does in every generation; a choice has it elsewhere.
  writer.setPlace('finishPlace', position, isChoice ? finishReason?.pointer : undefined);
  writer.setPlace('ownPlace', position, isChoice ? generation.pointer : undefined);
  writer.setText('calls', position, toolCalls.length > 0 ? callsText(toolCalls, previewLength).text : undefined);
  writer.setCount('toolCalls', position, toolCalls.length || Number.NaN);
  writer.setCount('toolResults', position, generation.toolResultCount || Number.NaN);
  const bits =
    (isPreviewWhole ? flagBits.previewWhole : 0) |
    (generation.hasInputs ? flagBits.inputs : 0) |
    (generation.hasMessages ? flagBits.messages : 0) |
    (isBroken ? flagBits.broken : 0) |
    (isLongName(id) ? flagBits.idCut : 0) |
    (isLongName(modelConfigId) ? flagBits.modelCut : 0) |
    (isLongName(finishReason?.raw) ? flagBits.finishCut : 0);
  writer.setFlags('flags', position, 0xff, bits);
  writer.setCount('group', position, group ?? Number.NaN);
  // Until all are known, whose index is its own is not.
  writer.setText('label', position, undefined);
  const named = index === undefined ? stateBits.namedByPlace : stateBits.namedByIndex;
  writer.setFlags('state', position, 0xff, named);
}

/** Gives whether the preview is all of the output. */
function writePreview(writer: SampleWriter, generation: ScannedGeneration, scan: TextScan | undefined): boolean {
  const { position } = generation;
  // Half of a surrogate pair alone is no UTF-8.
  if (scan === undefined || scan.isBroken) {
    const { text, isWhole } = generation.outputStart(previewLength);
    writer.setText('preview', position, text);
    return isWhole;
  }
  const { bytes, from, to } = scan;
  let end = from;
  for (let left = previewLength; left > 0 && end < to; left--) {
    end++;
    while (end < to && ((bytes[end] as number) & 0xc0) === 0x80) end++;
  }
  writer.setTextBytes('preview', position, bytes, from, end);
  return end === to;
}
