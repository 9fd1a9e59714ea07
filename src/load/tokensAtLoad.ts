// What a load keeps of the tokens of one choice: figures, facts and what the checks find. Read from the bytes in one pass where that gives the
// same, else token by token.

import { figuresOf, figuresOfScanned } from '../analysis/probability/figures.ts';
import type { Pointer } from '../json/pointer.ts';
import { checkScannedTokens } from '../response/checks/scannedTokenChecks.ts';
import { checkTokens } from '../response/checks/tokenChecks.ts';
import type { Issue } from '../response/model.ts';
import type { ProviderChoice } from '../response/provider/reading.ts';
import type { RequestFacts } from '../response/request.ts';
import { readTokens, type TokenContext } from '../response/tokens/readTokens.ts';
import { scanTokens } from '../response/tokens/scanTokens.ts';
import type { TokenFacts, TokenFigures } from '../response/tokens/token.ts';

export interface TokensAtLoad {
  readonly figures: TokenFigures;
  readonly facts: TokenFacts & { readonly pointer: Pointer };
  readonly issues: readonly Issue[];
}

/** Undefined when the choice lists no tokens. */
export function tokensAtLoad(
  choice: ProviderChoice,
  context: TokenContext,
  request: RequestFacts,
): TokensAtLoad | undefined {
  if (choice.tokens === undefined) return undefined;
  return scannedAtLoad(choice, context, request) ?? readAtLoad(choice, context, request);
}

/** From the bytes; undefined where they are written in an unusual way or one of the other checks finds something. */
export function scannedAtLoad(
  choice: ProviderChoice,
  context: TokenContext,
  request: RequestFacts,
): TokensAtLoad | undefined {
  const tokens = scanTokens(choice, context);
  if (tokens === undefined) return undefined;
  return {
    figures: figuresOfScanned(tokens),
    facts: { ...tokens.facts, pointer: tokens.pointer },
    issues: checkScannedTokens(tokens, request),
  };
}

/** Token by token: what the other way must give. */
export function readAtLoad(
  choice: ProviderChoice,
  context: TokenContext,
  request: RequestFacts,
): TokensAtLoad | undefined {
  const tokens = readTokens(choice, context);
  if (tokens === undefined) return undefined;
  return {
    figures: figuresOf(tokens),
    facts: { ...tokens.facts, pointer: tokens.pointer },
    issues: checkTokens(tokens, Boolean(choice.text), request),
  };
}
