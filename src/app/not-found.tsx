import Link from "next/link";
import { MessagePage } from "@/components/layout/message-page";
import { COMMON, documentTitle } from "@/lib/strings/common";

export default function NotFound() {
  return (
    <>
      <title>{documentTitle(COMMON.notFoundTitle)}</title>
      <MessagePage title={COMMON.notFoundTitle} text={COMMON.notFoundText}>
        <Link href="/" prefetch={false}>
          {COMMON.backHome}
        </Link>
      </MessagePage>
    </>
  );
}
