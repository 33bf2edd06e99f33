type SelectFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

/** A labelled choice of a GET form. */
export function SelectField({ name, label, value, options }: SelectFieldProps) {
  return (
    <label className="grid min-w-0 grid-cols-1 gap-0.5 text-sm text-secondary">
      {label}
      <select name={name} defaultValue={value} className="field max-w-full">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
