const MARKS = /[\u0300-\u036f]/g;

/** Lower case without accents, signs kept: for what titles and heads of forms say. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(MARKS, "").toLowerCase().replaceAll("đ", "d").replace(/\s+/g, " ").trim();
}
