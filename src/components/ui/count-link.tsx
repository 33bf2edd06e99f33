import Link from "next/link";
import { formatCount } from "@/lib/format";

type CountLinkProps = { readonly count: number; readonly href: string };

/** A number that leads to the list of exactly what it counts; zero has no list. */
export function CountLink({ count, href }: CountLinkProps) {
  if (count === 0) return <span className="text-secondary">0</span>;
  return (
    <Link href={href} prefetch={false}>
      {formatCount(count)}
    </Link>
  );
}
