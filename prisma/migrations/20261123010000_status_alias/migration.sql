-- A clerk may also say what a source's word for a status stands for.
ALTER TYPE "alias_kind" ADD VALUE 'status';

ALTER TABLE "source_alias" ADD COLUMN "status" "dossier_status";

-- By text: a value added to a type cannot be named before its transaction has ended.
ALTER TABLE "source_alias" DROP CONSTRAINT "source_alias_names_one";
ALTER TABLE "source_alias" ADD CONSTRAINT "source_alias_names_one"
    CHECK (("unit_id" IS NOT NULL) = ("kind"::text = 'unit') AND ("procedure_id" IS NOT NULL) = ("kind"::text = 'procedure')
           AND ("status" IS NOT NULL) = ("kind"::text = 'status'));
