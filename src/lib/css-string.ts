/** The text as a string of CSS; nothing in it can end the string or the style sheet. CSS Syntax 3, §4.3.7. */
export function cssString(text: string): string {
  return `"${text.replace(/[\p{Cc}"\\<>&]/gu, (mark) => `\\${mark.codePointAt(0)?.toString(16)} `)}"`;
}
