import "server-only";
import type { RowProblem } from "./row-problem";
import type { StagedDossier } from "./staging";

type Held = { readonly first: StagedDossier; agrees: boolean; readonly rowNumbers: number[] };

export type Settlement = {
  /** Rows that agree after all: the first of each code. */
  readonly rows: readonly StagedDossier[];
  /** Rows that only repeat one of those. */
  readonly agreed: number;
  readonly conflicts: readonly RowProblem[];
};

const SHOWN_ROWS = 10;

/** Rows of codes that are said to contradict themselves, held back until the source is read to its end. */
export class Contested {
  private readonly held = new Map<string, Held>();

  constructor(private readonly codes: ReadonlySet<string>) {}

  /** Keeps a row back when its code is contested. */
  hold(staged: StagedDossier): boolean {
    const { code, rowNumber } = staged.draft;
    if (this.codes.size === 0 || !this.codes.has(code)) return false;
    const known = this.held.get(code);
    if (!known) this.held.set(code, { first: staged, agrees: true, rowNumbers: [rowNumber] });
    else {
      known.rowNumbers.push(rowNumber);
      const { high, low } = known.first.content;
      if (staged.content.high !== high || staged.content.low !== low) known.agrees = false;
    }
    return true;
  }

  /** Nobody can know which of several contradicting rows is right: all of them are problems. */
  settle(codeColumn: string): Settlement {
    const agreeing = [...this.held.values()].filter(({ agrees }) => agrees);
    return {
      rows: agreeing.map(({ first }) => first),
      agreed: agreeing.reduce((sum, { rowNumbers }) => sum + rowNumbers.length - 1, 0),
      conflicts: [...this.held].flatMap(([code, { agrees, rowNumbers }]) =>
        agrees ? [] : rowNumbers.map((rowNumber) => conflict(code, codeColumn, rowNumber, rowNumbers)),
      ),
    };
  }
}

function conflict(code: string, columnName: string, rowNumber: number, rows: readonly number[]): RowProblem {
  return {
    rowNumber,
    columnName,
    code: "duplicateConflict",
    dossierCode: code,
    details: { value: code, rows: rows.slice(0, SHOWN_ROWS) },
  };
}
