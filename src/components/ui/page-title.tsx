type PageTitleProps = {
  /** The finding, computed from the counts. */
  readonly title: string;
  /** What it speaks of: period, scope. */
  readonly label?: string | undefined;
};

/** The finding first, then what it is about. */
export function PageTitle({ title, label }: PageTitleProps) {
  return (
    <div className="max-w-[1280px]">
      <h1 className="text-xl font-bold text-balance sm:text-2xl">{title}</h1>
      {label !== undefined && <p className="mt-1 text-secondary">{label}</p>}
    </div>
  );
}
