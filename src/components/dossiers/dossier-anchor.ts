/** Where a list shows a dossier: whoever comes back stands there again. */
export function dossierAnchor(dossierId: number): string {
  return `d${dossierId}`;
}
