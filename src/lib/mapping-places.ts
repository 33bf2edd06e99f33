import { z } from "zod";
import { TABLE_COLUMNS } from "./aggregates/columns";
import { COLUMNS } from "./list-columns";

const position = z.int().min(0);

/** Where the columns of a dossier list stand, from 0, as a clerk has said; those it lacks are absent. */
export const columnPlacesSchema = z.partialRecord(z.enum(COLUMNS), position);
/** The same for an aggregate table. */
export const tablePlacesSchema = z.partialRecord(z.enum(TABLE_COLUMNS), position);

export type ColumnPlaces = Readonly<z.infer<typeof columnPlacesSchema>>;
export type TablePlaces = Readonly<z.infer<typeof tablePlacesSchema>>;
