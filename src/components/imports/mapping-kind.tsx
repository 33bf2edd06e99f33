import Link from "next/link";
import { TABLE_MAPPING as words } from "@/lib/strings/table-mapping";

const KINDS = ["list", "table"] as const;

type MappingKindProps = { readonly batchId: number; readonly kind: (typeof KINDS)[number] };

/** What the file is taken for, and the way to say that it is the other. */
export function MappingKind({ batchId, kind }: MappingKindProps) {
  return (
    <nav aria-label={words.kindLabel} className="mt-4 border-b border-rule">
      <ul className="flex flex-wrap gap-x-5">
        {KINDS.map((one) => (
          <li key={one}>
            {one === kind ? (
              <span aria-current="page" className="inline-block border-b-2 border-ink py-1.5 font-semibold">
                {words.kinds[one]}
              </span>
            ) : (
              <Link href={`/imports/${batchId}/mapping?kind=${one}`} prefetch={false} className="inline-block py-1.5">
                {words.kinds[one]}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
