/** Tops of labels, each as near to its wish as the one above allows. Wishes ascend; heights in the same unit. */
export function placeLabels(labels: readonly { readonly wish: number; readonly height: number }[]): number[] {
  let free = Number.NEGATIVE_INFINITY;
  return labels.map(({ wish, height }) => {
    const top = Math.max(wish, free);
    free = top + height;
    return top;
  });
}
