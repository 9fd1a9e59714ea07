// The options of the bench on its command line: `--sizes 1,10` or `--sizes=1,10`.

/** What follows an option; undefined when it is not given. */
export function optionOf(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(`--${name}`);
  if (at >= 0) return args[at + 1];
  return args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
}
