import fc from "fast-check";
import Link from "next/link";
import { createElement, Fragment, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it } from "vitest";
import { Sparkline } from "@/components/charts/sparkline";
import { lookAt } from "@/components/ui/page-part";
import { Written } from "@/components/ui/written";
import { WrittenText } from "@/components/ui/written-text";

function Greeting({ name, children }: { readonly name: string; readonly children?: ReactNode }) {
  return (
    <>
      <b className="num">{name}</b>
      {children}
    </>
  );
}

/** As JSX hands several children on: none needs a key. */
function inFragment(node: ReactNode): ReactNode {
  return Array.isArray(node) ? createElement(Fragment, null, ...node.map(inFragment)) : node;
}

/** What is written of it without React; null where it takes React. */
function markupOf(node: ReactNode): string | null {
  return lookAt(node, () => null).markup;
}

/** What React writes, itself. */
function byReact(node: ReactNode): string {
  return renderToStaticMarkup(createElement(Fragment, null, node));
}

const WORDS = fc.string({ unit: fc.constantFrom(..."aạ<>&\"' ;=/\n\u0000-") });

/** What React must draw, as a function of the server tells it apart. */
function Counter() {
  return (
    <button type="button" onClick={() => {}}>
      Đếm
    </button>
  );
}

const LEAVES = fc.oneof(WORDS, fc.integer(), fc.constantFrom(null, undefined, true, false, ""));

const { node: NODES } = fc.letrec<{ node: ReactNode; element: ReactNode }>((tie) => ({
  node: fc.oneof({ maxDepth: 4 }, LEAVES, fc.array(tie("node"), { maxLength: 4 }), tie("element")),
  element: fc
    .tuple(
      fc.constantFrom("td", "th", "span", "li", "g", "polyline"),
      fc.record(
        {
          className: WORDS,
          title: WORDS,
          colSpan: fc.integer({ min: 1, max: 9 }),
          strokeWidth: fc.constantFrom("1", "1.25"),
          vectorEffect: fc.constant("non-scaling-stroke"),
          "aria-hidden": fc.boolean(),
          "data-row": WORDS,
          hidden: fc.boolean(),
          style: fc.record({ width: fc.constant("12.5%"), flexGrow: fc.constant("2") }, { requiredKeys: ["width"] }),
        },
        { requiredKeys: [] },
      ),
      tie("node"),
    )
    .map(([tag, attributes, children]) => createElement(tag, attributes, inFragment(children))),
}));

const MARKS = / data-(?:written|whole)="[^"]*"/g;

/** What a reader gets of it, by way of `Written`. */
function byWritten(node: ReactNode): string {
  return byReact(<Written>{node}</Written>).replace(MARKS, "");
}

