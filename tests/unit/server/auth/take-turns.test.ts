import { expect, it } from "vitest";
import { takeTurns } from "@/server/auth/take-turns";

it("never runs more at once than allowed, keeps the order, and survives failures", async () => {
  const inTurn = takeTurns(2, 100, () => new Error("full"));
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const results = await Promise.allSettled(
    Array.from({ length: 9 }, (_, index) =>
      inTurn(async () => {
        begun.push(index);
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 2));
        running -= 1;
        if (index % 3 === 0) throw new Error("on purpose");
        return index;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(3);
  await expect(inTurn(async () => "free again")).resolves.toBe("free again");
});

it("refuses who comes when too many wait already, and takes newcomers again afterwards", async () => {
  const inTurn = takeTurns(1, 2, () => new Error("full"));
  let open: (text: string) => void = () => {};
  const gate = new Promise<string>((resolve) => {
    open = resolve;
  });
  const begun = [inTurn(() => gate), inTurn(async () => "second"), inTurn(async () => "third")];
  await expect(inTurn(async () => "fourth")).rejects.toThrow("full");
  open("first");
  expect(await Promise.all(begun)).toEqual(["first", "second", "third"]);
  await expect(inTurn(async () => "fifth")).resolves.toBe("fifth");
});
