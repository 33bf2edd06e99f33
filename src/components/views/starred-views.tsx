import Link from "next/link";
import { VIEWS } from "@/lib/strings/views";

type StarredViewsProps = { readonly views: readonly { readonly id: number; readonly name: string }[] };

/** The reader's own list, on the first page; nothing while there is none. */
export function StarredViews({ views }: StarredViewsProps) {
  if (views.length === 0) return null;
  return (
    <nav aria-label={VIEWS.starred} className="mt-2 text-sm print:hidden">
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {views.map(({ id, name }) => (
          <li key={id}>
            <span aria-hidden>★ </span>
            <Link href={`/views/${id}`} prefetch={false}>
              {name}
            </Link>
          </li>
        ))}
        <li>
          <Link href="/views" prefetch={false} className="text-secondary">
            {VIEWS.allSaved}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