describe("what is written as text", () => {
  it("is what React would have drawn", () => {
    fc.assert(
      fc.property(NODES, (node) => {
        expect(markupOf(inFragment(node))).toBe(byReact(inFragment(node)));
      }),
    );
  });

  it("asks functions what they draw", () => {
    const node = (
      <Greeting name="Xã <An Vinh>">
        <Sparkline values={[95, null, 97]} target={95} />
      </Greeting>
    );
    expect(markupOf(node)).toBe(byReact(node));
    expect(markupOf(node)).toContain("Xã &lt;An Vinh&gt;");
  });

  it("leads on by plain links, within the product only", () => {
    const link = (href: string) => (
      <Link href={href} prefetch={false} className="truncate">
        Huyện Tây Sơn
      </Link>
    );
    expect(markupOf(link("/units/7?from=2020-01-01&to=2020-10-31"))).toBe(
      '<a href="/units/7?from=2020-01-01&amp;to=2020-10-31" class="truncate">Huyện Tây Sơn</a>',
    );
    for (const away of ["javascript:alert(1)", "https://example.org/", "//example.org/", "/\\example.org/"]) {
      expect(markupOf(link(away))).toBeNull();
    }
  });

  it("marks links that are no steps of ours", () => {
    expect(markupOf(<a href="/api/reports/ranking">Excel</a>)).toBe(
      '<a href="/api/reports/ranking" data-whole="">Excel</a>',
    );
  });

  it.each<[string, ReactNode]>([
    ["an event", createElement("b", { key: "event", onClick: () => {} })],
    ["markup handed in", <WrittenText key="markup" as="b" attributes={{}} text={{ markup: "<i>" }} />],
    ["an unknown name", createElement("b", { key: "name", 'x="" onclick': "y" })],
    ["a promise", createElement(async () => null, { key: "promise" })],
    [
      "a component of the browser",
      createElement(
        Object.assign(() => null, { $$typeof: Symbol("reference") }),
        { key: "browser" },
      ),
    ],
    ["a field", <input key="field" name="q" />],
    ["what folds", <details key="fold" />],
    ["what is spoken when it changes", <p key="spoken" role="status" />],
    ["a style sheet", <style key="style">{"a > b {}"}</style>],
    ["the title of the page", <title key="title">Đúng Hẹn</title>],
  ])("leaves %s to React", (_what, node) => {
    expect(markupOf(node)).toBeNull();
    expect(markupOf(<p>{node}</p>)).toBeNull();
  });

  it("leaves the links that order a table to React, which keeps the focus on them", () => {
    const head = (scope: string) => (
      <th scope={scope}>
        <Link href="/ranking?sort=name">Đơn vị</Link>
      </th>
    );
    expect(markupOf(head("col"))).toBeNull();
    expect(markupOf(head("row"))).toContain("<a href");
  });

  it("takes a title within a drawing for a word like any other", () => {
    const drawing = (
      <svg viewBox="0 0 9 9">
        <title>Tây Sơn</title>
      </svg>
    );
    expect(markupOf(drawing)).toBe(byReact(drawing));
  });
});

describe("a page with parts that need React", () => {
  const MIXED = fc
    .array(fc.tuple(NODES, fc.boolean(), fc.constantFrom("", "Tổ Kiểm tra công vụ ".repeat(20))), { maxLength: 6 })
    .map((parts) => inFragment(parts.map(([node, isLive, words]) => part(node, isLive, words))));

  function part(node: ReactNode, isLive: boolean, words: string) {
    return (
      <section className="mt-10">
        <Greeting name={words}>{inFragment(node)}</Greeting>
        {isLive && <Counter />}
      </section>
    );
  }

  it("is what React would have drawn", () => {
    fc.assert(
      fc.property(MIXED, (node) => {
        expect(byWritten(node)).toBe(byReact(node).replace(MARKS, ""));
      }),
    );
  });

  it("writes what is long and still, and leaves the rest", () => {
    const words = "Tây Sơn ".repeat(40);
    const page = byReact(
      <Written>
        <div>
          <p>{words}</p>
          <Counter />
        </div>
      </Written>,
    );
    expect(page).toBe(`<div><p data-written="">${words}</p><button type="button">Đếm</button></div>`);
  });
});

describe("a document", () => {
  afterEach(() => {
    globalThis.writtenApart = undefined;
  });

  it("holds the words once: React takes them from where they were laid", () => {
    const texts = new Map<string, string>();
    globalThis.writtenApart = { getStore: () => texts };
    const words = "Tây Sơn ".repeat(40);
    const drawn = Written({ children: <p className="num">{words}</p> });
    expect(JSON.stringify(drawn)).not.toContain("Tây Sơn");
    expect([...texts.values()]).toEqual([words]);
    expect(byReact(drawn)).toBe(`<p class="num" data-written="w0">${words}</p>`);
  });

  it("is refused where its words were lost", () => {
    globalThis.writtenApart = { getStore: () => new Map<string, string>() };
    const drawn = Written({ children: <p>{"Tây Sơn ".repeat(40)}</p> });
    globalThis.writtenApart = { getStore: () => new Map<string, string>() };
    expect(() => byReact(drawn)).toThrow("laid apart");
  });
});
