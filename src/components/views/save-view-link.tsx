import Link from "next/link";
import { parseViewAddress } from "@/lib/view-address";
import { VIEWS } from "@/lib/strings/views";

type SaveViewLinkProps = { /** Of the page as it is shown. */ readonly address: string };

/** The way to keep what is shown; nothing on a page that cannot be kept. */
export function SaveViewLink({ address }: SaveViewLinkProps) {
  if (parseViewAddress(address) === null) return null;
  return (
    <p className="text-sm">
      <Link href={`/views/new?${new URLSearchParams({ of: address })}`} prefetch={false}>
        ☆ {VIEWS.save}
      </Link>
    </p>
  );
}
