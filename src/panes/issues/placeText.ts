// A place as a person reads it in a line of its own: a pointer, which begins with the name of its response where a document holds several.

import { type Pointer, pointerFromKeys, pointerKeys, rootPointer } from '../../json/pointer.ts';
import type { ToldResponses } from '../../response/rows.ts';
import type { SampleTable } from '../../response/samples/sampleTable.ts';
import { shortName } from '../../words/shortName.ts';

/** What is known of a document: its samples, and its responses where it holds several. */
export interface Named {
  readonly rows: Pick<SampleTable, 'length' | 'response' | 'label'>;
  readonly responses?: Pick<ToldResponses, 'names'> | undefined;
}

/** The pointer itself; the root has no text of its own and is named. Of several responses `t0.7.json, sample 2: /output`, `t0.7.json: /id`. */
export function placeText(pointer: Pointer, named?: Named): string {
  if (pointer === rootPointer) return 'the whole response';
  return (named && nameIn(named, pointer)) ?? shortName(pointer, 300);
}

/** What a place is called in a document of several responses; undefined where it has no such name. */
export function nameIn(named: Named, pointer: Pointer): string | undefined {
  const [list, item, ...rest] = pointerKeys(pointer);
  const name = responseWords(named, list, Number(item));
  if (name === undefined || rest.length === 0) return name;
  return `${name}: ${shortName(pointerFromKeys(rest), 300)}`;
}

function responseWords({ rows, responses }: Named, list: string | undefined, item: number): string | undefined {
  if (responses === undefined || Number.isNaN(item)) return undefined;
  if (list === 'responses') return responses.names[item];
  if (list !== 'data' || item >= rows.length) return undefined;
  const name = responses.names[rows.response(item)];
  // The label of a sample begins with the number of its response.
  const own = rows.label(item).replace(/^\d+\./, '');
  return name === undefined ? undefined : `${name}, sample ${own}`;
}
