import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { OptionList } from './OptionList.tsx';

/** The list as markup, and the options that it asked for. */
function drawn(count: number, at = -1): { readonly markup: string; readonly asked: readonly number[] } {
  const asked: number[] = [];
  const markup = renderToStaticMarkup(
    <OptionList
      label="Letters"
      count={count}
      usualPx={40}
      at={at}
      onMove={() => {}}
      isSelected={(place) => place === 0}
      onPress={() => {}}
      nameOf={() => undefined}
      renderOption={(place) => {
        asked.push(place);
        return `letter ${place}`;
      }}
    />,
  );
  return { markup, asked };
}

test('of 10,000 options those near the view are asked for, and the one that the keys are at', () => {
  const { markup, asked } = drawn(10_000, 9000);
  expect(asked.length).toBeLessThan(20);
  expect(asked.at(-1)).toBe(9000);
  expect(markup).toContain('aria-posinset="9001" aria-setsize="10000"');
  expect(/aria-activedescendant="([^"]+)"/.exec(markup)?.[1]).toBe(/id="([^"]+-9000)"/.exec(markup)?.[1]);
});

test('up to 200 options are all there, and need no count', () => {
  const { markup, asked } = drawn(200);
  expect(asked).toHaveLength(200);
  expect(markup).not.toMatch(/aria-setsize|aria-posinset|aria-activedescendant/);
  expect(markup.match(/aria-selected="true"/g)).toHaveLength(1);
});
