// A name of its own for each of several responses: requests to one address, and files of several folders, are called the same. Pure.

/** The first of a name keeps it; later ones get the next number that makes a name nobody has: `run`, `run 2`. */
export function ownNames(names: readonly string[]): readonly string[] {
  const taken = new Set(names);
  if (taken.size === names.length) return names;
  const seen = new Map<string, number>();
  return names.map((name) => {
    const earlier = seen.get(name);
    if (earlier === undefined) {
      seen.set(name, 1);
      return name;
    }
    let number = earlier + 1;
    while (taken.has(`${name} ${number}`)) number++;
    seen.set(name, number);
    return `${name} ${number}`;
  });
}
