import { ok, same, test } from './harness.js';

const FOLDER = '../../main/resources/io/github/heapwise/ui/static/css/';

async function tokens(pattern, ...files) {
  const sheets = await Promise.all(files.map(async (file) => (await fetch(FOLDER + file)).text()));
  return new Set(sheets.flatMap((sheet) => Array.from(sheet.matchAll(pattern), ([, token]) => token)));
}

test('every token that is used is defined', async () => {
  const defined = await tokens(/^\s*(--hw-[\w-]+):/gm, 'tokens.css');
  const used = await tokens(/var\((--hw-[\w-]+)/g, 'tokens.css', 'base.css', 'components.css', 'charts.css', 'flame.css', 'heap.css', 'diagnosis.css');
  ok(used.size > 20, 'they are found');
  same(Array.from(used).filter((token) => !defined.has(token)), []);
});
