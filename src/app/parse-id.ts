import { notFound } from "next/navigation";

const LARGEST_ID = 2_147_483_647;

/** The id in an address; anything else is not found. */
export function parseId(text: string): number {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(id) || id > LARGEST_ID) notFound();
  return id;
}
