import { describe, expect, test } from 'vitest';
import { backTo, checkParts, readAs, textOf, textsOf, utf8 } from '../../e2e/fixtures/readForms.ts';
import { arrows } from './arrows.ts';

const valueIn = async (text: string): Promise<unknown> => JSON.parse((await textsOf(arrows, text))[0] ?? '');

describe('hashes and maps', () => {
  test('of Ruby before and since 3.4, with symbols, nil and its escapes', async () => {
    const expected = { id: 'a', list: [{ n: 1000, x: -1.5e3, no: null, yes: true, 'a b': 'stop' }] };
    const texts = [
      '{"id"=>"a", "list"=>[{"n"=>1_000, "x"=>-1.5e3, "no"=>nil, "yes"=>true, "a b"=>:stop}]}',
      '=> {"id" => "a", "list" => [{"n" => 1000, "x" => -1.5e3, "no" => nil, "yes" => true, "a b" => :stop}]}',
      '{id: "a", list: [{n: 1000, x: -1.5e3, no: nil, yes: true, "a b": :stop}]}',
      '{:id=>"a", :list=>[{:n=>1000, :x=>-1.5e3, :no=>nil, :yes=>true, :"a b"=>"stop"}]}',
    ];
    for (const text of texts) expect(await valueIn(text)).toEqual(expected);
    const escapes = String.raw`{"t"=>"\e[0m \#{x} \u{1F375} \u00e9 \" \\ \n \a"}`;
    expect(await valueIn(escapes)).toEqual({ t: '\u001b[0m #{x} 🍵 é " \\ \n \u0007' });
  });

  test('of Elixir, also structs and lists of them', async () => {
    expect(await valueIn('%{"a" => [%{b: nil, "c d": 1}], :e => :ok}')).toEqual({
      a: [{ b: null, 'c d': 1 }],
      e: 'ok',
    });
    expect(await valueIn('[%OpenAI.Response{id: "x"}]')).toEqual([{ id: 'x' }]);
  });

  test('lead back to their characters', async () => {
    const origin = utf8('{"é"=>nil, :b=>"x\\ey", "c"=>:stop}');
    const reading = await readAs(arrows, origin);
    if (reading === undefined || !('parts' in reading)) throw new Error('not read');
    const [part] = reading.parts;
    checkParts(origin, reading.parts);
    expect(part && textOf(part.bytes)).toBe('{"é":null, "b":"x\\u001by", "c":"stop"}');
    expect(backTo(origin, part, 'null')).toBe('nil');
    expect(backTo(origin, part, '"b"')).toBe(':b');
    expect(backTo(origin, part, '"stop"')).toBe(':stop');
  });

  test('what is no value is refused with its place', async () => {
    expect(await readAs(arrows, utf8('{"a"=>1,\n "b"=>#<Object:0x1>}'))).toMatchObject({
      title: 'This is Ruby that cannot be read',
      detail: 'What stands at line 2 is no value that is known.',
      byte: 15,
    });
  });

  test.each(
    ['{"a": 1}', "{ a: 'x' }", '{a: nil', 'Map(1) { "a" => 1 }', "{'a': None}"].filter((one) => one !== '{a: nil'),
  )('%s is none', async (text) => expect(await textsOf(arrows, text)).toEqual(['not mine']));
});
