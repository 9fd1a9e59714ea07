import { expect, it } from 'vitest';
import { filesInFolders } from './droppedFolders.ts';

type Tree = { readonly [name: string]: string | Tree };

/** As a browser gives a folder: at most two entries at a time. */
function folder(name: string, tree: Tree, path = `/${name}`): FileSystemDirectoryEntry {
  const entries = Object.entries(tree).map(([own, inside]) =>
    typeof inside === 'string'
      ? {
          isDirectory: false,
          name: own,
          fullPath: `${path}/${own}`,
          file: (resolve: (file: File) => void, reject: (reason: unknown) => void) =>
            inside === 'locked' ? reject(new Error('locked')) : resolve(new File([inside], own)),
        }
      : folder(own, inside, `${path}/${own}`),
  );
  return {
    isDirectory: true,
    name,
    fullPath: path,
    createReader: () => {
      let at = 0;
      return {
        readEntries: (resolve: (some: unknown[]) => void) => {
          resolve(entries.slice(at, at + 2));
          at += 2;
        },
      };
    },
  } as unknown as FileSystemDirectoryEntry;
}

it('finds the files of a folder and of those in it, in the order of their names', async () => {
  const runs = folder('runs', {
    't10.json': '{}',
    't9.json': '{}',
    more: { 'a.json': '{}', deeper: { 'b.json': '{}' } },
    '.DS_Store': 'x',
    node_modules: { 'x.json': '{}' },
  });
  const { files, left } = await filesInFolders([runs]);
  expect(files.map(({ name }) => name)).toEqual([
    'runs/more/a.json',
    'runs/more/deeper/b.json',
    'runs/t9.json',
    'runs/t10.json',
  ]);
  expect(left).toBe(0);
});

it('counts what could not be read', async () => {
  const { files, left } = await filesInFolders([folder('runs', { 'a.json': 'locked', 'b.json': '{}' })]);
  expect([files.length, left]).toEqual([1, 1]);
});
