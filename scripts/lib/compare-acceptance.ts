const CASE_ID = /\[(AC-\d{2,})\]/g;
const TEST_TITLE = /\btest(?:\.\w+)?\(\s*(["'`])((?:(?!\1).)*)\1/gs;

type Spec = { readonly name: string; readonly text: string };

function idsIn(text: string): string[] {
  return [...text.matchAll(CASE_ID)].flatMap(([, id]) => (id === undefined ? [] : [id]));
}

/** Cases without a test, tests of an unknown case, and ids that the document gives twice. One line each. */
export function compareAcceptance(document: string, specs: readonly Spec[]): string[] {
  const documented = idsIn(document);
  const titles = specs.flatMap(({ name, text }) =>
    [...text.matchAll(TEST_TITLE)].map(([, , title = ""]) => ({ name, title })),
  );
  const tested = new Set(titles.flatMap(({ title }) => idsIn(title)));
  return [
    ...documented.filter((id, index) => documented.indexOf(id) !== index).map((id) => `${id} is listed twice`),
    ...[...new Set(documented)].filter((id) => !tested.has(id)).map((id) => `${id} has no end-to-end test`),
    ...titles
      .filter(({ title }) => idsIn(title).some((id) => !documented.includes(id)))
      .map(({ name, title }) => `tests/e2e/${name}: "${title}" names a case that docs/acceptance.md does not list`),
  ];
}
