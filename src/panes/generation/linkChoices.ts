// The choices that a generation can be linked to, in their order and with their names. Pure.

import { pointerOf } from '../../json/pointer.ts';
import type { ProviderTable } from '../../response/choices/choiceTable.ts';
import { placeName } from '../../response/placeName.ts';
import type { ChoiceRow, GenerationRow } from '../../response/rows.ts';

export interface LinkChoice {
  /** `0/2`: places of the provider response and of the choice in it. */
  readonly id: string;
  readonly provider: number;
  readonly choice: ChoiceRow;
}

export interface LinkChoices {
  readonly listed: readonly LinkChoice[];
  /** How many there are in all. */
  readonly total: number;
  /** Id of the choice that the generation is linked to now. */
  readonly current: string | undefined;
}

/** A menu longer than this is no menu any more. */
export const mostListed = 200;

/** Every choice; of too many those around the one at the place of the generation or of its link. */
export function linkChoices(providers: ProviderTable, row: GenerationRow): LinkChoices {
  const current = providers.choiceAt(row.link?.choice, row.position);
  const middle = current < 0 ? row.position : current;
  const total = providers.choiceCount;
  const from = Math.max(0, Math.min(middle - mostListed / 2, total - mostListed));
  const listed = Array.from({ length: Math.min(mostListed, total - from) }, (_, at) => providers.choice(from + at))
    .filter((choice) => choice !== undefined)
    .map((choice): LinkChoice => {
      const provider = providers.providerOf(choice.number);
      return { id: idOf(providers, choice.number), provider, choice };
    });
  return { listed, total, current: current < 0 ? undefined : idOf(providers, current) };
}

function idOf(providers: ProviderTable, number: number): string {
  return `${providers.providerOf(number)}/${providers.positionOf(number)}`;
}

/** `provider_responses[0] choice 2` */
export function choiceName({ provider, choice }: LinkChoice): string {
  return `${placeName(pointerOf('provider_responses', provider))} choice ${choice.position}`;
}

/** The choice that a generation is linked to, also where several share its pointer. */
export function linkedChoice(providers: ProviderTable, row: GenerationRow | undefined): ChoiceRow | undefined {
  return providers.choice(providers.choiceAt(row?.link?.choice, row?.position));
}
