// npm start: the command with a build before it where one is needed, for those who work on a clone.
import { buildUnlessFresh } from './build/freshBuild.js';
import { run } from './commandLine.js';

process.exitCode = await run(process.argv.slice(2), {
  // npm runs scripts in the root of the package; paths are meant from where the person typed them.
  directory: process.env.INIT_CWD ?? process.cwd(),
  prepare: buildUnlessFresh,
});
