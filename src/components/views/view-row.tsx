import Link from "next/link";
import { describeView, VIEWS } from "@/lib/strings/views";
import type { ShownView } from "./types";

export type ViewVerb = (form: FormData) => Promise<void>;

type ViewRowProps = { readonly view: ShownView; readonly star: ViewVerb; readonly remove: ViewVerb };

/** A kept view: its star, where it leads, whose it is, and for the owner the way to forget it. */
export function ViewRow({ view, star, remove }: ViewRowProps) {
  const { id, name, isStarred, isOwn, isShared, ownerName } = view;
  const owner = isOwn ? (isShared ? VIEWS.shared : VIEWS.own) : ownerName;
  return (
    <tr>
      <td>
        <form action={star}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="star" value={isStarred ? "0" : "1"} />
          <button
            type="submit"
            aria-label={isStarred ? VIEWS.unstarOf(name) : VIEWS.starOf(name)}
            className="min-h-6 min-w-6 cursor-pointer text-base text-accent"
          >
            {isStarred ? "★" : "☆"}
          </button>
        </form>
      </td>
      <th scope="row">
        <Link href={`/views/${id}`} prefetch={false} className="font-semibold">
          {name}
        </Link>
        <span className="mt-0.5 block text-secondary sm:hidden">{describeView(view)}</span>
        {!isOwn && <span className="block text-secondary sm:hidden">{ownerName}</span>}
      </th>
      <td className="max-sm:hidden">{describeView(view)}</td>
      <td className="max-sm:hidden">{owner}</td>
      <td className="num">
        {isOwn && (
          <details>
            <summary aria-label={VIEWS.deleteOf(name)} className="cursor-pointer text-accent">
              {VIEWS.delete}
            </summary>
            <form action={remove} className="mt-1">
              <input type="hidden" name="id" value={id} />
              <button type="submit" className="button">
                {VIEWS.deleteForGood}
              </button>
            </form>
          </details>
        )}
      </td>
    </tr>
  );
}
