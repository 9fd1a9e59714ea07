// What each check means, what usually causes it and what to do: for people, a click away from a finding. One entry per id;
// their titles stand in `titles.ts`. Longer than most files: it is one list of texts.

import type { Severity } from '../model.ts';

export interface Explanation {
  readonly severity: Severity;
  readonly means: string;
  readonly causes: string;
  readonly todo: string;
}

function explain(severity: Severity, means: string, causes: string, todo: string): Explanation {
  return { severity, means, causes, todo };
}

/** By id, in their order. */
export const explanations: Readonly<Record<string, Explanation>> = {
  HL001: explain(
    'error',
    'A complete response has two lists at its root, `data` and `provider_responses`. One of them is missing or no list.',
    'Only a part was copied, or it is the response of another endpoint.',
    'Copy the whole response again. What is there is shown all the same.',
  ),
  HL002: explain(
    'error',
    'A generation lacks a key that the v4 schema requires.',
    'Another version of the API, a tool that dropped empty fields, or a hand-made example.',
    'Look at the generation in the source. Figures that need the key are left out.',
  ),
  HL003: explain(
    'warning',
    'A field has another type than the schema says. Null counts as absent where a field is optional.',
    'A tool that turned numbers into text, or a change of the API.',
    'Treat the value with care: what reads it may not take it.',
  ),
  HL004: explain(
    'info',
    'The response has keys that the v4 schema does not know. They are kept and shown.',
    'A later version of the API, or fields that a tool added.',
    'Nothing, unless you rely on the schema being closed.',
  ),
  HL010: explain(
    'warning',
    'The number of generations is no multiple of `num_samples`.',
    'Samples were lost on the way, a provider gave fewer, or the list was cut.',
    'Compare with the choices of the provider responses: what is left over there was lost later.',
  ),
  HL011: explain(
    'error',
    'Two generations of the same inputs have the same index, so that the index does not tell them apart.',
    'Responses were merged, or a generation was copied.',
    'Go by the position in `data`; links then go by text and order.',
  ),
  HL012: explain(
    'warning',
    'The indexes of one set of inputs do not run from 0 without gaps.',
    'Generations were filtered out or lost.',
    'Look for the missing ones among the choices of the provider responses.',
  ),
  HL013: explain(
    'error',
    'Two generations share one id.',
    'A generation was copied, or two responses were merged.',
    'Do not use the id to look up either of them.',
  ),
  HL014: explain(
    'info',
    'Generations are not listed in the order of their index.',
    'Samples were listed as they finished.',
    'Sort by index where the order matters to you.',
  ),
  HL020: explain(
    'warning',
    '`output` should be `raw_output` without white space at both ends, as Python strips it. It is something else.',
    'A tool changed one of them, or the text went through another decoding.',
    'Compare both texts; `raw_output` is what the provider gave.',
  ),
  HL021: explain(
    'info',
    'White space at the ends of the raw output is not in the output.',
    'Models often begin with a space or line breaks.',
    'Nothing. Use `raw_output` where the white space matters, as in code.',
  ),
  HL022: explain(
    'warning',
    'The generation has no text and no tool call, and still ended as if it were complete.',
    'A stop sequence came first, or the prompt already ended like an answer.',
    'Look at the stop sequences and at the end of the prompt.',
  ),
  HL023: explain(
    'info',
    'The model generated white space and nothing else, so that the output is empty.',
    'A low token limit, or a stop sequence right after the first line break.',
    'Raise the limit or change the stop sequence.',
  ),
  HL024: explain(
    'warning',
    'The text has a replacement character (U+FFFD) or half of a surrogate pair.',
    'A character of several bytes was cut at the token limit or decoded piece by piece.',
    'If it stands at the end, raise the limit; else look at how the stream was decoded.',
  ),
  HL030: explain(
    'error',
    'No choice of any provider response has the text of this generation, in any of the ways that are tried.',
    'The text was changed after the provider gave it, or its provider response is not in the list.',
    'Compare both texts; pin the right choice by hand if you know it.',
  ),
  HL031: explain(
    'error',
    'The text is that of one choice, the index points at another. The text is believed.',
    'Choices were put in order in one place and not in the other.',
    'Do not use the index to find the choice; token figures follow the text.',
  ),
  HL032: explain(
    'info',
    'Several choices have the same text, so that the text does not say which generation came from which.',
    'A low temperature, or a short answer.',
    'Nothing, unless you need the log probabilities of just one of them.',
  ),
  HL033: explain(
    'warning',
    'The provider gave a choice that no generation came from.',
    '`best_of` asked for more candidates, a call was repeated, or a sample was lost.',
    'Its tokens were paid for. Check the request for `best_of` and retries.',
  ),
  HL034: explain(
    'warning',
    'The list of provider responses is empty, so that texts, reasons and counts have nothing to be checked against.',
    'It was removed for size or privacy, or the provider is a mock.',
    'Ask for the response with its provider responses if you need them.',
  ),
  HL035: explain(
    'info',
    'No reader knows the shape of this provider response. It is shown as plain JSON, and texts are still looked for in it.',
    'A provider that is not known here, a mock, or a placeholder.',
    'Look at it in the tree.',
  ),
  HL036: explain(
    'error',
    'The provider answered with an error in place of choices.',
    'A limit of rate or length, a filter on the prompt, or a failing service.',
    'Read the message; a repeated call may stand further on in the list.',
  ),
  HL037: explain(
    'info',
    'The provider text and the raw output are equal but for some characters at one end.',
    'A stop sequence, a suffix or a repeated prompt was cut off.',
    'Compare the ends if they matter.',
  ),
  HL040: explain(
    'error',
    'The generation says that it ended for another reason than the provider says.',
    'The reason was mapped wrongly, or the generation is linked to another choice than it came from.',
    'Believe the provider; check the link.',
  ),
  HL041: explain(
    'warning',
    'The text ended because the token limit was reached, so that it is probably not complete.',
    '`max_tokens` is too low, or the prompt left too little room.',
    'Raise the limit or shorten the prompt.',
  ),
  HL042: explain(
    'warning',
    'A filter or a refusal kept back the answer or a part of it.',
    'The prompt or the answer touched a policy of the provider.',
    'Look at the place that is named: it often says which category.',
  ),
  HL043: explain(
    'warning',
    'The generation does not say why it ended.',
    'It is a piece of a stream that had not ended, or its provider gives no reason (edits, PaLM).',
    'Do not take the text for complete without looking at it.',
  ),
  HL044: explain(
    'warning',
    'It ended for a tool call and has none, or has calls and ended for something else.',
    'A call was dropped, or the tool was forced, which some providers end with `stop`.',
    'Look for the call in the provider response.',
  ),
  HL045: explain(
    'warning',
    'The arguments of a tool call cannot be parsed.',
    'The call was cut at the token limit, or the model wrote wrong JSON.',
    'Raise the limit, or validate before you call the tool.',
  ),
  HL046: explain(
    'info',
    'The documentation knows `stop`, `length` and `tool_call`; this is another word. Of a bare provider response: a word that its format is not known for.',
    'The provider’s own word came through.',
    'Handle it in your code as its class says.',
  ),
  HL050: explain(
    'error',
    'Prompt and generation tokens do not give the total, with reasoning tokens or without.',
    'Counts of different sources were mixed.',
    'Do not calculate costs from the total.',
  ),
  HL051: explain(
    'warning',
    'The response counts other tokens than the sum of its provider responses, and no known cause explains it.',
    'Another tokenizer, a missing provider response, or an estimate.',
    'For costs believe the provider.',
  ),
  HL052: explain(
    'info',
    'The response counts other tokens than its provider responses, by just as much as a known cause makes.',
    'Cached tokens or thoughts counted apart, candidates that `best_of` discarded, several calls, billed units.',
    'Decide which count you mean; both are right in their way.',
  ),
  HL053: explain(
    'error',
    'A count is negative or no whole number. 28.0 is taken as 28.',
    'An estimate or a wrong calculation.',
    'Leave it out of sums.',
  ),
  HL054: explain(
    'warning',
    'The log probabilities list more tokens of the answer than the usage counts. (The other way round is normal.)',
    'The count leaves something out, or belongs to another call.',
    'Believe the list for the number of tokens.',
  ),
  HL055: explain(
    'info',
    'It ended for length, but has less than 90 % of the tokens that `max_tokens` allowed.',
    'Prompt and answer together reached the context size of the model.',
    'Shorten the prompt, or use a model with more context.',
  ),
  HL060: explain(
    'warning',
    'Log probabilities were asked for, and a linked choice lists none.',
    'The provider or the model does not support them, or the field is another one there.',
    'Check the request; confidence figures are missing for these.',
  ),
  HL061: explain(
    'error',
    'Lists that should have one entry per token have different lengths.',
    'Lists were cut or merged by a tool.',
    'Do not read values by position beyond the shortest one.',
  ),
  HL062: explain(
    'warning',
    'Put together, the tokens are not the text. Bytes, control tokens, repeated prompts and stop sequences are allowed for.',
    'The text was changed after it was sampled, or the tokens belong to another choice.',
    'Positions of tokens after the difference may be off.',
  ),
  HL063: explain(
    'info',
    'Tokens were sampled after the stop sequence; the text does not show them and averages leave them out.',
    'Older completions models went on in the list after the text was cut.',
    'Nothing.',
  ),
  HL064: explain(
    'info',
    'Some tokens have no usable log probability, such as -9999, which means "not among the top candidates".',
    'The sampled token was unlikely, or the provider gives none for it.',
    'Nothing: averages leave them out. Read them as very unlikely.',
  ),
  HL065: explain(
    'warning',
    'A value is above 0 or no number. A logarithm of a probability is never above 0.',
    'The values are probabilities or scores.',
    'Do not take the exponential of them.',
  ),
  HL066: explain(
    'warning',
    'The chosen token has one value in the list and another among its alternatives.',
    'One of them is from before the sampling parameters, or two tokens have the same spelling.',
    'Believe the list.',
  ),
  HL067: explain(
    'info',
    'Some tokens have fewer alternatives than were asked for.',
    'Two tokens with the same spelling became one key, or the provider has a lower limit.',
    'Nothing.',
  ),
  HL068: explain(
    'warning',
    '`text_offset` does not agree with the tokens, wherever it may start. Positions were found again from the text.',
    'A known fault of some servers in streams.',
    'Do not slice the text by these offsets.',
  ),
  HL069: explain(
    'warning',
    'The probabilities of the alternatives of one token add up to more than 1.',
    'The values are scores or from after a renormalisation.',
    'Do not read them as probabilities.',
  ),
  HL070: explain(
    'warning',
    'Neither model name begins with the other: another family may have answered.',
    'A fallback, a proxy, or a deployment with a name of its own (Azure).',
    'Check the routing if you did not expect it.',
  ),
  HL071: explain(
    'info',
    'The time of the provider is 0, in another unit than seconds, or in the future.',
    'A recorded or streamed answer, or a server with its own convention.',
    'Read it as shown; the raw value stands beside it.',
  ),
  HL072: explain(
    'warning',
    'The request asked for another number of choices than came, or for log probabilities where the response says otherwise.',
    'The provider ignores the parameter, or calls were made one by one.',
    'Check that the provider supports the parameter.',
  ),
  HL073: explain(
    'warning',
    'A suffix is set, but the provider answered as a chat model, which knows none.',
    'The model was changed from a completion model to a chat model.',
    'Remove the suffix or put it into the prompt.',
  ),
  HL080: explain(
    'info',
    'A number cannot be held exactly by JavaScript. It is shown as it was written.',
    'Seeds and ids of 64 bits.',
    'Read it as text in your own code.',
  ),
  HL081: explain(
    'warning',
    'An object has the same key several times; JSON readers keep the last and drop the others.',
    'Text put together by hand, or tokens with the same spelling as keys.',
    'Look at the source: the earlier values are shown there.',
  ),
  HL082: explain(
    'warning',
    'The text has NaN or Infinity, which JSON does not know.',
    'Python wrote it with its defaults.',
    'Other readers will refuse this text.',
  ),
  HL083: explain(
    'error',
    'The text breaks off. What was whole before it is shown, and nothing is called missing that may have come later.',
    'It was cut when it was copied, or the connection ended.',
    'Copy or save it again in full.',
  ),
  HL084: explain(
    'warning',
    'Something in the text has the form of a key or of an e-mail address.',
    'A key was pasted into a prompt or into metadata.',
    'Nothing leaves this page. If it is a real key, revoke it, and take it out before you share the text.',
  ),
  HL085: explain(
    'warning',
    'A sign such as [Object] or … stands where a value was: who printed the response left the value out.',
    'A console and PowerShell write a few levels and items only, unless they are told to write all.',
    'Print the response as JSON: JSON.stringify in JavaScript, json.dumps in Python, ConvertTo-Json -Depth 100 in PowerShell.',
  ),
  HL090: explain(
    'warning',
    'The result of a tool is empty, looks like an error, or belongs to a tool that the request does not offer.',
    'The tool failed, and the model went on without its result.',
    'Look at the result and at what the model made of it.',
  ),
  HL091: explain(
    'info',
    'The generations do not all come from one model config.',
    'An experiment chose among configs.',
    'Compare within one config, not across them.',
  ),
};
