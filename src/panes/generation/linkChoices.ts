// The choices that a generation can be linked to, in their order and with their names. Pure.

import { pointerOf } from '../../json/pointer.ts';
import { placeName } from '../../response/placeName.ts';
import type { ChoiceRow, GenerationRow, ProviderRow } from '../../response/rows.ts';

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
export function linkChoices(providers: readonly ProviderRow[], row: GenerationRow): LinkChoices {
  const all = providers.flatMap((provider) =>
    provider.choices.map((choice): LinkChoice => {
      return { id: `${provider.position}/${choice.position}`, provider: provider.position, choice };
    }),
  );
  const own = all.filter(({ choice }) => choice.pointer === row.link?.choice);
  const current = own.find(({ choice }) => choice.generation === row.position) ?? own[0];
  const middle = current === undefined ? row.position : all.indexOf(current);
  const from = Math.max(0, Math.min(middle - mostListed / 2, all.length - mostListed));
  return { listed: all.slice(from, from + mostListed), total: all.length, current: current?.id };
}

/** `provider_responses[0] choice 2` */
export function choiceName({ provider, choice }: LinkChoice): string {
  return `${placeName(pointerOf('provider_responses', provider))} choice ${choice.position}`;
}

/** The choice that a generation is linked to, also where several share its pointer. */
export function linkedChoice(providers: readonly ProviderRow[], row: GenerationRow | undefined): ChoiceRow | undefined {
  const own = providers.flatMap(({ choices }) => choices.filter(({ pointer }) => pointer === row?.link?.choice));
  return own.find(({ generation }) => generation === row?.position) ?? own[0];
}
