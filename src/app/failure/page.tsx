import { FailurePage } from "@/components/layout/failure-page";
import { NOTHING } from "@/lib/format";
import { COMMON } from "@/lib/strings/common";

/** As built, what `draw-message-pages.mjs` answers a request with that fails: its address again, and the code in the place of "—". */
export default function Page() {
  return (
    <FailurePage code={NOTHING}>
      <a href="/failure" className="button">
        {COMMON.retry}
      </a>
    </FailurePage>
  );
}
