-- A unit is of one province: the province before it only made the keys longer, and slower to sort when an empty table is filled.
DROP INDEX "dossier_province_id_unit_id_received_on_idx";
DROP INDEX "dossier_province_id_unit_id_closed_on_idx";
DROP INDEX "dossier_province_id_unit_id_due_counted_on_idx";
CREATE INDEX "dossier_unit_id_received_on_idx" ON "dossier"("unit_id", "received_on");
CREATE INDEX "dossier_unit_id_closed_on_idx" ON "dossier"("unit_id", "closed_on");
CREATE INDEX "dossier_unit_id_due_counted_on_idx" ON "dossier"("unit_id", "due_counted_on");
